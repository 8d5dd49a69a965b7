import ReelCatalog

/// Where a review's answers come from.
protocol ReviewInput: ~Copyable {
  /// Asks, and waits for the answer.
  ///
  /// - Returns: Nil when no more answers come.
  /// - Throws: status 64, after a message, for an answer that cannot be meant.
  mutating func request(_ question: ReviewQuestion) throws -> ReviewRequest?

  /// Tells why an answer does not do.
  ///
  /// - Throws: status 64 where nobody is there to give another one.
  mutating func refuse(_ problem: String) throws
}
