/// A few words of a text with what is around them.
struct Excerpt: Equatable {
  let before: String
  let words: String
  let after: String

  /// How much of the text is shown on either side, in UTF-8 bytes.
  private static let surroundings = 40

  /// - Parameter span: UTF-8 bytes of the text; a span outside it yields nil.
  init?(_ span: Range<Int>, of text: String) {
    let bytes = Array(text.utf8)
    guard span.lowerBound >= 0, span.upperBound <= bytes.count else { return nil }
    let start = Self.beginning(of: span.lowerBound - Self.surroundings, in: bytes)
    let end = Self.beginning(of: span.upperBound + Self.surroundings, in: bytes)
    before =
      (start > 0 ? "…" : "") + String(decoding: bytes[min(start, span.lowerBound)..<span.lowerBound], as: UTF8.self)
    words = String(decoding: bytes[span], as: UTF8.self)
    after =
      String(decoding: bytes[span.upperBound..<max(end, span.upperBound)], as: UTF8.self)
      + (end < bytes.count ? "…" : "")
  }

  /// The nearest place at or after a byte where a character's encoding begins.
  private static func beginning(of place: Int, in bytes: [UInt8]) -> Int {
    var place = min(max(place, 0), bytes.count)
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
