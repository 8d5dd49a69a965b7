import Foundation
import Testing
import TestSupport

/// The topics of the help: what they show can be typed.
@Suite struct HelpTopicTests {
  static let topics = ["query", "routines", "playlists", "folders", "safety"]

  @Test(arguments: topics)
  func `a topic is a screen or two of plain text`(topic: String) throws {
    let run = try IndexedSamples.run(["help", topic])
    #expect(run.status == 0 && run.errors == "")
    try Golden.expect(run.output, equals: "help-topic-\(topic).txt")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    // The one on folders has a table of names.
    #expect(lines.count <= (topic == "folders" ? 180 : 72))
    for line in lines { #expect(line.count <= 80 && !line.hasSuffix(" "), "\(line)") }
  }

  @Test func `the tool's help names every topic`() throws {
    let help = try IndexedSamples.run(["--help"]).output.replacing(/\s+/, with: " ")
    for topic in Self.topics { #expect(help.contains(topic)) }
    #expect(help.contains("hipreel help \(Self.topics.dropLast().joined(separator: ", ")) or \(Self.topics[4])"))
  }

  @Test(arguments: topics)
  func `every example can be typed`(topic: String) throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    let text = try folder.hipreel("help", topic).text
    let examples = text.split(separator: "\n").filter { $0.hasPrefix("    hipreel ") }.map { $0.dropFirst(4) }
    #expect(examples.count >= 4)
    for example in examples {
      let run = try Shell.run(String(example), in: folder.url)
      // Done, nothing found, or a playlist with gaps; never a wrong command line.
      #expect([0, 1, 20].contains(run.status), "\(example): \(run.status) \(run.errors)")
    }
  }

  @Test func `the routine in the topic is one`() throws {
    let folder = try SampleFolder([])
    let text = try folder.hipreel("help", "routines").text
    let start = try #require(text.range(of: "    id: evening-hips"))
    let lines = text[start.lowerBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("    ") }
    try folder.write(lines.map { $0.dropFirst(4) + "\n" }.joined(), to: "evening-hips.yaml")
    let run = try folder.hipreel("routine", "check", "evening-hips.yaml")
    #expect(run.status == 0, "\(run.errors)")
  }
}
