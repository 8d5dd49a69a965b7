/// Makes text from outside fit to leave the jail.
enum TextCleaning {
  private static let mark: Unicode.Scalar = "…"

  /// Line ends become line feeds, other control characters except tabs are removed, and longer text is cut at a scalar
  /// and marked.
  static func cleaned(_ text: String, _ byteLimit: Int) -> String {
    var result = String.UnicodeScalarView()
    var byteCount = 0
    var previousWasReturn = false
    for var scalar in text.unicodeScalars {
      let followsReturn = previousWasReturn
      previousWasReturn = scalar == "\r"
      if scalar == "\n", followsReturn { continue }
      if scalar == "\r" { scalar = "\n" }
      let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      if isControl, scalar != "\n", scalar != "\t" { continue }
      let size = UTF8.width(scalar)
      guard byteCount + size <= byteLimit else {
        while byteCount + UTF8.width(mark) > byteLimit, let last = result.popLast() { byteCount -= UTF8.width(last) }
        result.append(mark)
        break
      }
      byteCount += size
      result.append(scalar)
    }
    return String(result)
  }
}
