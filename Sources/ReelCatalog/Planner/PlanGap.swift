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
  /// What was asked for, such as `internal rotation, mobility or stretch`.
  public let asked: String
  /// How many reels are left after each question, from all of the right kind to those that could have been used.
  public let funnel: [FunnelStep]
  /// Why reels of the right kind could not be used, the commonest first.
  public let reasons: [Reason]
  /// The cheapest single change that would fill at least one of the slots; nil when none would.
  public let relaxation: PlanRelaxation?

  public struct FunnelStep: Sendable, Equatable {
    public let question: Question
    /// How many reels are still there after it.
    public let remaining: Int
  }

  /// The questions that reels are asked, in this order.
  public enum Question: String, Sendable, CaseIterable {
    /// Movement, mode, core role, and the exercises that the block names.
    case kind
    /// Position, region, exposures that the block wants, and exercises that it leaves out.
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
    /// Not in use in another slot.
    case unused
  }

  public struct Reason: Sendable, Equatable {
    public let obstacle: PlanObstacle
    /// How many reels it took.
    public let count: Int

    /// Both as words, such as `2 need a loop band`.
    public var text: String { "\(count) \(PlanWords.reason(obstacle, count: count))" }
  }

  /// Two sentences for a person, such as
  /// `No reel for internal rotation (turn in). 3 exist: 2 need a band, 1 is advanced.`
  public var text: String {
    let place = "\(asked) (\(label.prefix(1).lowercased() + label.dropFirst()))"
    let headline =
      emptySlots == slots ? "No reel for \(place)." : "\(emptySlots) of \(slots) reels missing for \(place)."
    let existing = funnel.first?.remaining ?? 0
    guard existing > 0 else { return headline + " None exists." }
    let verb = existing == 1 ? "exists" : "exist"
    return headline + " \(existing) \(verb): \(reasons.map(\.text).joined(separator: ", "))."
  }
}
