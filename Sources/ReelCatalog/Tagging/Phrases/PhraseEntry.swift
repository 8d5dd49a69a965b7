/// What a phrase of the vocabulary stands for; the numbers are places in the vocabulary's lists.
enum PhraseEntry: Hashable {
  case ambiguous(Int)
  case exercise(Int)
  case family(Int)
  case muscle(Int)
  case term(Int)

  /// Lower for what names something definite, which is preferred to a term where two phrases overlap.
  var rank: Int {
    switch self {
    case .ambiguous, .exercise, .family, .muscle: 0
    case .term: 1
    }
  }
}

extension PhraseEntry {
  /// The entry as one number, for the compiled form.
  var code: Int {
    switch self {
    case .ambiguous(let place): place * 5
    case .exercise(let place): place * 5 + 1
    case .family(let place): place * 5 + 2
    case .muscle(let place): place * 5 + 3
    case .term(let place): place * 5 + 4
    }
  }

  init(code: Int) {
    let place = code / 5
    self =
      switch code % 5 {
      case 0: .ambiguous(place)
      case 1: .exercise(place)
      case 2: .family(place)
      case 3: .muscle(place)
      default: .term(place)
      }
  }
}

/// A phrase of the vocabulary, found in a text.
struct PhraseFinding {
  let entry: PhraseEntry
  /// The places of its words in `FoundText.words`.
  let words: Range<Int>
  /// The UTF-8 bytes of the text that it covers.
  let span: Range<Int>
  /// The sentence it is in, counted from 0.
  let sentence: Int
  let isHashtag: Bool
  /// Whether a word of it had to be corrected first.
  let isCorrected: Bool
}

/// Values for some phrases, by their words.
///
/// Nearly every phrase looked up is missing, and usually its first word alone shows that, so no key is made and hashed
/// for it.
struct PhraseTable<Value: Sendable> {
  private(set) var values: [[Lexicon.WordID]: Value] = [:]
  /// By word, whether a phrase starts with it.
  private var begins: [Bool] = []

  init() {}

  mutating func set(_ phrase: [Lexicon.WordID], to value: Value) {
    guard let first = phrase.first.map(Int.init) else { return }
    if first >= begins.count { begins += repeatElement(false, count: first + 1 - begins.count) }
    begins[first] = true
    values[phrase] = value
  }

  /// The value of a finding's phrase, or nil if it is missing.
  func value(of finding: PhraseFinding, in words: [FoundText.Word]) -> Value? {
    let first = finding.words.first { !words[$0].isFiller || finding.words.count == 1 }
    guard let first, let id = words[first].id, Int(id) < begins.count, begins[Int(id)] else { return nil }
    return values[words.phrase(of: finding)]
  }
}
