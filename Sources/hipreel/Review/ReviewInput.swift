import ReelCatalog

/// Where a review's answers come from.
protocol ReviewInput: ~Copyable {
  /// Asks, and waits for the answer.
  ///
  /// - Returns: Nil when no more answers come.
  /// - Throws: status 64, after a message, for an answer that makes no sense.
  mutating func request(_ question: ReviewQuestion) throws -> ReviewRequest?

  /// Says why an answer is not accepted.
  ///
  /// - Throws: status 64 when nobody is there to give another one.
  mutating func refuse(_ problem: String) throws
}
