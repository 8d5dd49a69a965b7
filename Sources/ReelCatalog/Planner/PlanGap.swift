/// Slots of a block that nothing fills, and why.
public struct PlanGap: Sendable, Equatable {
  /// The place of the block in the routine.
  public let block: Int
  /// How many of its slots stay empty.
  public let emptySlots: Int
  /// The block's label.
  public let label: String
  /// How many slots the block has.
  public let slots: Int
  /// What the block asks for, such as `internal rotation (mobility or stretch)`.
  public let asked: String
  /// How many reels remain after each question, from all of the right kind to those that could have been used.
  public let funnel: [FunnelStep]
  /// Why reels of the right kind can't be used, the commonest first.
  public let reasons: [Reason]
  /// The cheapest single change that would fill at least one of the slots; nil when none would.
  public let relaxation: PlanRelaxation?

  public struct FunnelStep: Sendable, Equatable {
    public let question: Question
    /// How many reels remain after it.
    public let remaining: Int
  }

  /// The questions about each reel, in this order.
  public enum Question: String, Sendable, CaseIterable {
    /// Movement, mode, core role, and the exercises that the block names.
    case kind
    /// Position, region, exposures that the block wants, and exercises that it excludes.
    case place
    case level, equipment
    /// What the routine forbids.
    case exposures
    /// What the person avoids.
    case avoided
    /// How long a position is held.
    case held
    /// Two seconds or more that can be played.
    case playable
    /// Sets that both sides can share.
    case sides
    /// Not used in another slot.
    case unused
  }

  public struct Reason: Sendable, Equatable {
    public let obstacle: PlanObstacle
    /// How many reels it ruled out.
    public let count: Int

    /// Both as words, such as `2 need a loop band`.
    public var text: String { "\(count) \(PlanWords.reason(obstacle, count: count))" }
  }

  /// One line for a person, such as
  /// `no reel for internal rotation (stretch) in "Turn in": of 3 matches, 2 need a loop band and 1 is advanced`.
  public var text: String {
    let headline = emptySlots == slots ? "no reel for" : "\(emptySlots) of \(slots) reels missing for"
    let reason = PlanWords.reasons(reasons, of: funnel.first?.remaining ?? 0)
    return "\(headline) \(PlanWords.block(asked, label)): \(reason)"
  }
}
