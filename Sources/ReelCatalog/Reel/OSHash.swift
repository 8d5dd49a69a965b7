/// How a `MediaFacts.Report.oshash` is written: 16 lower-case hex digits, as Stash does.
public enum OSHash {
  /// The 16 digits of a hash.
  public static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Nil unless the text is 16 lower-case hex digits.
  public static func value(_ text: String) -> UInt64? {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return UInt64(text, radix: 16)
  }
}
