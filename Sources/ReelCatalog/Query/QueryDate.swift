/// A stretch of time as a query names it: a year, a month, a day, an hour, a minute or a second.
public enum QueryDate: Sendable, Hashable {
  /// On the person's clock, in seconds since 1970-01-01T00:00 on it; both ends included.
  case wall(ClosedRange<Int>)
  /// The day (the hour, for hours) this long before now.
  case ago(Int, Unit)

  public enum Unit: Sendable, Hashable, CaseIterable {
    case hours, days, weeks, months, years
  }

  /// Its first and its last second since 1970.
  public func unixSeconds(at now: QueryNow) -> ClosedRange<Int> {
    let wall = wallSeconds(at: now)
    return wall.lowerBound - now.secondsFromUTC...wall.upperBound - now.secondsFromUTC
  }

  /// Its first and its last second on a clock, in seconds since 1970-01-01T00:00 on it.
  func wallSeconds(at now: QueryNow) -> ClosedRange<Int> {
    switch self {
    case .wall(let range):
      return range
    case .ago(let count, .hours):
      let hour = Self.floor(now.wallSeconds, by: 3600) - count
      return hour * 3600...hour * 3600 + 3599
    case .ago(let count, let unit):
      let day = day(count, unit, before: Self.floor(now.wallSeconds, by: 86_400))
      return day * 86_400...day * 86_400 + 86_399
    }
  }

  private func day(_ count: Int, _ unit: Unit, before today: Int) -> Int {
    switch unit {
    case .hours, .days: today - count
    case .weeks: today - 7 * count
    case .months: CivilDate(daysSince1970: today).monthsEarlier(count).daysSince1970
    case .years: CivilDate(daysSince1970: today).monthsEarlier(12 * count).daysSince1970
    }
  }

  private static func floor(_ number: Int, by divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number + 1) / divisor - 1
  }
}

/// Dates from one bound to another; nil means no bound.
public struct QueryDateRange: Sendable, Hashable {
  public struct Bound: Sendable, Hashable {
    public let date: QueryDate
    /// Whether the date itself is outside.
    public let isExclusive: Bool

    public init(_ date: QueryDate, isExclusive: Bool = false) {
      self.date = date
      self.isExclusive = isExclusive
    }
  }

  public let earliest: Bound?
  public let latest: Bound?

  public init(earliest: Bound?, latest: Bound?) {
    self.earliest = earliest
    self.latest = latest
  }

  /// The range in seconds since 1970.
  public func unixSeconds(at now: QueryNow) -> QueryRange { range { $0.unixSeconds(at: now) } }

  /// The range on a clock, in seconds since 1970-01-01T00:00 on it.
  public func wallSeconds(at now: QueryNow) -> QueryRange { range { $0.wallSeconds(at: now) } }

  private func range(_ seconds: (QueryDate) -> ClosedRange<Int>) -> QueryRange {
    QueryRange(
      low: earliest.map { bound in
        let range = seconds(bound.date)
        return bound.isExclusive ? range.upperBound + 1 : range.lowerBound
      },
      high: latest.map { bound in
        let range = seconds(bound.date)
        return bound.isExclusive ? range.lowerBound - 1 : range.upperBound
      })
  }
}

/// The moment of a query, for the dates that count from it.
public struct QueryNow: Sendable, Hashable {
  /// Seconds since 1970.
  public let unixSeconds: Int
  /// How far the person's clock is ahead of UTC, in seconds; every calendar day in a query is a day on that clock.
  public let secondsFromUTC: Int
  /// When the person's clock was or will be changed, in order; empty for one that never is.
  public let changes: [ClockChange]

  /// A moment from which a clock is ahead of UTC by another number of seconds.
  public struct ClockChange: Sendable, Hashable {
    /// Seconds since 1970.
    public let unixSeconds: Int
    public let secondsFromUTC: Int

    public init(unixSeconds: Int, secondsFromUTC: Int) {
      self.unixSeconds = unixSeconds
      self.secondsFromUTC = secondsFromUTC
    }
  }

  public init(unixSeconds: Int, secondsFromUTC: Int = 0, changes: [ClockChange] = []) {
    self.unixSeconds = unixSeconds
    self.secondsFromUTC = secondsFromUTC
    self.changes = changes
  }

  /// How far the person's clock was ahead of UTC at a moment, in seconds.
  public func offset(at unixSeconds: Int) -> Int {
    (changes.last { $0.unixSeconds <= unixSeconds } ?? changes.first)?.secondsFromUTC ?? secondsFromUTC
  }

  /// What the person's clock shows, in seconds since 1970-01-01T00:00 on it.
  var wallSeconds: Int { unixSeconds + secondsFromUTC }
}

/// Whole numbers from one bound to another, both included; nil means no bound.
public struct QueryRange: Sendable, Hashable {
  public let low: Int?
  public let high: Int?

  public init(low: Int?, high: Int?) {
    self.low = low
    self.high = high
  }

  public func contains(_ number: Int) -> Bool { number >= low ?? .min && number <= high ?? .max }
}
