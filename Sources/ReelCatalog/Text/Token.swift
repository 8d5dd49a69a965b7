/// One word of a text, folded for comparison, and its place.
struct Token: Equatable {
  /// Lower case, without accents; ASCII letters and digits where the script allows.
  var word: [UInt8]
  /// The UTF-8 bytes of the text it was made from.
  var span: Range<Int>
  /// What separates it from the word before.
  var gap: Gap
  var isHashtag: Bool
  /// Whether every letter of the word is one byte of the text.
  var isPlain: Bool

  /// How strongly two neighbouring words are separated; compares from weak to strong.
  enum Gap: Int, Comparable {
    /// Nothing: a change of case, or between letters and digits.
    case none
    /// Spaces, underscores, hyphens, slashes.
    case space
    /// The end of a line inside a spoken sentence: a phrase crosses it, what is said of a sentence does not.
    case line
    /// Commas, brackets, colons, emoji: a phrase does not cross them.
    case comma
    /// The end of a sentence or line.
    case sentence

    static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }
  }
}
