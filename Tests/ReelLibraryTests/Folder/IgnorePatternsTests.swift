import ReelCatalog
import Testing

@testable import ReelLibrary

/// Patterns of `.hipreelignore` and `--exclude`: what git-check-ignore(1) says of the same files.
@Suite struct IgnorePatternsTests {
  private func leavesOut(_ patterns: String, _ path: String) -> Bool {
    let list = IgnorePatterns(Array(patterns.utf8))
    let isFolder = path.hasSuffix("/")
    let names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
    // As in a walk: what is in a folder that is left out is never asked about.
    for count in 1...names.count {
      let index = list.decision(names[..<count], isFolder: count < names.count || isFolder)
      if let index, !list.patterns[index].isNegated { return true }
    }
    return false
  }

  @Test(arguments: [
    ("old", "old/a.mp4"), ("old", "x/old"), ("old/", "x/old/a.mp4"), ("/old", "old/a.mp4"), ("a/b", "a/b/c.mp4"),
    ("raw_*", "day 1/raw_7.mp4"), ("*.MOV", "x/IMG_1.MOV"), ("IMG_????.mp4", "IMG_4032.mp4"), ("?.mp4", "é.mp4"),
    ("IMG_[0-9]*", "IMG_7.mp4"), ("[!a-c]*", "d.mp4"), ("[^a-c]*", "d.mp4"), ("[[:upper:]]*.mp4", "Squat.mp4"),
    ("**/drafts", "a/b/drafts"), ("**/drafts", "drafts"), ("a/**/b", "a/b"), ("a/**/b", "a/x/y/b"), ("a/**", "a/x.mp4"),
    ("\\#1.mp4", "#1.mp4"), ("\\!a.mp4", "!a.mp4"), ("a\\*b", "a*b"), ("a.mp4  ", "a.mp4"), ("a\\ ", "a "),
    ("# note\n\na.mp4\r\n", "a.mp4"), ("[]]x", "]x"), ("*\n!*.mp4", "a.mov"),
  ])
  func `matches`(patterns: String, path: String) {
    #expect(leavesOut(patterns, path))
  }

  @Test(arguments: [
    ("old/", "old"), ("/old", "x/old"), ("a/b", "x/a/b"), ("raw_*", "RAW_1.mp4"), ("*.mov", "a.mov.mp4"), ("a/*", "a"),
    ("a*b", "a/b"), ("?.mp4", "ab.mp4"), ("[a-c]", "d"), ("a/**", "a"), ("#1", "#1"), ("a[", "a["), ("a\\", "a\\"),
    ("*\n!*.mp4", "a.mp4"), ("a.mp4\n!a.mp4", "a.mp4"), ("", "a"), ("/", "a"),
  ])
  func `does not match`(patterns: String, path: String) {
    #expect(!leavesOut(patterns, path))
  }

  @Test func `nothing is taken back in from a folder that is left out`() {
    #expect(leavesOut("old/\n!old/a.mp4", "old/a.mp4"))
    #expect(!leavesOut("old/*\n!old/a.mp4", "old/a.mp4"))
  }

  @Test func `a pattern of many runs costs no more than its length times the name's`() {
    let name = String(repeating: "a", count: 250)
    #expect(!leavesOut(String(repeating: "*a", count: 100) + "b", name))
    #expect(!leavesOut(String(repeating: "**/a/", count: 30) + "b", String(repeating: "a/", count: 60) + "a"))
  }

  @Test func `what a person types becomes a pattern, and is read back as it was`() {
    let root = PathBytes("/reels")
    var list = IgnorePatterns.none
    for typed in ["./sub/old", "/reels/x y", "#recycle", "!keep.mp4", "raw_*"] {
      let isAdded = list.add(PathBytes(typed), in: root)
      #expect(isAdded, "\(typed)")
    }
    #expect(list.patterns.map(\.text) == ["/sub/old", "/x y", "\\#recycle", "!keep.mp4", "raw_*"])
    #expect(IgnorePatterns(list.bytes) == list)
    for nothing in ["", "!", "/", "a[", "a\nb"] {
      let isAdded = list.add(PathBytes(nothing), in: root)
      #expect(!isAdded, "\(nothing)")
    }
  }

  @Test func `a file that Windows wrote is read, and a line without meaning is told`() {
    let text = Array("raw_*\r\n# old\r\n[raw\r\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let list = IgnorePatterns([0xFF, 0xFE] + text)
    #expect(list.patterns.map(\.text) == ["raw_*"])
    #expect(list.meaningless == ["[raw"])
  }

  @Test func `a list is bounded`() {
    var list = IgnorePatterns.none
    var count = 0
    while count < 10_000, list.add(PathBytes("pattern-\(count)"), in: PathBytes("/")) { count += 1 }
    #expect((500..<10_000).contains(count) && list.patterns.count == count)
    #expect(IgnorePatterns(list.bytes) == list)
  }
}
