import Foundation
import Testing
import TestSupport

/// The command lines in README.md and docs/ are command lines.
@Suite struct DocumentedCommandTests {
  /// The lines of shell blocks that ask something of a catalog and change nothing, without what other programs do.
  private static func questions() throws -> [(page: String, line: String)] {
    let docs = Checkout.root.appending(path: "docs")
    let pages = try FileManager.default.contentsOfDirectory(atPath: docs.path(percentEncoded: false))
      .filter { $0.hasSuffix(".md") }.sorted().map { docs.appending(path: $0) }
    return try (pages + [Checkout.root.appending(path: "README.md")]).flatMap {
      page -> [(page: String, line: String)] in
      let text = try String(contentsOf: page, encoding: .utf8)
      let blocks = text.split(separator: "```", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
      return blocks.filter { $0.hasPrefix("sh\n") || $0.hasPrefix("console\n") }
        .flatMap { $0.split(separator: "\n") }.compactMap { line -> (page: String, line: String)? in
          let typed = line.hasPrefix("$ ") ? line.dropFirst(2) : line
          let isQuestion = ["find ", "playlist ", "coverage", "export", "fields", "dupes"].contains { command in
            typed.hasPrefix("hipreel \(command)")
          }
          // Capitals stand for something that the reader puts there.
          guard isQuestion, typed.firstMatch(of: /\b[A-Z]{3,}\b/) == nil else { return nil }
          return (page.lastPathComponent, String(typed.prefix { $0 != "|" && $0 != "&" }))
        }
    }
  }

  @Test func `every question in the docs is one`() throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    // What the pages make before they ask for it.
    try folder.hipreel("find", "--save", "mornings", "mode:stretch")
    try folder.hipreel("routine", "copy", "desk-worker-reset", "my-desk")
    let questions = try Self.questions()
    #expect(questions.count > 20)
    for (page, line) in questions {
      let run = try Shell.run(line, in: folder.url)
      #expect([0, 1, 20].contains(run.status), "\(page): \(line): \(run.status) \(run.errors)")
    }
  }

  /// Queries inside tables and running text, behind `--query`.
  @Test func `every query that the docs hand to an option is one`() throws {
    let docs = Checkout.root.appending(path: "docs")
    var count = 0
    for page in try FileManager.default.contentsOfDirectory(atPath: docs.path(percentEncoded: false)) {
      guard page.hasSuffix(".md") else { continue }
      let text = try String(contentsOf: docs.appending(path: page), encoding: .utf8)
      for match in text.matches(of: /--query '([^'\n]+)'/) {
        count += 1
        let run = try IndexedSamples.run(["find", "--count", String(match.1)])
        #expect(run.status == 0, "\(page): \(match.1): \(run.errors)")
      }
    }
    #expect(count > 0)
  }
}
