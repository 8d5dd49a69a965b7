/// The moment at which a query is asked, for the dates that count from it.
public struct QueryNow: Sendable, Hashable {
  /// Seconds since 1970.
  public let unixSeconds: Int
  /// How far the person's clock is ahead of UTC, in seconds; every calendar day in a query is a day on that clock.
  public let secondsFromUTC: Int

  public init(unixSeconds: Int, secondsFromUTC: Int = 0) {
    self.unixSeconds = unixSeconds
    self.secondsFromUTC = secondsFromUTC
  }

  /// What the person's clock shows, in seconds since 1970-01-01T00:00 on it.
  var wallSeconds: Int { unixSeconds + secondsFromUTC }
}
