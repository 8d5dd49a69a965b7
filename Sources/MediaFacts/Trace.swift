/// What a file tells of a person besides its pictures and its sound.
public enum Trace: UInt8, Sendable, CaseIterable, Comparable {
  /// Where it was filmed, or a track of a receiver that may say so.
  case place = 1
  /// What it was filmed with.
  case device = 2
  /// The number of that very device.
  case serialNumber = 3
  /// Who filmed it, or whose it is.
  case owner = 4
  case date = 5
  case comment = 6

  public static func < (one: Trace, other: Trace) -> Bool { one.rawValue < other.rawValue }
}
