import Foundation
import TestSupport
import Testing

/// Routines and vocabularies that are written to blow up whoever reads them.
@Suite struct YAMLBombTests {
  /// Nine levels of nine aliases each: 387 million words for who expands them.
  private static let laughs = (1...9).reduce("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n") { text, level in
    text + "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
  }

  private static let bombs = [
    ("aliases", laughs), ("brackets", "a: " + String(repeating: "[", count: 60_000)),
    ("dashes", String(repeating: "- ", count: 30_000)), ("braces", String(repeating: "{a: ", count: 15_000)),
    ("twice", "id: one\nid: two\n"), ("zeros", String(repeating: "\0", count: 1000)),
  ]

  @Test(arguments: bombs)
  func `a bomb is a mistake in a file, told within a second, and all else goes on`(name: String, text: String) throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    try folder.hipreel("index", ".")
    try folder.write(text, to: ".hipreel/vocabulary.yaml")
    try folder.write(text, to: ".hipreel/routines/\(name).yaml")
    for command in [["vocabulary", "check"], ["routine", "check", ".hipreel/routines/\(name).yaml"]] {
      let began = ContinuousClock.now
      let run = try Tool.run(
        at: URL(filePath: "/usr/bin/prlimit"),
        ["--as=1000000000", Checkout.program("hipreel").path(percentEncoded: false)] + command, in: folder.url)
      #expect(run.status == 1, "\(command): \(run.status) \(run.errors) \(run.text)")
      // A busy machine takes its time; what expands would take hours, or all memory.
      #expect(ContinuousClock.now - began < .seconds(20), "\(command)")
    }
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("playlist", "desk-worker-reset").status == 20)
  }

  @Test func `a gigabyte is not read`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    try folder.hipreel("index", ".")
    for name in ["vocabulary.yaml", "routines/long.yaml"] {
      try folder.write("a: b\n", to: ".hipreel/\(name)")
      let file = try FileHandle(forWritingTo: folder.url.appending(path: ".hipreel/\(name)"))
      try file.truncate(atOffset: 1 << 30)
    }
    for command in [["vocabulary", "check"], ["routine", "check", ".hipreel/routines/long.yaml"]] {
      let run = try Tool.run(
        at: URL(filePath: "/usr/bin/prlimit"),
        ["--as=600000000", Checkout.program("hipreel").path(percentEncoded: false)] + command, in: folder.url)
      let said = run.errors + run.text
      #expect(run.status == 1 && (said.contains("longer than") || said.contains("larger than")), "\(command): \(said)")
    }
  }
}
