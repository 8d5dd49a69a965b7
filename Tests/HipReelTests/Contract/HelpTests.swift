import Foundation
import Testing
import TestSupport

/// Help texts, word for word: docs/CONTRACT.md promises the commands and options that they name.
@Suite struct HelpTests {
  @Test func `every command's help is what the repository has, and the repository has no other`() throws {
    let commands = try CommandLineDescription.commands()
    #expect(commands.count > 30)
    for words in commands {
      let run = try IndexedSamples.run(["help"] + words)
      #expect(run.status == 0)
      // A topic stands before a command of its name.
      try Golden.expect(run.output, equals: "help-\(words.joined(separator: "-")).txt")
    }
    let expected = Set(commands.map { "help-\($0.joined(separator: "-")).txt" })
    let folder = Checkout.root.appending(path: "Tests/HipReelTests/Expected")
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasPrefix("help-") && !$0.hasPrefix("help-topic-") }
    #expect(Set(kept).subtracting(expected).isEmpty)
  }

  @Test func `the tool's own help and version are promises too`() throws {
    try Golden.expect(try IndexedSamples.run(["--help"]).output, equals: "help.txt")
    #expect(try IndexedSamples.run(["--version"]).output == "0.1.0\n")
  }

  @Test func `every command names what it does and ends with 64 for an option that there is not`() throws {
    for words in try CommandLineDescription.commands() {
      let help = try IndexedSamples.run(words + ["--help"])
      #expect(help.status == 0 && help.output.hasPrefix("OVERVIEW: "), "\(words)")
      let wrong = try IndexedSamples.run(words + ["--no-such-option"])
      #expect(wrong.status == 64 && wrong.output == "", "\(words): \(wrong.errors)")
    }
  }

  @Test func `the commands in the contract's table of JSON take --json`() throws {
    let contract = try String(contentsOf: Checkout.root.appending(path: "docs/CONTRACT.md"), encoding: .utf8)
    let documents = contract.matches(of: /`([a-z]+(?: [a-z]+)*)((?: --[a-z-]+)*) --json`/)
    #expect(documents.count > 10)
    for document in documents {
      let words = document.1.split(separator: " ").map(String.init)
      #expect(try IndexedSamples.run(words + ["--help"]).output.contains("--json"), "\(document.0)")
    }
  }

  @Test func `the contract, the help and the manual page tell the same statuses`() throws {
    let contract = try String(contentsOf: Checkout.root.appending(path: "docs/CONTRACT.md"), encoding: .utf8)
    let statuses = contract.matches(of: #/(?m)^\| (\d+) \| /#).map { String($0.1) }
    #expect(statuses == ["0", "1", "3", "4", "10", "11", "12", "20", "21", "64", "130"])
    let help = try IndexedSamples.run(["--help"]).output.replacing(/\s+/, with: " ")
    let manual = try IndexedSamples.run(["manual", "hipreel.1"]).output
    for status in statuses {
      #expect(help.contains(" \(status) "), "\(status) in the help")
      #expect(manual.contains(".It Li \"\(status)\"\n"), "\(status) in the manual page")
    }
  }
}
