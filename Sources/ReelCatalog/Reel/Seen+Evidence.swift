extension Seen {
  /// The line that stands for what was seen among a reel's texts; nil where nothing is sure enough for a tag.
  ///
  /// It begins with what becomes a tag, each with its confidence, and goes on for people:
  /// `side-lying 0.981, external-rotation 0.973: knees open about 9 times, 0:03 to 0:17, like 7 of clamshell`.
  public var evidence: Evidence? {
    let sure = [
      position.flatMap { $0.isTag ? ($0.value.rawValue, $0.confidence) : nil },
      movement.flatMap { $0.isTag ? ($0.value.rawValue, $0.confidence) : nil },
      mode.flatMap { $0.isTag ? ($0.value.rawValue, $0.confidence) : nil },
    ].compactMap { $0 }
    guard !sure.isEmpty else { return nil }
    let claims = sure.map { "\($0) \(ShareText.thousandths($1.permille))" }.joined(separator: ", ")
    return Evidence(source: .seen, text: claims + ": " + words)
  }

  /// What was seen, in words: how the body moves, how often, when, and what that is like.
  public var words: String {
    var words: [String] = []
    if let pattern = pattern?.words {
      let times = (repetitions ?? 0) >= 2 ? " about \(repetitions ?? 0) times" : ""
      words.append(pattern + times)
    }
    words.append("\(Clock.text(part.lowerBound)) to \(Clock.text(part.upperBound))")
    if let likest = exercises.first, likest.clipCount > 0 {
      words.append("like \(likest.clipCount) of \(likest.exercise)")
    }
    return words.joined(separator: ", ")
  }

  /// One claim of a line that `evidence` made.
  struct Claimed {
    let facet: Facet
    let value: String
    /// 1...1000.
    let permille: Int
    /// The UTF-8 bytes of the line that say it.
    let span: Range<Int>
  }

  /// What a line claims; nothing where it is not such a line.
  static func sightings(in text: String) -> [Claimed] {
    let bytes = Array(text.utf8)
    guard let end = bytes.firstIndex(of: UInt8(ascii: ":")) else { return [] }
    var claimed: [Claimed] = []
    var start = 0
    for part in text.utf8.prefix(end).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      defer { start += part.count + 1 }
      let indent = part.first == UInt8(ascii: " ") ? 1 : 0
      let words = String(decoding: part.dropFirst(indent), as: UTF8.self).split(separator: " ")
      guard words.count == 2, let permille = ShareText.permille(words[1]), let facet = facet(String(words[0])),
        !claimed.contains(where: { $0.facet == facet })
      else { return [] }
      let from = start + indent
      claimed.append(
        Claimed(facet: facet, value: String(words[0]), permille: permille, span: from..<from + words[0].utf8.count))
    }
    return claimed
  }

  /// No word is a value of two of these.
  private static func facet(_ value: String) -> Facet? {
    if Position(rawValue: value) != nil { return .position }
    if HipMovement(rawValue: value) != nil { return .movement }
    return Mode(rawValue: value) != nil ? .mode : nil
  }
}
