import MediaFacts

/// Which movements, modes and positions a collection has, in reels and playing time, and what it lacks.
///
/// A movement counts where it is primary. Reels that are gone or could not be read are left out.
public struct Coverage: Sendable, Equatable {
  /// Reels that could be counted, with or without tags.
  public private(set) var all = Amount()
  /// Reels without a primary movement.
  public private(set) var withoutMovement = Amount()
  /// Each reel once, whatever its modes.
  public private(set) var movements: [HipMovement: Amount] = [:]
  public private(set) var modes: [Mode: Amount] = [:]
  public private(set) var positions: [Position: Amount] = [:]
  private var cells: [Cell: Amount] = [:]
  private let possible: Set<Cell>

  /// A number of reels, and how long they play.
  public struct Amount: Sendable, Equatable {
    public var reels = 0
    /// Of reels whose playing time is known.
    public var milliseconds = 0

    public init(reels: Int = 0, milliseconds: Int = 0) {
      self.reels = reels
      self.milliseconds = milliseconds
    }

    mutating func add(_ reel: Reel) {
      reels += 1
      milliseconds += reel.playableRange?.count ?? 0
    }
  }

  /// A movement done in some mode.
  public struct Cell: Sendable, Hashable {
    public let movement: HipMovement
    public let mode: Mode

    public init(_ movement: HipMovement, _ mode: Mode) {
      self.movement = movement
      self.mode = mode
    }

    /// For people, such as `internal rotation, stretch`.
    public var text: String { "\(PlanWords.plain(movement.rawValue)), \(mode.rawValue)" }
  }

  /// Counts reels; the vocabulary says which movements exist in which modes at all.
  public init(_ reels: some Sequence<Reel>, vocabulary: Vocabulary) {
    possible = Set(vocabulary.exercises.flatMap { exercise in exercise.primary.map { Cell($0, exercise.mode) } })
    for reel in reels where !reel.isGone && reel.status == .ok { count(reel) }
  }

  private mutating func count(_ reel: Reel) {
    let primary = reel.tagging.movements(.primary)
    let ways = reel.tagging.values(.mode).compactMap(Mode.init)
    all.add(reel)
    if primary.isEmpty { withoutMovement.add(reel) }
    for movement in primary {
      movements[movement, default: Amount()].add(reel)
      for mode in ways { cells[Cell(movement, mode), default: Amount()].add(reel) }
    }
    for mode in ways { modes[mode, default: Amount()].add(reel) }
    for position in reel.tagging.values(.position).compactMap(Position.init) {
      positions[position, default: Amount()].add(reel)
    }
  }

  /// How much there is of a movement in a mode.
  public func amount(_ movement: HipMovement, _ mode: Mode) -> Amount { cells[Cell(movement, mode)] ?? Amount() }

  /// Movements that no reel has, in the order of `HipMovement`.
  public var missingMovements: [HipMovement] { HipMovement.allCases.filter { movements[$0] == nil } }

  /// Modes that the vocabulary knows for a movement but no reel has, for movements that some reel has.
  public var missingCells: [Cell] {
    HipMovement.allCases.filter { movements[$0] != nil }.flatMap { movement in
      Mode.allCases.map { Cell(movement, $0) }.filter { possible.contains($0) && cells[$0] == nil }
    }
  }
}
