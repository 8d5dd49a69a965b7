/// A phrase of the vocabulary, found in a text.
struct Finding {
  let entry: PhraseEntry
  /// The places of its words in `FoundText.words`.
  let words: Range<Int>
  /// The UTF-8 bytes of the text that it covers.
  let span: Range<Int>
  /// The sentence it stands in, counted from 0.
  let sentence: Int
  let isHashtag: Bool
  /// Whether a word of it had to be put right first.
  let isCorrected: Bool
}
