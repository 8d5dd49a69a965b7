/// A word outside a closed list.
struct UnknownWord: Error, Equatable {
  let word: String
  let known: [String]

  /// The word that was probably meant.
  var suggestion: String? { NearestWord.to(word, among: known) }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// The case that a word names.
  init(word: String) throws(UnknownWord) {
    guard let value = Self(rawValue: word) else {
      throw UnknownWord(word: word, known: Self.allCases.map(\.rawValue))
    }
    self = value
  }
}
