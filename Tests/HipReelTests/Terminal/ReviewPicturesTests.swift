import Foundation
import TestSupport
import Testing

/// The pictures of a review, on terminals that answer in different ways; answers wait before the question is asked, so that
/// no test depends on a clock.
@Suite(.enabled(if: PoseFolder.isThere, Comment(rawValue: PoseFolder.absence)))
struct ReviewPicturesTests {
  /// One reel without a name, of which hipreel suggests something; nobody answers, so the tests can share it.
  private static let folder = Result {
    let folder = try SampleFolder(["IMG_4102.MP4"])
    try folder.hipreel("index", ".", environment: ["HIPREEL_POSE": PoseFolder.path])
    return folder
  }

  private static let escape = "\u{1B}"
  private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\"
  private static let size = "\u{1B}[6;20;10t"

  /// A review on a terminal that says some things.
  private func terminal(_ said: String, name: String = "xterm-256color", _ options: String...) throws -> PseudoTerminal
  {
    let script = """
      stty -icanon -echo
      echo ready
      read -r -n 1
      "$0" review --catalog "$1" "${@:2}"
      echo "status $?"
      """
    let folder = try Self.folder.get()
    let terminal = try PseudoTerminal(
      "export TERM=\(name)\n" + script,
      [Checkout.program("hipreel").path(percentEncoded: false), folder.url.path(percentEncoded: false)] + options)
    try terminal.wait(for: "ready")
    terminal.press("g" + said)
    return terminal
  }

  @Test func `a kitty gets pictures of kitty's, above the question`() throws {
    let terminal = try terminal("\u{1B}[?62;c" + Self.kitty + Self.size + "\u{1B}[?62;c")
    let screen = try terminal.wait(for: "? help: ")
    let parts = screen.components(separatedBy: "\u{1B}_G")
    #expect(parts.count > 3)
    #expect(parts[1].hasPrefix("i=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[16t\u{1B}[c"))
    #expect(parts[2].hasPrefix("a=T,f=24,s=") && parts[2].contains(",C=1,q=2,m=1;"))
    #expect(parts.last?.hasPrefix("q=2,m=0;") == true)
    #expect(parts.last?.contains("a reel without a name") == true)
    terminal.press("q")
    try terminal.wait(for: "status 0")
  }

  @Test func `a sixel terminal gets sixels of the right size, and no question of kitty's`() throws {
    let terminal = try terminal("\u{1B}[?61;4;22c\u{1B}[?1;0;16S" + Self.size + "\u{1B}[?61;4;22c")
    let screen = try terminal.wait(for: "? help: ")
    #expect(!screen.contains("\u{1B}_"))
    let start = try #require(screen.range(of: "\u{1B}P"))
    let end = try #require(screen.range(of: "\u{1B}\\"))
    let drawn = try #require(DrawnSixels(Array(screen[start.lowerBound..<end.upperBound].utf8)))
    #expect(drawn.height > 100 && drawn.height <= 9 * 20 && drawn.width > 50)
    #expect(!drawn.pixels.contains(nil))
    #expect((3...16).contains(Set(drawn.pixels).count))
    // The room below is what the picture covers.
    let rows = (drawn.height + 19) / 20
    #expect(screen.contains("\u{1B}[\(rows)A\u{1B}7\u{1B}P") && screen.contains("\u{1B}\\\u{1B}8\u{1B}[\(rows)B"))
    terminal.press("q")
    try terminal.wait(for: "status 0")
  }

  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[?6c", "\u{1B}[?62;22c\u{1B}[?62;22c",
    "\u{1B}[?62;22c\u{1B}_Gi=31;EINVAL:no\u{1B}\\\u{1B}[?62;22c",
    "\u{1B}[?1;2;4c\u{1B}[?1;2;4c",
  ])
  func `a terminal that shows none, or no size, gets none`(said: String) throws {
    let terminal = try terminal(said)
    let screen = try terminal.wait(for: "? help: ")
    let (questions, card) = try split(screen)
    #expect(questions.contains("\u{1B}[c") && questions.contains("\u{1B}_G") == said.contains("62"))
    #expect(!card.contains(Self.escape))
    terminal.press("q")
    try terminal.wait(for: "status 0")
  }

  @Test func `nothing is asked of a dumb terminal, nor where nobody wants pictures`() throws {
    for terminal in [try terminal("", name: "dumb"), try terminal("", "--no-pictures")] {
      #expect(try !terminal.wait(for: "? help: ").contains(Self.escape))
      terminal.press("q")
      try terminal.wait(for: "status 0")
    }
  }

  @Test func `a terminal that answers too late gets no pictures, and its answers are no keys`() throws {
    let terminal = try terminal("")
    let screen = try terminal.wait(for: "? help: ")
    #expect(try !split(screen).card.contains(Self.escape) && !screen.contains("\u{1B}_"))
    terminal.press("\u{1B}[?62;4;22c" + Self.kitty + Self.size + "?")
    #expect(try !terminal.wait(for: "? help: ").contains("there is no"))
    terminal.press("q")
    #expect(try terminal.wait(for: "status 0").contains("0 reels answered, 0 skipped, 1 left"))
  }

  @Test func `a key that is pressed before the terminal answered is not lost`() throws {
    let terminal = try terminal("s\u{1B}[?62;c" + Self.kitty + Self.size + "\u{1B}[?62;c")
    let screen = try terminal.wait(for: "status 0")
    #expect(screen.contains("\u{1B}_Ga=T") && screen.contains("0 reels answered, 1 skipped"))
  }

  @Test func `lists and pipes get none`() throws {
    let folder = try Self.folder.get()
    for arguments in [["review", "--dry-run"], ["review", "--json"]] {
      let run = try Tool.run("hipreel", arguments, in: folder.url, environment: ["TERM": "xterm-kitty"])
      #expect(run.status == 0 && !run.text.contains(Self.escape) && !run.errors.contains(Self.escape))
    }
    let piped = try folder.hipreel("review", input: "s\n", environment: ["TERM": "xterm-kitty"])
    #expect(piped.status == 0 && !piped.errors.contains(Self.escape))
  }

  /// What came before the question, and the question.
  private func split(_ screen: String) throws -> (questions: String, card: String) {
    let start = try #require(screen.range(of: "1 of 1"))
    return (String(screen[..<start.lowerBound]), String(screen[start.lowerBound...]))
  }
}
