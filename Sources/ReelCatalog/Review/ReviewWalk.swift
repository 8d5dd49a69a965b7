/// A walk through a list of reels: forwards with each answer, back when one is undone.
///
/// - Note: `Receipt` is what the keeper of the answers needs to undo one.
public struct ReviewWalk<Receipt: Sendable>: Sendable {
  private enum Step: Sendable {
    case answered(Receipt)
    case skipped
    /// There was nothing left to ask.
    case passed
  }

  private let reels: [ReelID]
  private var steps: [Step] = []

  public init(_ reels: [ReelID]) { self.reels = reels }

  /// The reel to ask about; nil at the end.
  public var current: ReelID? { steps.count < reels.count ? reels[steps.count] : nil }

  /// The place of the current reel in the list, from 1.
  public var number: Int { steps.count + 1 }

  public var count: Int { reels.count }

  public var answeredCount: Int { steps.count { if case .answered = $0 { true } else { false } } }

  public var skippedCount: Int { steps.count { if case .skipped = $0 { true } else { false } } }

  /// Reels not reached yet.
  public var leftCount: Int { reels.count - steps.count }

  /// Moves on after an answer.
  public mutating func answer(_ receipt: Receipt) { step(.answered(receipt)) }

  /// Moves on without an answer.
  public mutating func skip() { step(.skipped) }

  /// Moves on because there is nothing left to ask: somebody else answered, or the file is gone.
  public mutating func pass() { step(.passed) }

  /// Goes back to the last reel asked about.
  ///
  /// - Returns: Whether there was one, and the receipt of its answer, for the keeper to undo it.
  public mutating func back() -> (isBack: Bool, receipt: Receipt?) {
    guard steps.contains(where: { if case .passed = $0 { false } else { true } }) else { return (false, nil) }
    while let step = steps.popLast() {
      switch step {
      case .answered(let receipt): return (true, receipt)
      case .skipped: return (true, nil)
      case .passed: continue
      }
    }
    return (false, nil)
  }

  private mutating func step(_ step: Step) {
    precondition(steps.count < reels.count, "a step needs a reel")
    steps.append(step)
  }
}
