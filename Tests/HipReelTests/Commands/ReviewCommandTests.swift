import Foundation
import Testing
import TestSupport

/// The one command that asks.
@Suite struct ReviewCommandTests {
  private func samples(_ names: [String]? = nil) throws -> SampleFolder {
    let folder = try SampleFolder(names ?? SampleFolder.namesWithWords())
    try folder.hipreel("index", ".")
    return folder
  }

  private func listed(_ folder: SampleFolder, _ query: String...) throws -> [String] {
    let run = try Tool.run("hipreel", ["review", "--dry-run"] + query, in: folder.url)
    return run.text.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `answers from a pipe are kept, and answered reels do not come again`() throws {
    let folder = try samples()
    let before = try listed(folder)
    #expect(before.count == 12)
    let run = try folder.hipreel("review", input: "y\nn\ne Puente de glúteos\ns\n")
    #expect(run.status == 0)
    #expect(run.text == "")
    #expect(
      run.errors.hasSuffix("hipreel: 3 reels answered, 1 skipped, 8 left; undo the last one with: hipreel undo\n"))
    #expect(try listed(folder) == Array(before.dropFirst(3)))
    #expect(try folder.hipreel("find", "exercise:glute-bridge@1", "--count").text == "1\n")
    #expect(try folder.hipreel("undo").status == 0)
    #expect(try listed(folder) == Array(before.dropFirst(2)))
  }

  @Test func `undo goes back reel by reel, over skipped ones too, and never beyond the review`() throws {
    let folder = try samples()
    let before = try folder.hipreel("export").text
    try folder.hipreel("tag", "IMG_4032.MOV", "level:advanced")
    let list = try listed(folder)
    let run = try folder.hipreel("review", input: "y\ns\ne clamshell\nu\nu\nu\nq\n")
    #expect(run.status == 0)
    #expect(run.errors.hasSuffix("hipreel: 0 reels answered, 0 skipped, 12 left\n"))
    #expect(try listed(folder) == list)
    let beyond = try folder.hipreel("review", input: "u\n")
    #expect(beyond.status == 64)
    #expect(beyond.errors.contains("standard input: line 1: this is the first question"))
    #expect(try folder.hipreel("undo").errors == "hipreel: 1 reel changed back\n")
    #expect(try folder.hipreel("export").text == before)
  }

  @Test(arguments: [
    ("z\ny\n", "line 1: z: not an answer"), ("\n\nyes\n", "line 3: yes: not an answer"),
    ("e clamshl\n", "line 1: clamshl: no such exercise; did you mean clamshell?"),
    ("9\n", "line 1: there is no exercise 9"),
    ("e\n", "line 1: e: not an answer"),
  ])
  func `an answer that cannot be meant ends with status 64 and decides nothing`(input: String, problem: String) throws {
    let folder = try samples(["Puente de glúteos.mp4"])
    let run = try folder.hipreel("review", input: input)
    #expect(run.status == 64)
    #expect(run.errors.contains(problem))
    #expect(try listed(folder).count == 1)
  }

  @Test func `without answers, reels or anything left it says so`() throws {
    let folder = try samples(["Puente de glúteos.mp4"])
    let silent = try folder.hipreel("review")
    #expect(silent.status == 1)
    #expect(
      silent.errors == "hipreel: no answers: run this on a terminal, or give one answer per line on standard input\n")
    #expect(try folder.hipreel("review", "mode:pnf", input: "y\n").status == 1)
    try folder.hipreel("review", input: "y\n")
    let done = try folder.hipreel("review", input: "y\n")
    #expect(done.status == 0)
    #expect(done.errors == "hipreel: nothing to review: you have decided about all of these reels\n")
    #expect(try folder.hipreel("review", "--json").text == "[]\n")
  }

  @Test func `the list is the same for a person and a program, of a query and a length`() throws {
    let rows = try IndexedSamples.run(["review", "mode:stretch", "--limit", "2", "--dry-run"])
    #expect(rows.status == 0)
    #expect(rows.errors == "")
    try Golden.expect(rows.output, equals: "review.txt")
    let json = try IndexedSamples.run(["review", "mode:stretch", "--limit", "2", "--json"])
    try Golden.expect(json.output, equals: "review.json")
    #expect(try IndexedSamples.run(["review", "--limit", "0"]).status == 64)
    #expect(try IndexedSamples.run(["review", "--dry"]).status == 64)
  }

  @Test func `a reel without words is one that one can name or call none`() throws {
    let folder = try SampleFolder(["Puente de glúteos.mp4"])
    try folder.move("Puente de glúteos.mp4", to: "IMG_0001.mp4")
    try folder.hipreel("index", ".")
    let run = try folder.hipreel("review", input: "y\n")
    #expect(run.status == 64)
    #expect(run.errors.contains("  no exercise named\n"))
    #expect(run.errors.contains("there is nothing to confirm"))
    #expect(try folder.hipreel("review", input: "n\n").status == 0)
    #expect(try listed(folder).isEmpty)
  }

  // MARK: On a terminal

  /// The tool on a terminal of its own; the script says how it ended and whether the terminal is as before.
  private func terminal(_ folder: SampleFolder, _ script: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      script, [Checkout.program("hipreel").path(percentEncoded: false), folder.url.path(percentEncoded: false)])
  }

  private static let run = #"""
    trap : INT
    "$0" review --catalog "$1"
    echo "status $?"
    stty -a | tr ' ;' '\n\n' | grep -x -e '-\?icanon' -e '-\?echo' -e '-\?iexten' | sort | tr '\n' ' '
    echo end

    """#

  private static let restored = "echo icanon iexten end"

  @Test func `single keys answer without Enter, a name completes, and the terminal is given back`() throws {
    let folder = try samples()
    let terminal = try terminal(folder, Self.run)
    #expect(try terminal.wait(for: "? help: ").contains("12 reels to review"))
    terminal.press("?")
    #expect(try terminal.wait(for: "? help: ").contains("type the right exercise"))
    terminal.press("zw\u{1B}[A")
    terminal.press("e")
    try terminal.wait(for: "goes back): ")
    terminal.press("clamx\u{7F}s\t")
    try terminal.wait(for: "clamshell")
    terminal.press("\r")
    #expect(try terminal.wait(for: "? help: ").contains("it is clamshell"))
    terminal.press("y")
    #expect(try terminal.wait(for: "? help: ").contains("right: "))
    terminal.press("u")
    #expect(try terminal.wait(for: "? help: ").contains("undone"))
    terminal.press("q")
    #expect(try terminal.wait(for: "status 0").contains("1 reel answered, 0 skipped, 11 left"))
    try terminal.wait(for: Self.restored)
    #expect(try folder.hipreel("find", "exercise:clamshell@1", "--count").text == "1\n")
    #expect(try listed(folder).count == 11)
  }

  @Test func `Ctrl-C keeps what was answered, ends with status 130 and gives the terminal back`() throws {
    let folder = try samples()
    let terminal = try terminal(folder, Self.run)
    try terminal.wait(for: "? help: ")
    terminal.press("n")
    try terminal.wait(for: "? help: ")
    terminal.press("e")
    try terminal.wait(for: "goes back): ")
    terminal.press("\u{3}")
    try terminal.wait(for: "status 130")
    try terminal.wait(for: Self.restored)
    #expect(try listed(folder).count == 11)
  }

  @Test func `Ctrl-Z gives the terminal back, and going on asks again`() throws {
    let folder = try samples()
    let terminal = try terminal(folder, "set -m\n" + Self.run + "fg\necho again $?\n" + Self.run.suffix(from: "stty"))
    try terminal.wait(for: "? help: ")
    terminal.press("\u{1A}")
    try terminal.wait(for: Self.restored)
    #expect(try terminal.wait(for: "? help: ").contains("1 of 12"))
    terminal.press("n")
    try terminal.wait(for: "2 of 12")
    terminal.press("q")
    try terminal.wait(for: "again 0")
    try terminal.wait(for: Self.restored)
    #expect(try listed(folder).count == 11)
  }

  @Test func `even a crash gives the terminal back`() throws {
    let folder = try samples()
    let terminal = try terminal(
      folder, "set -m\n" + Self.run + "kill -SEGV %1\nfg\necho again $?\n" + Self.run.suffix(from: "stty"))
    try terminal.wait(for: "? help: ")
    terminal.press("\u{1A}")
    try terminal.wait(for: Self.restored)
    try terminal.wait(for: "again 139")
    try terminal.wait(for: Self.restored)
  }

  @Test func `no name reaches the terminal as a command`() throws {
    let folder = try SampleFolder(["Puente de glúteos.mp4"])
    try folder.move("Puente de glúteos.mp4", to: "clamshell \u{1B}]0;owned\u{7}\u{1B}[31m\u{202E}4pm\n.mp4")
    try folder.write("Clam\u{1B}[2Jshell\u{9B}31m", to: "clamshell \u{1B}]0;owned\u{7}\u{1B}[31m\u{202E}4pm\n.txt")
    try folder.hipreel("index", ".")
    let terminal = try terminal(folder, Self.run)
    let screen = try terminal.wait(for: "? help: ")
    #expect(screen.contains(#"clamshell \x1b]0;owned\x07\x1b[31m\u{202e}4pm\n.mp4"#))
    #expect(
      !screen.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" && $0 != "\r" || $0.value == 0x9B || $0.value == 0x202E
      })
    terminal.press("e")
    try terminal.wait(for: "goes back): ")
    terminal.press("\u{1B}")
    try terminal.wait(for: "? help: ")
    terminal.press("q")
    try terminal.wait(for: Self.restored)
  }
}

extension String {
  /// The rest from where a text begins.
  fileprivate func suffix(from text: String) -> String {
    range(of: text).map { String(self[$0.lowerBound...]) } ?? ""
  }
}
