/// How sure a tag is, from 0 to 1 in thousandths, so that equal catalogs export equal bytes.
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
