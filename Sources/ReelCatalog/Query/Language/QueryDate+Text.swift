extension QueryDate {
  /// Reads `2024`, `2024-05`, `2024-05-01`, `2024-05-01T18:30[:20]`, `today`, `yesterday`, `-2w`; nil for anything else.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "today": self = .ago(0, .days)
    case "yesterday": self = .ago(1, .days)
    case let text where text.hasPrefix("-"): self.init(ago: text.dropFirst())
    case let text: self.init(calendar: text)
    }
  }

  /// The furthest back you can go, in any unit.
  private static let greatestCount = 10_000

  private init?(ago text: Substring) {
    let units: [Character: Unit] = ["h": .hours, "d": .days, "w": .weeks, "m": .months, "y": .years]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Self.number(text.dropLast(), digits: 1...5),
      count <= Self.greatestCount
    else { return nil }
    self = .ago(count, unit)
  }

  private init?(calendar text: String) {
    let halves = text.split(separator: "t", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4...4) else { return nil }
    var numbers: [Int] = []
    for part in parts.dropFirst() {
      guard let number = Self.number(part, digits: 2...2) else { return nil }
      numbers.append(number)
    }
    if halves.count == 2 {
      guard numbers.count == 2 else { return nil }
      self.init(year: year, month: numbers[0], day: numbers[1], time: halves[1])
    } else {
      self.init(year: year, month: numbers.first, day: numbers.count == 2 ? numbers[1] : nil)
    }
  }

  private init?(year: Int, month: Int?, day: Int?) {
    let lastMonth = month ?? 12
    guard CivilDate.years.contains(year), (1...12).contains(lastMonth),
      let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1),
      let last = CivilDate(year: year, month: lastMonth, day: day ?? CivilDate.days(in: lastMonth, of: year))
    else { return nil }
    self = .wall(first.daysSince1970 * 86_400...last.daysSince1970 * 86_400 + 86_399)
  }

  /// `18`, `18:30` or `18:30:20`
  private init?(year: Int, month: Int, day: Int, time: Substring) {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    var (start, unit) = (date.daysSince1970 * 86_400, 86_400)
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    for (part, (count, seconds)) in zip(parts, [(24, 3600), (60, 60), (60, 1)]) {
      guard let number = Self.number(part, digits: 2...2), number < count else { return nil }
      start += number * seconds
      unit = seconds
    }
    self = .wall(start...start + unit - 1)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}
