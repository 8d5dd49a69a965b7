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
