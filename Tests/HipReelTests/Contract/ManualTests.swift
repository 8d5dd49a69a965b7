import Foundation
import Testing
import TestSupport

/// The manual pages, which scripts/install has the tool write.
@Suite struct ManualTests {
  private static func pages() throws -> [String] {
    try IndexedSamples.run(["manual"]).output.split(separator: "\n").map(String.init)
  }

  @Test func `there is a page for the commands and one for each topic`() throws {
    #expect(
      try Self.pages() == [
        "hipreel.1", "hipreel-query.7", "hipreel-routines.7", "hipreel-playlists.7", "hipreel-folders.7",
        "hipreel-safety.7",
      ])
    let wrong = try IndexedSamples.run(["manual", "hipreel.2"])
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean hipreel.1?"))
  }

  @Test func `the page of the commands names every command and option`() throws {
    let page = try IndexedSamples.run(["manual", "hipreel.1"]).output
    for words in try CommandLineDescription.commands() {
      let heading = words.joined(separator: " ").replacing("-", with: "\\-")
      #expect(page.contains("\n.Ss hipreel \(heading)\n"), "\(words)")
      let help = try IndexedSamples.run(words + ["--help"]).output
      for option in help.matches(of: /--[a-z-]+/) {
        let name = option.0.dropFirst().replacing("-", with: "\\-")
        #expect(page.contains("Fl \(name)"), "\(words): \(option.0)")
      }
    }
  }

  @Test(.enabled(if: SystemTool.mandoc.isInstalled, "mandoc is not installed: scripts/setup test"))
  func `mandoc finds nothing wrong in any page`() throws {
    for page in try Self.pages() {
      let place = try TemporaryFolder()
      _ = try place.write(IndexedSamples.run(["manual", page]).output, to: page)
      let lint = try Tool.run(
        at: try #require(SystemTool.mandoc.program), ["-T", "lint", "-W", "style", page], in: place.url)
      // References to pages that are not installed are looked for on this machine.
      let complaints = lint.text.split(separator: "\n").filter { !$0.contains("referenced manual not found") }
      #expect(complaints.isEmpty, "\(complaints)")
    }
  }

  @Test(.enabled(if: SystemTool.groff.isInstalled, "groff is not installed: scripts/setup test"))
  func `groff sets every page without a warning`() throws {
    for page in try Self.pages() {
      let place = try TemporaryFolder()
      _ = try place.write(IndexedSamples.run(["manual", page]).output, to: page)
      let run = try Tool.run(
        at: try #require(SystemTool.groff.program), ["-mdoc", "-Tutf8", "-ww", "-P-c", page], in: place.url)
      #expect(run.status == 0 && run.errors == "", "\(page): \(run.errors)")
      // Bold letters are struck twice.
      #expect(run.text.replacing(/.\u{8}/, with: "").contains("\nDESCRIPTION\n"))
    }
  }

  @Test(arguments: HelpTopicTests.topics)
  func `a topic's page has its examples as they are typed`(topic: String) throws {
    let page = try IndexedSamples.run(["manual", "hipreel-\(topic).7"]).output
    let help = try IndexedSamples.run(["help", topic]).output
    for example in help.split(separator: "\n") where example.hasPrefix("    hipreel ") {
      let escaped = example.dropFirst(4).replacing("-", with: "\\-").replacing("'", with: "\\(aq")
      #expect(page.contains(".It Li \"\(escaped)\"\n"), "\(example)")
    }
  }
}
