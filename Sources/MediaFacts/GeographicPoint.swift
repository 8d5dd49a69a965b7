/// Places on Earth as ISO 6709 writes them, such as `+48.2082+016.3738+171.000/`.
///
/// Latitude and longitude are degrees, degrees and minutes, or degrees, minutes and seconds, as their number of digits
/// shows (Annex H of the standard).
public enum GeographicPoint {
  /// Whether a text is such a place and nothing else, with a latitude and a longitude that exist.
  public static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= longestByteCount, var rest = coordinates(in: bytes, at: 0)?.end else { return false }
    // A height, a reference system and a solidus may follow.
    if let height = number(in: bytes, at: rest, digits: 1...8) { rest = height.end }
    if bytes[rest...].starts(with: Array("CRS".utf8)) { return bytes.last == UInt8(ascii: "/") }
    if rest < bytes.count, bytes[rest] == UInt8(ascii: "/") { rest += 1 }
    return rest == bytes.count
  }

  /// The longest place that counts as one, in bytes.
  public static let longestByteCount = 64

  /// The latitude and the longitude that begin at a place: where they end, and whether both have fractions.
  static func coordinates(in bytes: [UInt8], at start: Int) -> (end: Int, hasFractions: Bool)? {
    guard let latitude = number(in: bytes, at: start, digits: 2...6), isAngle(latitude, degreeDigits: 2, most: 90),
      let longitude = number(in: bytes, at: latitude.end, digits: 3...7),
      isAngle(longitude, degreeDigits: 3, most: 180)
    else { return nil }
    return (longitude.end, latitude.hasFraction && longitude.hasFraction)
  }

  private struct Number {
    let digits: [Int]
    let hasFraction: Bool
    /// Whether there is a fraction other than zero.
    let exceeds: Bool
    let end: Int
  }

  /// A sign, digits, and a fraction or none.
  private static func number(in bytes: [UInt8], at start: Int, digits range: ClosedRange<Int>) -> Number? {
    func isDigit(_ index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-") else {
      return nil
    }
    var end = start + 1
    while isDigit(end), end - start <= range.upperBound { end += 1 }
    let digits = bytes[(start + 1)..<end].map { Int($0) - 0x30 }
    guard range.contains(digits.count) else { return nil }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) else {
      return Number(digits: digits, hasFraction: false, exceeds: false, end: end)
    }
    let fraction = end + 1
    end = fraction
    while isDigit(end) { end += 1 }
    return Number(
      digits: digits, hasFraction: true, exceeds: bytes[fraction..<end].contains { $0 != 0x30 }, end: end)
  }

  private static func isAngle(_ number: Number, degreeDigits: Int, most: Int) -> Bool {
    let small = Array(number.digits.dropFirst(degreeDigits))
    guard small.count.isMultiple(of: 2), number.digits.count >= degreeDigits, small.count <= 4 else { return false }
    let degrees = number.digits.prefix(degreeDigits).reduce(0) { $0 * 10 + $1 }
    let parts = stride(from: 0, to: small.count, by: 2).map { small[$0] * 10 + small[$0 + 1] }
    guard degrees <= most, parts.allSatisfy({ $0 < 60 }) else { return false }
    return degrees < most || (!number.exceeds && parts.allSatisfy { $0 == 0 })
  }
}
