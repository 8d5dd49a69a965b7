/// Reads values that have an order: `a`, `=a`, `a..b`, `..b`, `a..`, `>=a`, or `ge:a` for shells.
struct RangeTermParser {
  private enum Relation {
    case equal, exactly, atLeast, atMost, above, below
  }

  let terms: QueryTermParser

  func range(_ field: QueryField.Number, _ value: QueryValue) throws(QueryError) -> QueryRange {
    if let (low, high) = value.cut(at: "..") {
      let range = QueryRange(
        low: low.isEmpty ? nil : try measure(low, field).value,
        high: high.isEmpty ? nil : try measure(high, field).value)
      try check(value, isOpen: low.isEmpty && high.isEmpty, isBackwards: range.low ?? .min > range.high ?? .max)
      return range
    }
    let (relation, operand) = Self.relation(value)
    let measure = try measure(operand, field)
    return switch relation {
    case .equal: measure.equal(in: field)
    case .exactly: QueryRange(low: measure.value, high: measure.value)
    case .atLeast: QueryRange(low: measure.value, high: nil)
    case .atMost: QueryRange(low: nil, high: measure.value)
    case .above: QueryRange(low: measure.value + 1, high: nil)
    case .below: QueryRange(low: nil, high: measure.value - 1)
    }
  }

  func dates(_ field: QueryField.Date, _ value: QueryValue) throws(QueryError) -> QueryDateRange {
    if let (early, late) = value.cut(at: "..") {
      let range = QueryDateRange(
        earliest: early.isEmpty ? nil : .init(try date(early)), latest: late.isEmpty ? nil : .init(try date(late)))
      try check(value, isOpen: early.isEmpty && late.isEmpty, isBackwards: Self.isBackwards(range))
      return range
    }
    let (relation, operand) = Self.relation(value)
    let date = try date(operand)
    return switch relation {
    case .equal, .exactly: QueryDateRange(earliest: .init(date), latest: .init(date))
    case .atLeast: QueryDateRange(earliest: .init(date), latest: nil)
    case .atMost: QueryDateRange(earliest: nil, latest: .init(date))
    case .above: QueryDateRange(earliest: .init(date, isExclusive: true), latest: nil)
    case .below: QueryDateRange(earliest: nil, latest: .init(date, isExclusive: true))
    }
  }

  private static let relations: [(sign: String, relation: Relation)] = [
    (">=", .atLeast), ("<=", .atMost), (">", .above), ("<", .below), ("=", .exactly),
    ("ge:", .atLeast), ("le:", .atMost), ("gt:", .above), ("lt:", .below),
  ]

  private static func relation(_ value: QueryValue) -> (Relation, QueryValue) {
    for (sign, relation) in relations {
      if let operand = value.after(sign) { return (relation, operand) }
    }
    return (.equal, value)
  }

  /// Whether a range of fixed dates ends before it starts; dates that count from now are unknown here.
  private static func isBackwards(_ range: QueryDateRange) -> Bool {
    guard case .wall(let early) = range.earliest?.date, case .wall(let late) = range.latest?.date else { return false }
    return early.lowerBound > late.upperBound
  }

  private func check(_ value: QueryValue, isOpen: Bool, isBackwards: Bool) throws(QueryError) {
    if isOpen { throw terms.error(value, "the range has neither a start nor an end", expected: "a.., ..b or a..b") }
    if isBackwards { throw terms.error(value, "the range ends before it starts") }
  }

  private func measure(_ value: QueryValue, _ field: QueryField.Number) throws(QueryError) -> QueryMeasure {
    guard let measure = QueryMeasure(value.text, of: field) else {
      throw terms.error(value, "\"\(value.text)\" isn't \(Self.name(field))", expected: Self.forms(field))
    }
    return measure
  }

  private func date(_ value: QueryValue) throws(QueryError) -> QueryDate {
    guard let date = QueryDate(value.text) else {
      throw terms.error(
        value, "\"\(value.text)\" isn't a date",
        expected: "a date such as 2024, 2024-05, 2024-05-01, 2024-05-01T18:30, today, yesterday, -3d, -2w, -1m or -1y")
    }
    return date
  }

  private static func name(_ field: QueryField.Number) -> String {
    switch field {
    case .duration: "a playing time"
    case .width, .height: "a number of pixels"
    case .size: "a number of bytes"
    case .rotation: "an angle"
    case .fps: "a frame rate"
    case .rating: "a number of stars"
    case .confidence: "a confidence"
    case .reps: "a number of repetitions"
    }
  }

  private static func forms(_ field: QueryField.Number) -> String {
    switch field {
    case .duration: "a time such as 40, 40s, 1m30s, 1:30 or 1500ms"
    case .width, .height: "pixels such as 1080"
    case .size: "bytes such as 500kB, 10MB or 1.5GiB"
    case .rotation: "degrees such as 90"
    case .fps: "frames per second such as 30 or 29.97"
    case .rating: "stars from 1 to 5, or rating:none"
    case .confidence: "a number from 0 to 1 such as 0.8"
    case .reps: "a whole number such as 8"
    }
  }
}
