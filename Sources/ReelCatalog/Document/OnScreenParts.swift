import Foundation
import MediaFacts

/// The words on a picture, of a document or of a catalog's row, checked as they are read.
struct OnScreenParts: Decodable {
  let onScreen: OnScreen

  /// The parts of a compilation follow from the words, so they aren't read.
  private enum CodingKeys: String, CodingKey { case lines, whole }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let lines = try members.list(.lines, of: LineParts.self).map(\.line)
    guard lines.count <= ScreenText.largestLineCount else {
      throw members.error(.lines, "has more than \(ScreenText.largestLineCount) lines")
    }
    guard lines.reduce(0, { $0 + $1.text.utf8.count }) <= ScreenText.byteCount else {
      throw members.error(.lines, "has more than \(ScreenText.byteCount >> 10) KiB of words")
    }
    onScreen = OnScreen(lines: lines, isWhole: try members.decodeIfPresent(Bool.self, forKey: .whole) ?? true)
  }
}

private struct LineParts: Decodable {
  let line: OnScreen.Line

  private enum CodingKeys: String, CodingKey { case text, fromMs, toMs, box, score, language, watermark }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func moment(_ key: CodingKeys) throws -> Int {
      try members.value(key, "isn't a time") { WireLimits.milliseconds.contains($0) ? $0 : nil }
    }
    let (from, to) = (try moment(.fromMs), try moment(.toMs))
    guard from <= to else { throw members.error(.toMs, "is before the start") }
    let read = ScreenLine(
      text: try members.value(.text, "isn't a line of words") { (text: String) in
        ScreenLine.isPlain(text) ? text : nil
      },
      startMilliseconds: from, endMilliseconds: to,
      box: try members.value(.box, "isn't a place in a picture") { (parts: BoxParts) in parts.box },
      score: try members.value(.score, "isn't a score from 0 to 100") { (0...100).contains($0) ? $0 : nil },
      language: try members.value(.language, "isn't a language that is read") { (code: String) in
        TextLanguage(code: code)
      })
    line = OnScreen.Line(read, isWatermark: try members.decodeIfPresent(Bool.self, forKey: .watermark) ?? false)
  }
}

private struct BoxParts: Decodable {
  let left: Int
  let top: Int
  let right: Int
  let bottom: Int

  var box: ScreenBox? { ScreenBox(left: left, top: top, right: right, bottom: bottom) }
}

extension OnScreen {
  /// What a catalog keeps of it: one line of JSON.
  public var stored: String {
    var json = JSONText(.inline)
    json.onScreen(self)
    return json.text
  }

  /// Reads what a catalog keeps; nil for anything else.
  public init?(stored: String) {
    do {
      self = try JSONDecoder().decode(OnScreenParts.self, from: Data(stored.utf8)).onScreen
    } catch { return nil }
  }
}
