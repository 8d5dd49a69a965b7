/// The secret of one run of the server: whoever has it may see and edit.
///
/// Other people on the same computer can reach a loopback port; they do not have the key. It is in the address that the run
/// prints, and from then on in a cookie that no script can read and no other site can send.
struct SessionKey: Sendable {
  let text: String

  /// A new key of 128 random bits, as 32 hexadecimal digits.
  init() {
    var generator = SystemRandomNumberGenerator()
    text = (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether a text is the key. Takes the same time wherever the first difference is.
  func matches(_ other: some StringProtocol) -> Bool {
    let (ours, theirs) = (Array(text.utf8), Array(other.utf8))
    guard ours.count == theirs.count else { return false }
    return zip(ours, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
