/// What a caption may carry and a catalog must not: what follows an address's `?`, and the addresses of people and
/// machines.
enum PrivateText {
  /// The text without them.
  ///
  /// A web address keeps its host and path, since the words in it can name a drill; its parameters, where signatures
  /// and tokens stand, its user and its fragment go. E-mail addresses and IP addresses go altogether.
  static func removed(from text: String) -> String {
    // The common caption holds none of the three: one look at its bytes settles that.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") })
    else { return text }
    var result = ""
    var word = ""
    for character in text {
      if character.isWhitespace {
        result += kept(word)
        result.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    return result + kept(word)
  }

  private static func kept(_ word: String) -> String {
    if let scheme = word.firstRange(of: "://") { return address(word, afterScheme: scheme.upperBound) }
    if isMail(word) || isMachine(word, stands: .alone) { return "" }
    // "www.example.org/x?token=…" without a scheme.
    if word.hasPrefix("www."), let parameters = word.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      return String(word[..<parameters])
    }
    return word
  }

  private static func address(_ word: String, afterScheme start: String.Index) -> String {
    let rest = word[start...]
    let place = rest.prefix { $0 != "?" && $0 != "#" }
    let host = place.prefix { $0 != "/" }
    let machine = host.lastIndex(of: "@").map { host[host.index(after: $0)...] } ?? host
    if isMachine(String(machine.prefix { $0 != ":" }), stands: .inAddress) || machine.hasPrefix("[") {
      return String(word[..<start])
    }
    return String(word[..<start]) + machine + place[host.endIndex...]
  }

  /// `name@host.tld`; an "@name" of the platforms is not an address.
  private static func isMail(_ word: String) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].last.map { $0.isLetter || $0.isNumber } == true
      && parts[1].contains(".") && parts[1].first.map { $0.isLetter || $0.isNumber } == true
  }

  private enum Place { case alone, inAddress }

  /// Four numbers up to 255 with dots between, with or without punctuation around and a port behind.
  ///
  /// Alone and all below ten they are the tempo of a lift, such as `4.0.2.0`.
  private static func isMachine(_ word: String, stands place: Place) -> Bool {
    let bare = word.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }.reversed()
    let name = bare.prefix { $0 != ":" && $0 != "/" }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt8(String($0)) }
    guard parts.count == 4, numbers.count == 4 else { return false }
    return place == .inAddress || name.count < bare.count || numbers.contains { $0 > 9 }
  }
}
