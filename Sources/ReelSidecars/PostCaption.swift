import MediaFacts

/// The one caption of a post with several videos.
public enum PostCaption {
  /// What a caption says about one of them: the item of a numbered list with as many items, without the others.
  ///
  /// Items begin on lines of their own: `1. …`, `1) …`, `1: …`, `#1 …`, `1️⃣ …`, `Slide 1: …`, `Teil 1/3 …`. What
  /// stands before the first, and behind an empty line after the last, is about none of them.
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
    let items = items(in: caption, read: named)
    return items.count > 1 ? items : self.items(in: caption, read: numbered)
  }

  private static func items(in caption: String, read: (String) -> (number: Int, rest: String)?) -> [String] {
    var items: [String] = []
    var isOpen = false
    for line in caption.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.trimmingWhitespace()
      if let (number, rest) = read(text) {
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

  /// An item that begins with a word and a number: "Slide 1: …", "👉 Parte 2/3 …".
  private static func named(_ line: String) -> (number: Int, rest: String)? {
    let start = line.unicodeScalars.drop { !$0.properties.isAlphabetic && !isDigit($0) }
    let word = start.prefix { $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark }
    guard word.count <= longestWord, words.contains(String(word).lowercased()) else { return nil }
    var rest = start[word.endIndex...].drop { " #\u{A0}".unicodeScalars.contains($0) }
    let digits = rest.prefix(while: isDigit)
    guard (1...2).contains(digits.count), let number = Int(String(digits)) else { return nil }
    rest = rest[digits.endIndex...]
    if rest.first == "/" { rest = rest.dropFirst().drop(while: isDigit) }
    let sign = rest.prefix { " \u{A0}.):|-–—\u{FE0F}\u{20E3}".unicodeScalars.contains($0) }
    // "Part 1.5", "slide 1-3" and "slide 1 & 2" are no items.
    guard !sign.isEmpty, let first = rest[sign.endIndex...].first, !"&+,/".unicodeScalars.contains(first),
      !isDigit(first) || sign.contains(" ")
    else { return nil }
    return (number, String(rest[sign.endIndex...]).trimmingWhitespace())
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Slides, parts and clips in five languages.
  private static let words: Set<String> = [
    "slide", "part", "video", "clip", "exercise", "diapositiva", "lámina", "lamina", "parte", "vídeo", "ejercicio",
    "lâmina", "exercício", "exercicio", "folie", "teil", "bild", "übung", "diapositive", "diapo", "partie", "vidéo",
    "exercice",
  ]
  private static let longestWord = 12

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
