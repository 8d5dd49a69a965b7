import Foundation

/// What each character beyond ASCII becomes without case, accents and width.
///
/// Marks are dropped wherever they are, so a text can be folded character by character: the compatibility decomposition
/// (NFKD) of a text is that of its characters, except for the order of marks. Foundation takes about 30 µs to decompose
/// a text, too slow for a million names, so its answers are kept for the blocks that people write in.
enum ScalarFolding {
  static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case latin.range: latin[scalar]
    case letters.range: letters[scalar]
    case forms.range: forms[scalar]
    case mathematical.range: mathematical[scalar]
    case enclosed.range: enclosed[scalar]
    // Ideographs and pictures, which stay as they are.
    case 0x3400...0x9FFF, 0xE000...0xF8FF, 0x1F300...0x1FAFF, 0x20000...0x2F7FF: String(Character(scalar))
    default: decomposed(scalar)
    }
  }

  /// The letters of Western European languages, which a first non-English name needs.
  private static let latin = Table(0x80...0x24F)
  /// The other alphabets, and symbols made of letters.
  private static let letters = Table(0x250...0x33FF)
  /// Ligatures, Arabic forms, and the full and half widths of East Asian typing.
  private static let forms = Table(0xF900...0xFFFF)
  /// Bold and italic letters, as captions use them.
  private static let mathematical = Table(0x1D400...0x1D7FF)
  private static let enclosed = Table(0x1F100...0x1F2FF)

  /// The foldings of a block of characters, taken from one call to Foundation.
  private struct Table {
    let range: ClosedRange<UInt32>
    private let foldings: [String]

    init(_ range: ClosedRange<UInt32>) {
      self.range = range
      // Line breaks separate the answers; no character decomposes into one, and numbers without a character give none.
      var text = String.UnicodeScalarView()
      for value in range {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        text.append("\n")
      }
      foldings = String(text).decomposedStringWithCompatibilityMapping.unicodeScalars
        .split(separator: "\n", omittingEmptySubsequences: false).map { $0.map(ScalarFolding.plain).joined() }
    }

    subscript(scalar: Unicode.Scalar) -> String { foldings[Int(scalar.value - range.lowerBound)] }
  }

  /// The folding of a character from a block too rare to keep.
  private static func decomposed(_ scalar: Unicode.Scalar) -> String {
    String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars.map(plain).joined()
  }

  /// A decomposed character in lower case and without marks.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    guard !isMark(scalar) else { return "" }
    return scalar.properties.lowercaseMapping.unicodeScalars.filter { !isMark($0) }
      .map { undivided[$0] ?? String(Character($0)) }.joined()
  }

  /// Letters that Unicode doesn't decompose, as people type them on other keyboards.
  private static let undivided: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ς": "σ",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
