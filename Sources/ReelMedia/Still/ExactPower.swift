/// Powers that every machine computes alike: C libraries differ in the last bit of `pow`.
///
/// Made of additions, multiplications and divisions, which IEEE 754 rounds in one way only. Good to about twelve digits.
enum ExactPower {
  private static let ln2 = 0.693_147_180_559_945_3

  /// A base raised to an exponent; 0 for a base that is not positive.
  static func of(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0, base.isFinite else { return 0 }
    return exponential(exponent * logarithm(base))
  }

  /// e raised to an exponent, which is held within -700...700.
  static func exponential(_ exponent: Double) -> Double {
    let held = min(max(exponent, -700), 700)
    let whole = (held / ln2).rounded()
    let rest = held - whole * ln2
    var (sum, term) = (1.0, 1.0)
    for index in 1...18 {
      term = term * rest / Double(index)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
  }

  /// The natural logarithm of a positive number.
  private static func logarithm(_ number: Double) -> Double {
    let fraction = (number.significand - 1) / (number.significand + 1)
    let square = fraction * fraction
    var (sum, term) = (0.0, fraction)
    for index in 0..<20 {
      sum += term / Double(2 * index + 1)
      term *= square
    }
    return 2 * sum + Double(number.exponent) * ln2
  }
}
