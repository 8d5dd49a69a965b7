/// Text made comparable: without case, accents and character widths.
///
/// The query language folds text in this one way: the words of the full-text table and of a query both come from here,
/// so the database and `Query.matches` agree.
public struct FoldedText: Sendable, Hashable {
  /// The folded text, without marks but with all else, for finding part of a name.
  public let text: String

  public init(_ text: String) {
    self.text = text.utf8.allSatisfy { $0 < 0x80 } ? Self.foldedASCII(text) : Self.foldedUnicode(text)
  }

  /// The runs of letters and digits, in order.
  public var words: [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Self.isWordScalar(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func foldedASCII(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      String(unsafeUninitializedCapacity: utf8.count) { folded in
        for (index, byte) in utf8.enumerated() { folded[index] = lowercased(byte) }
        return utf8.count
      }
    }
  }

  private static func foldedUnicode(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        folded.append(lowercased(UInt8(ascii: scalar)))
      } else {
        folded.append(contentsOf: ScalarFolding.folded(scalar).utf8)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
