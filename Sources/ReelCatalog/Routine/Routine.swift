/// A plan for a session: ordered blocks, what each of them selects and how long it lasts, and rules for the whole.
///
/// A value of this type has been checked: numbers are within `RoutineLimits`, and every block has its own name.
public struct Routine: Sendable, Equatable {
  /// A stable slug, such as `desk-worker-reset`.
  public let id: String
  /// The English title.
  public let title: String
  /// Titles in other languages, by language code.
  public let titles: [String: String]
  /// What it is good for, in one sentence.
  public let purpose: String
  public let intent: Intent
  /// The playing time aimed at, in seconds, transitions included.
  public let totalSeconds: Int
  /// How far a playlist may miss `totalSeconds` without losing points.
  public let toleranceSeconds: Int
  /// The hardest level that may be chosen.
  public let maximumLevel: Level
  /// The only equipment that exercises may need.
  public let allowedEquipment: [String]
  /// Exposures that rule an exercise out.
  public let forbiddenExposures: [String]
  public let fill: Fill
  public let part: Part
  /// In playing order.
  public let blocks: [Block]
  public let rules: Rules
  /// What a person should know before they start; empty when there is nothing.
  public let note: String
  /// Keys of the vocabulary's red flags: signs that call for help first.
  public let redFlags: [String]
  /// Keys of the vocabulary's table of sources.
  public let sources: [String]

  /// Throws the first problem as a `RoutineError` without a place.
  public init(
    id: String, title: String, titles: [String: String] = [:], purpose: String = "", intent: Intent = .restore,
    totalSeconds: Int, toleranceSeconds: Int, maximumLevel: Level, allowedEquipment: [String] = [],
    forbiddenExposures: [String] = [], fill: Fill = .loop, part: Part = .whole, blocks: [Block], rules: Rules = Rules(),
    note: String = "", redFlags: [String] = [], sources: [String] = []
  ) throws(RoutineError) {
    self.id = id
    self.title = title
    self.titles = titles
    self.purpose = purpose
    self.intent = intent
    self.totalSeconds = totalSeconds
    self.toleranceSeconds = toleranceSeconds
    self.maximumLevel = maximumLevel
    self.allowedEquipment = allowedEquipment
    self.forbiddenExposures = forbiddenExposures
    self.fill = fill
    self.part = part
    self.blocks = blocks
    self.rules = rules
    self.note = note
    self.redFlags = redFlags
    self.sources = sources
    try RoutineLimits.check(self)
  }

  /// The same routine under another id.
  ///
  /// - Throws: `RoutineError` when the id is not lower-case words joined by hyphens.
  public func renamed(_ id: String) throws(RoutineError) -> Routine {
    try Routine(
      id: id, title: title, titles: titles, purpose: purpose, intent: intent, totalSeconds: totalSeconds,
      toleranceSeconds: toleranceSeconds, maximumLevel: maximumLevel, allowedEquipment: allowedEquipment,
      forbiddenExposures: forbiddenExposures, fill: fill, part: part, blocks: blocks, rules: rules, note: note,
      redFlags: redFlags, sources: sources)
  }

  /// What a session is for.
  public enum Intent: String, Sendable, CaseIterable {
    /// Before sport or lifting: carries a limit on static holds.
    case prepare
    case restore, recover, strengthen
  }

  /// How a reel fills its slot.
  public enum Fill: String, Sendable, CaseIterable {
    /// A slot lasts as long as its dose says: the reel is looped or cut.
    case loop
    /// Each reel plays once, at its own length.
    case once
  }

  /// Which part of a reel is played where the person trimmed nothing.
  public enum Part: String, Sendable, CaseIterable {
    case whole
    /// From the first repetition to the last, as seen in the picture.
    case working
  }

  /// How many slots its blocks have in all.
  public var slotCount: Int { blocks.reduce(0) { $0 + $1.slots } }
}
