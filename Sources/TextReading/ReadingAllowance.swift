import MediaFacts

/// Reads lines as long as they may still cost something: what bounds the time that a film takes.
struct ReadingAllowance {
  /// For the beginning, and the most that is saved up: in points of the width of crops, of which 40 cost a millisecond.
  static let largest = 20_000
  static let perSecond = 1_200
  private var rest = largest
  /// How many readings each mask may still bring that are no text: a texture has lines enough for all of them.
  private var credits = [Float](repeating: largestCredit, count: Mask.allCases.count)
  /// In how many fairly sure lines, one after the other, no other language has read anything better than the first.
  private var vainCount = 0

  private static let largestCredit: Float = 8
  private static let creditPerSecond: Float = 0.8
  /// After so many lines the other languages are tried only where the first is not fairly sure.
  private static let largestVainCount = 4
  private static let fairScore = 88

  /// Adds what a time of the film brings.
  mutating func refill(milliseconds: Int) {
    let time = max(0, min(60_000, milliseconds))
    rest = min(Self.largest, rest + Self.perSecond * time / 1000)
    for mask in credits.indices {
      credits[mask] = min(Self.largestCredit, credits[mask] + Self.creditPerSecond * Float(time) / 1000)
    }
  }

  /// Whether a line that a mask brought may be read, however long it is.
  func allows(_ mask: Mask) -> Bool { rest > 0 && credits[mask.rawValue] >= 1 }

  /// Reads a line with the first of some readers, and with the others when it isn't sure; nil when it's no text.
  mutating func reading(_ crop: LineCrop, of mask: Mask, with readers: [LineReader]) -> ReadLine? {
    let line = reading(crop, with: readers)
    credits[mask.rawValue] += line == nil ? -1 : 1
    return line
  }

  private mutating func reading(_ crop: LineCrop, with readers: [LineReader]) -> ReadLine? {
    var choice = ReadLine.Choice()
    var first: ReadLine?
    for reader in readers {
      guard rest > 0 else { break }
      rest -= crop.width
      let goesOn = choice.take(reader.words(crop), reader.language)
      if reader.language == readers[0].language {
        first = choice.line
        if let first, first.score >= Self.fairScore, vainCount >= Self.largestVainCount { break }
      }
      guard goesOn else { break }
    }
    if readers.count > 1, let first, first.score >= Self.fairScore {
      vainCount = choice.line == first ? vainCount + 1 : 0
    }
    return choice.line
  }
}
