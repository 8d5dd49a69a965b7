import MediaFacts

extension FrameRate {
  /// The average rate of a number of pictures in a span, in lowest terms; nil without either.
  static func average(of frameCount: Int, in milliseconds: Int?) -> FrameRate? {
    guard let milliseconds, milliseconds > 0, (1...1_000_000).contains(frameCount) else { return nil }
    var (divisor, rest) = (frameCount * 1000, milliseconds)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return FrameRate(numerator: frameCount * 1000 / divisor, denominator: milliseconds / divisor)
  }
}
