/// The part of a word that its plurals and verb forms share, in English, Spanish, Portuguese, German and French.
///
/// One rule set for all five, because a caption does not say its language. It can be rough: words are only compared
/// with words of the vocabulary, whose stems are made by the same rules.
enum WordStem {
  /// Folded letters in, folded letters out; short words stay as they are.
  static func stem(of word: [UInt8]) -> [UInt8] {
    var stem = word
    guard stem.count > 3, stem.last.map(isLetter) ?? false else { return stem }
    dropPlural(from: &stem)
    if stem.count >= 7 {
      if stem.ends(with: "ing") {
        stem.removeLast(3)
        dropDoubledConsonant(from: &stem)
      } else if stem.ends(with: "en") {
        stem.removeLast(2)
      } else if stem.last == UInt8(ascii: "e") {
        stem.removeLast()
      }
    }
    if stem.count >= 6, stem.ends(with: "ed") {
      stem.removeLast(2)
      dropDoubledConsonant(from: &stem)
    }
    return stem
  }

  private static func dropPlural(from stem: inout [UInt8]) {
    guard stem.last == UInt8(ascii: "s") else { return }
    if stem.count >= 7, stem.ends(with: "oes") {
      stem.removeLast(3)
      stem += "ao".utf8
    } else if stem.count >= 7, stem.ends(with: "ais") {
      stem.removeLast(2)
      stem.append(UInt8(ascii: "l"))
    } else if stem.ends(with: "iones") {
      stem.removeLast(2)
    } else if stem.ends(with: "ies") {
      stem.removeLast(3)
      stem.append(UInt8(ascii: "y"))
    } else if ["sses", "shes", "ches", "xes", "zes"].contains(where: { stem.ends(with: $0) }) {
      stem.removeLast(2)
    } else if !["ss", "us", "is"].contains(where: { stem.ends(with: $0) }) {
      stem.removeLast()
    }
  }

  private static func dropDoubledConsonant(from stem: inout [UInt8]) {
    guard stem.count > 3, let last = stem.last, last == stem[stem.count - 2], !"lsz".utf8.contains(last) else { return }
    stem.removeLast()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}

extension [UInt8] {
  fileprivate func ends(with ending: String) -> Bool {
    let ending = ending.utf8
    return count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
