import ReelCatalog

/// Where a review's answers come from.
protocol ReviewInput: ~Copyable {
  /// Shows what reels look like, where that can be seen; the first has the letter `a`.
  mutating func show(picturesOf reels: [Reel])

  /// Asks, and waits for the answer.
  ///
  /// - Parameter prompt: The question, with the keys that answer it.
  /// - Returns: Nil when no more answers come.
  /// - Throws: status 64, after a message, for an answer that makes no sense.
  mutating func request(_ prompt: String) throws -> ReviewRequest?

  /// Asks for the name of an exercise, after none of those suggested was right.
  ///
  /// - Returns: Its id; nil when nobody says.
  mutating func name() throws -> String?

  /// Says why an answer is not accepted.
  ///
  /// - Throws: status 64 when nobody is there to give another one.
  mutating func refuse(_ problem: String) throws
}
