/// The words of a text with the letters and marks that they were written with.
///
/// Made only for the few texts whose words need a second look.
struct WrittenText {
  let words: [FoundText.Word]
  private let bytes: [UInt8]

  init(_ text: String, words: [FoundText.Word]) {
    bytes = Array(text.utf8)
    self.words = words
  }

  var end: Int { bytes.count }

  /// A word as it was written.
  func written(_ place: Int) -> ArraySlice<UInt8> { bytes[words[place].span] }

  /// A word in small letters, without accents.
  func letters(_ place: Int) -> String {
    let written = written(place)
    if written.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "'") }) {
      return String(unsafeUninitializedCapacity: written.count) { folded in
        for (index, byte) in written.enumerated() {
          folded[index] = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
        }
        return written.count
      }
    }
    let text = String(decoding: written, as: UTF8.self)
    return Tokenizer.tokens(in: text, kind: .title).map { String(decoding: $0.word, as: UTF8.self) }.joined()
  }

  func isNumber(_ place: Int) -> Bool {
    written(place).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether a word is written in capitals, at least two of them.
  func isCapitals(_ place: Int) -> Bool {
    let text = String(decoding: written(place), as: UTF8.self)
    return text.count > 1 && text.allSatisfy(\.isUppercase)
  }

  /// What is written between a word and the one before it, or the text's start or end; lookalikes as what they mean.
  func marks(before place: Int) -> [Unicode.Scalar] {
    let from = place > 0 ? words[place - 1].span.upperBound : 0
    let to = place < words.count ? words[place].span.lowerBound : bytes.count
    // Parts of one word whose letters are not bytes share a span. Most words have a space between them.
    guard from < to, to - from > 1 || bytes[from] != UInt8(ascii: " ") else { return [] }
    return String(decoding: bytes[from..<to], as: UTF8.self).unicodeScalars.map { Lookalike.plain($0) ?? $0 }
  }

  /// Whether letters of the same written word stand before a word: "over" in "leftover", but neither "2" in "L2" nor
  /// "Left" in "stretchLeft". They may be a word that says nothing, such as "copy" in "copyright".
  func isJoined(before place: Int) -> Bool { isOneWord(at: words[place].span.lowerBound) }

  /// The same of letters after it.
  func isJoined(after place: Int) -> Bool { isOneWord(at: words[place].span.upperBound) }

  private func isOneWord(at border: Int) -> Bool {
    guard border > 0, border < bytes.count else { return false }
    func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    let (before, after) = (bytes[border - 1], bytes[border])
    return isSmall(after) ? isSmall(before) || isCapital(before) : isCapital(after) && isCapital(before)
  }

  /// Whether all that follows a word is the eleven characters by which a video site knows the video, after a hyphen,
  /// as youtube-dl writes them (`%(title)s-%(id)s.%(ext)s`).
  func endsInVideoID(after place: Int) -> Bool {
    let rest = bytes[words[place].span.upperBound..<MediaEnding.start(in: bytes)]
    return rest.count == 12 && rest.first == UInt8(ascii: "-")
      && rest.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_") }
      && rest.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          || (byte < 0x80 && Unicode.Scalar(byte).properties.isAlphabetic)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}
