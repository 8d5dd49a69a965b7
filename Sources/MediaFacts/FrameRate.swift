/// Frames per second as an exact fraction, such as 30000/1001.
public struct FrameRate: Sendable, Equatable, Hashable, Codable {
  public let numerator: Int
  public let denominator: Int

  /// Returns nil unless 0 < rate <= 1000 and both parts fit 31 bits.
  public init?(numerator: Int, denominator: Int) {
    guard (1...Int(Int32.max)).contains(numerator), (1...Int(Int32.max)).contains(denominator),
      numerator <= denominator * 1000
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The rate as a number, for showing and comparing.
  public var framesPerSecond: Double { Double(numerator) / Double(denominator) }
}
