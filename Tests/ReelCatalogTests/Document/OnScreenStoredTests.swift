import Foundation
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

/// The words on a picture as a catalog and a document keep them.
@Suite struct OnScreenStoredTests {
  private static let line =
    #"{"text":"Clamshell","fromMs":0,"toMs":9,"box":{"left":0,"top":1,"right":1000,"bottom":2},"score":90,"language":"eng"}"#

  private static func stored(_ lines: String) -> String { #"{"lines":["# + lines + #"],"whole":true}"# }

  private static func stored(_ member: String, as value: String) -> String {
    let member = "\"\(member)\":"
    guard let range = line.range(of: member) else { return line }
    let rest = line[range.upperBound...]
    let end =
      rest.first == "{" ? rest.firstIndex(of: "}").map { rest.index(after: $0) } : rest.firstIndex { ",}".contains($0) }
    return stored(line[..<range.upperBound] + value + rest[(end ?? rest.endIndex)...])
  }

  @Test func `a row looks like this`() throws {
    let onScreen = OnScreen(
      lines: [
        try ScreenSample.line("Hüftbeuger \"Dehnung\"", 0.5...2, isWatermark: true)
      ], isWhole: false)
    #expect(
      onScreen.stored == #"""
        {"lines": [{"text": "Hüftbeuger \"Dehnung\"", "fromMs": 500, "toMs": 2000, "box": {"left": 300, "top": 100, "right": 700, "bottom": 140}, "score": 90, "language": "eng", "watermark": true}], "whole": false}
        """#)
    #expect(OnScreen(stored: onScreen.stored) == onScreen)
    #expect(OnScreen(stored: OnScreen(lines: []).stored) == OnScreen(lines: []))
  }

  @Test func `random rows are read back`() {
    var random = RandomReel(seed: 22)
    for reel in random.reels(300) {
      guard let onScreen = reel.onScreen else { continue }
      #expect(OnScreen(stored: onScreen.stored) == onScreen)
    }
  }

  @Test(arguments: [
    ("text", #""""#), ("text", #"" a""#), ("text", #""a  b""#), ("text", #""a\nb""#), ("text", #""a\u0000b""#),
    ("text", #""a\u001b[2J""#), ("text", #""a\u202eb""#), ("text", #""a\u2028b""#), ("text", "7"),
    ("text", "\"" + String(repeating: "ü", count: 61) + "\""), ("fromMs", "-1"), ("fromMs", "10"), ("fromMs", "1e300"),
    ("toMs", "172800001"), ("toMs", "null"), ("score", "101"), ("score", "-1"), ("score", "0.5"),
    ("language", #""lat""#),
    ("language", #""""#), ("box", #"{"left":0,"top":0,"right":0,"bottom":1}"#),
    ("box", #"{"left":0,"top":0,"right":1001,"bottom":1}"#), ("box", #"{"left":-1,"top":0,"right":1,"bottom":1}"#),
    ("box", #"{"left":0,"top":0,"right":1}"#), ("box", "[]"),
  ])
  func `a row out of bounds is none`(member: String, value: String) {
    #expect(OnScreen(stored: Self.stored(member, as: value)) == nil)
  }

  @Test func `a row within its bounds is one, with members that are unknown here`() {
    #expect(OnScreen(stored: Self.stored(Self.line)) != nil)
    #expect(OnScreen(stored: Self.stored("text", as: "\"" + String(repeating: "ü", count: 60) + "\"")) != nil)
    #expect(OnScreen(stored: Self.stored("text", as: #""👩‍🦰 hip""#)) != nil)
    #expect(OnScreen(stored: #"{"lines":[\#(Self.line)],"parts":[1],"new":{}}"#)?.isWhole == true)
    for text in ["", "{}}", "[]", "null", #"{"lines":{}}"#, #"{"lines":[1]}"#, #"{"whole":"yes"}"#] {
      #expect(OnScreen(stored: text) == nil, "\(text)")
    }
  }

  @Test func `too many lines or words are no row`() {
    let lines = Array(repeating: Self.line, count: ScreenText.largestLineCount)
    #expect(OnScreen(stored: Self.stored(lines.joined(separator: ",")))?.lines.count == ScreenText.largestLineCount)
    #expect(OnScreen(stored: Self.stored((lines + [Self.line]).joined(separator: ","))) == nil)
    let long = Self.line.replacing("Clamshell", with: String(repeating: "a", count: ScreenText.lineByteCount))
    let count = ScreenText.byteCount / ScreenText.lineByteCount
    #expect(OnScreen(stored: Self.stored(Array(repeating: long, count: count).joined(separator: ","))) != nil)
    #expect(OnScreen(stored: Self.stored(Array(repeating: long, count: count + 1).joined(separator: ","))) == nil)
  }

  @Test func `damaged rows are read as nothing or as words within bounds`() {
    var random = SeededRandom(seed: 5)
    let row = Array(Self.stored(Self.line + "," + Self.line).utf8)
    for _ in 0..<3000 {
      var bytes = row
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let onScreen = OnScreen(stored: String(decoding: bytes, as: UTF8.self)) else { continue }
      #expect(OnScreen(stored: onScreen.stored) == onScreen)
      _ = onScreen.evidence
    }
  }

  @Test func `a document has the parts too, and no reader takes them`() throws {
    let onScreen = OnScreen(lines: [
      try ScreenSample.line("Clamshell", 1...4), try ScreenSample.line("Glute Bridge", 20...23),
    ])
    var reel = try Sample.reel(path: "IMG_4032.MOV", video: Sample.video(), evidence: onScreen.evidence)
    reel.onScreen = onScreen
    reel.tagging = Tagger.standard.tagging(of: reel.evidence)
    func text(_ reel: Reel, _ options: CatalogJSON.Options = .init()) -> String {
      var json = JSONText()
      json.reel(reel, options)
      return json.text
    }
    let whole = text(reel)
    #expect(whole.contains(#"{"exercise": "clamshell", "fromMs": 1000, "toMs": 20000}"#))
    #expect(whole.contains(#"{"exercise": "glute-bridge", "fromMs": 20000, "toMs": 40000}"#))
    #expect(whole.contains(#""source": "on-screen", "field": "0:01-0:04", "text": "Clamshell""#))
    #expect(!text(reel, .init(withEvidence: false)).contains("Clamshell"))
    let document = #"{"schema":"hipreel-catalog/1","generator":"","vocabulary":"","reels":["# + whole + "]}"
    let read = try #require(try CatalogReader.document(from: Data(document.utf8)).reels.first)
    #expect(read.onScreen == onScreen && text(read) == whole)
    let wrong = document.replacing(#""toMs": 4000"#, with: #""toMs": 0"#)
    let error = #expect(throws: CatalogReadError.self) { try CatalogReader.document(from: Data(wrong.utf8)) }
    #expect(error?.place == "reels[0].onScreen.lines[0].toMs")
  }

  @Test func `a redacted reel has no words of its picture`() throws {
    var reel = try Sample.reel()
    reel.onScreen = OnScreen(lines: [try ScreenSample.line("Anna, 555 0134")])
    #expect(reel.redacted(number: 1).onScreen == nil)
  }
}
