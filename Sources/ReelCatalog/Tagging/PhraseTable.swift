/// What belongs to some phrases, by their words.
///
/// Nearly every phrase of a text that is looked up is not there, which its first word alone tells mostly: no key is made
/// and hashed for it.
struct PhraseTable<Value: Sendable> {
  private(set) var values: [[Lexicon.WordID]: Value] = [:]
  /// By word, whether a phrase begins with it.
  private var begins: [Bool] = []

  init() {}

  mutating func set(_ phrase: [Lexicon.WordID], to value: Value) {
    guard let first = phrase.first.map(Int.init) else { return }
    if first >= begins.count { begins += repeatElement(false, count: first + 1 - begins.count) }
    begins[first] = true
    values[phrase] = value
  }

  /// The value of a finding's phrase, or nil when it is not there.
  func value(of finding: Finding, in words: [FoundText.Word]) -> Value? {
    let first = finding.words.first { !words[$0].isFiller || finding.words.count == 1 }
    guard let first, let id = words[first].id, Int(id) < begins.count, begins[Int(id)] else { return nil }
    return values[words.phrase(of: finding)]
  }
}
