import MediaFacts

/// The one caption of a post with several videos.
public enum PostCaption {
  /// What a caption says about one of them: the item of a numbered list with as many items, without the others.
  ///
  /// Items begin on lines of their own: `1. …`, `1) …`, `1: …`, `#1 …`, `1️⃣ …`. What stands before the first, and behind an
  /// empty line after the last, is about none of them.
  ///
  /// - Parameter place: Counted from 1.
  /// - Returns: Nil for another caption.
  public static func item(_ place: Int, of count: Int, in caption: String) -> String? {
    guard count > 1, (1...count).contains(place) else { return nil }
    let items = items(in: caption)
    return items.count == count ? items[place - 1] : nil
  }

  /// The items of a numbered list; none unless they count 1, 2, 3 ….
  static func items(in caption: String) -> [String] {
    var items: [String] = []
    var isOpen = false
    for line in caption.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.trimmingWhitespace()
      if let (number, rest) = numbered(text) {
        // A list that starts again, or leaves a number out, is not one.
        guard number == items.count + 1 else { return [] }
        items.append(rest)
        isOpen = true
      } else if text.isEmpty {
        isOpen = false
      } else if isOpen, let last = items.popLast() {
        items.append("\(last)\n\(text)")
      }
    }
    return items
  }

  private static func numbered(_ line: String) -> (number: Int, rest: String)? {
    var rest = line.unicodeScalars.drop { $0 == "#" || $0 == "(" }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    let number: Int
    if (1...2).contains(digits.count), let value = Int(String(digits)) {
      number = value
      rest = rest[digits.endIndex...]
      let sign = rest.prefix { ".):-–—\u{FE0F}\u{20E3}".unicodeScalars.contains($0) }
      let isDashed = sign.isEmpty && [" - ", " – ", " — "].contains { String(rest).hasPrefix($0) }
      let isMarked = !sign.isEmpty || isDashed || line.hasPrefix("#")
      rest = isDashed ? rest.dropFirst(3) : rest[sign.endIndex...]
      // "1.5 kg" and "3-1-3" are no items.
      guard isMarked, rest.first.map({ !("0"..."9").contains($0) }) ?? false else { return nil }
    } else if let first = rest.first, (0x2460...0x2468).contains(first.value) {
      number = Int(first.value - 0x2460) + 1
      rest = rest.dropFirst()
    } else {
      return nil
    }
    let text = String(rest).trimmingWhitespace()
    return text.isEmpty ? nil : (number, text)
  }
}
