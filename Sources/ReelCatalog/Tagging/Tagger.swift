/// Says what a reel shows, from the words about it.
///
/// Pure: the same vocabulary and evidence give the same tags, on any thread. docs/TAGGING.md has the rules.
public struct Tagger: Sendable {
  public let vocabulary: Vocabulary
  /// The rules and vocabulary that its tags come from; reels are marked with it.
  public let version: String
  private let reader: TextReader

  /// The one for the standard vocabulary, whose phrases are compiled in: it takes a few milliseconds to make.
  public static let standard = Tagger(
    vocabulary: .standard, version: standardVersion,
    reader: TextReader(.standard, compiled: Vocabulary.standardPhrases))

  /// Works out what follows from a vocabulary, which takes a tenth of a second; make one and keep it.
  ///
  /// - Parameter version: The mark for reels that it tags; it can be empty if no tags are kept.
  public init(vocabulary: Vocabulary, version: String = "") {
    self.init(vocabulary: vocabulary, version: version, reader: TextReader(vocabulary))
  }

  private init(vocabulary: Vocabulary, version: String, reader: TextReader) {
    self.vocabulary = vocabulary
    self.version = version
    self.reader = reader
  }

  /// What follows from a vocabulary for finding its phrases, as text for a string literal.
  public static func compiledPhrases(of vocabulary: Vocabulary) -> String { TextReader(vocabulary).compiled }

  /// Tags a reel from all the texts about it.
  ///
  /// - Parameter evidence: In any order; the matches refer to places in it.
  public func tagging(of evidence: [Evidence]) -> Tagging { reading(of: evidence, own: []).tagging }

  /// The tags of a reel, and whether something written contradicts what was seen.
  ///
  /// - Parameter own: The movements that the person gave the reel.
  func reading(of evidence: [Evidence], own: Set<String>) -> (tagging: Tagging, contradictsPicture: Bool) {
    var statements: [Statement] = []
    for (place, item) in evidence.enumerated() {
      let claims =
        switch item.source {
        case .seen: SeenRules.claims(in: item.text)
        case .alike: alikeClaims(in: item.text)
        default: claims(in: item.text, kind: item.kind)
        }
      statements += claims.map { Statement(claim: $0, evidence: place, source: item.source) }
    }
    let (settled, isContradicted) = SeenRules.settled(
      AlikeRules.settled(OnScreenRules.settled(statements)), own: own)
    return (Weighing.tagging(of: settled), isContradicted)
  }

  /// Tags one text as if it were all that is known.
  public func tagging(text: String, kind: TextKind) -> Tagging {
    let source: EvidenceSource =
      switch kind {
      case .filename: .filename
      case .screen: .onScreen
      case .title, .caption, .subtitles: .sidecar
      }
    return Weighing.tagging(of: claims(in: text, kind: kind).map { Statement(claim: $0, evidence: 0, source: source) })
  }

  /// What the exercise of a line that `Alike` made stands for, each as sure as the line says.
  private func alikeClaims(in text: String) -> [Claim] {
    guard let alike = Alike(line: text), let exercise = vocabulary.exercise(alike.exercise) else { return [] }
    return AlikeRules.claims(of: alike, meaning: claims(in: exercise.name, kind: .caption))
  }

  /// What a text claims; of words on a picture, only lines that are hardly more than a name count.
  func claims(in text: String, kind: TextKind) -> [Claim] {
    if kind == .screen {
      guard let titles = reader.titles(in: text) else { return [] }
      return claims(ofRead: titles, kind: kind)
    }
    return claims(ofRead: text, kind: kind)
  }

  /// What a line on a picture is.
  func screenLine(_ line: String) -> ScreenLineKind { reader.screenLine(line) }

  private func claims(ofRead text: String, kind: TextKind) -> [Claim] {
    let reading = reader.reading(of: text, kind: kind)
    return MovementRules.claims(from: reading) + AttributeRules.claims(from: reading, vocabulary: vocabulary)
      + DoseRules.claims(in: text, kind: kind)
  }
}

extension Tagger {
  /// Which rules and which standard vocabulary make tags: when it changes, every reel is tagged again.
  public static let standardVersion = "\(rules)-\(String(StableHash(Vocabulary.standardLiteral.utf8).value, radix: 16))"

  /// Grows with every change of the rules that can change a tag.
  private static let rules = 7
}
