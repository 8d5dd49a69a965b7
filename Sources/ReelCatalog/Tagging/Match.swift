/// The very words that a tag rests on.
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
