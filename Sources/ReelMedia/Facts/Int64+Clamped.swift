/// Sums of time stamps, which a file can place anywhere within 64 bits.
extension Int64 {
  func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }

  func subtractingClamped(_ other: Int64) -> Int64 {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other > 0 ? .min : .max) : difference
  }

  /// How far two moments are apart.
  func distance(clampedTo other: Int64) -> Int64 {
    self > other ? subtractingClamped(other) : other.subtractingClamped(self)
  }
}
