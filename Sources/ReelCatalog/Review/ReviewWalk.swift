/// A walk through a list of questions: forwards with each answer, back when one is undone.
///
/// - Note: `Receipt` is what the keeper of the answers needs to undo one.
public struct ReviewWalk<Receipt: Sendable>: Sendable {
  private enum Step: Sendable {
    case answered(Receipt, reels: Int)
    case skipped
    /// There was nothing left to ask.
    case passed
  }

  private var items: [ReviewItem]
  private var steps: [Step] = []

  public init(_ items: [ReviewItem]) { self.items = items }

  /// What to ask about; nil at the end.
  public var current: ReviewItem? { steps.count < items.count ? items[steps.count] : nil }

  /// The place of the current question in the list, from 1.
  public var number: Int { steps.count + 1 }

  /// How many questions there are.
  public var count: Int { items.count }

  /// How many reels were answered for.
  public var answeredCount: Int {
    steps.reduce(0) { if case .answered(_, let reels) = $1 { $0 + reels } else { $0 } }
  }

  /// How many reels were skipped.
  public var skippedCount: Int {
    zip(steps, items).reduce(0) { if case .skipped = $1.0 { $0 + $1.1.reels.count } else { $0 } }
  }

  /// How many reels were not reached yet.
  public var leftCount: Int { items.dropFirst(steps.count).reduce(0) { $0 + $1.reels.count } }

  /// Changes the current question: reels were taken out of a group, and are asked about next.
  public mutating func takeOut(_ reel: ReelID, of group: ReviewGroup) {
    items[steps.count] = .group(group.without(reel))
    items.insert(.reel(reel), at: steps.count + 1)
  }

  /// Moves on after an answer for so many reels.
  public mutating func answer(_ receipt: Receipt, reels: Int = 1) { step(.answered(receipt, reels: reels)) }

  /// Moves on without an answer.
  public mutating func skip() { step(.skipped) }

  /// Moves on because there is nothing left to ask: somebody else answered, or the file is gone.
  public mutating func pass() { step(.passed) }

  /// Goes back to the last question that was asked.
  ///
  /// - Returns: Whether there was one, and the receipt of its answer, for the keeper to undo it.
  public mutating func back() -> (isBack: Bool, receipt: Receipt?) {
    guard steps.contains(where: { if case .passed = $0 { false } else { true } }) else { return (false, nil) }
    while let step = steps.popLast() {
      switch step {
      case .answered(let receipt, _): return (true, receipt)
      case .skipped: return (true, nil)
      case .passed: continue
      }
    }
    return (false, nil)
  }

  private mutating func step(_ step: Step) {
    precondition(steps.count < items.count, "a step needs a question")
    steps.append(step)
  }
}
