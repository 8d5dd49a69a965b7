/// One thing a reel shows, how sure that is, and why.
public struct Tag: Sendable, Equatable, Hashable {
  public let facet: Facet
  /// The vocabulary's word: an exercise id, a movement, a mode and so on.
  public let value: String
  /// Only for movements.
  public let role: MovementRole?
  public var confidence: Confidence
  /// Empty only for the person's own tags.
  public var matches: [Match]

  public init(
    facet: Facet, value: String, role: MovementRole? = nil, confidence: Confidence, matches: [Match]
  ) {
    self.facet = facet
    self.value = value
    self.role = role
    self.confidence = confidence
    self.matches = matches
  }
}

/// The words behind a tag.
public struct Match: Sendable, Equatable, Hashable {
  /// The place of the evidence in the reel's list.
  public let evidence: Int
  /// The UTF-8 bytes of the evidence's text that matched.
  public let span: Range<Int>
  /// The vocabulary entry, such as `exercise:clamshell` or `muscle:hip-flexors+stretch`.
  public let entry: String
  /// How much this match adds, in thousandths.
  public let weight: Int

  public init(evidence: Int, span: Range<Int>, entry: String, weight: Int) {
    self.evidence = evidence
    self.span = span
    self.entry = entry
    self.weight = weight
  }
}

/// How sure a tag is, from 0 to 1 in thousandths, so equal catalogs export equal bytes.
///
/// Calibrated: of tags at 0.900, nine in ten are right (docs/TAGGING.md).
public struct Confidence: Sendable, Hashable, Comparable {
  /// 0...1000.
  public let permille: Int

  /// Values outside 0...1000 are clamped.
  public init(permille: Int) { self.permille = min(max(permille, 0), 1000) }

  /// What a person said themselves.
  public static let certain = Confidence(permille: 1000)

  public static func < (one: Confidence, other: Confidence) -> Bool { one.permille < other.permille }

  /// From 0 to 1.
  public var value: Double { Double(permille) / 1000 }
}
