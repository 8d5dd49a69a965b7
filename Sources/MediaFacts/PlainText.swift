/// Text from outside, made fit to be kept.
public enum PlainText {
  /// Line ends become line feeds, other control characters except tabs are removed, and longer text is cut between
  /// scalars.
  ///
  /// - Parameters:
  ///   - byteLimit: The most bytes of UTF-8, the mark included.
  ///   - mark: What a cut text ends with, such as "…"; nil for nothing.
  public static func cleaned(_ text: String, byteLimit: Int, markingCutsWith mark: Unicode.Scalar? = nil) -> String {
    var result = String.UnicodeScalarView()
    var byteCount = 0
    var followsReturn = false
    for var scalar in text.unicodeScalars {
      let wasReturn = followsReturn
      followsReturn = scalar == "\r"
      if scalar == "\n", wasReturn { continue }
      if scalar == "\r" { scalar = "\n" }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      if isControl, scalar != "\n", scalar != "\t" { continue }
      let size = UTF8.width(scalar)
      guard byteCount + size <= byteLimit else {
        guard let mark else { break }
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
