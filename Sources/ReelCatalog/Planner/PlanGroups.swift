/// Candidates grouped by exercise and traits, keeping only those that a best plan can use.
///
/// Reels of one exercise with equal traits differ only in what they cost, so the best of each side (and, played once,
/// of each length) is enough. Reels without an exercise are each their own, so the best few of them are kept, as many
/// as the routine has slots. The work after this grows with exercises, not with reels.
struct PlanGroups {
  private(set) var groups: [Group] = []
  private var byExercise: [String: [Int]] = [:]
  private var byTraits: [PlanTraits: Int] = [:]
  /// The groups of kinds seen recently, each at a place that follows from its identity.
  private var lately: [(kind: ObjectIdentifier, group: Int)?] = Array(repeating: nil, count: 4096)
  private let order: ReelOrder
  /// The exposures that the routine or the person asks about.
  private let asked: Set<String>
  private let keepsLengths: Bool
  private let slotCount: Int

  struct Group {
    let exercise: String?
    let traits: PlanTraits
    /// All reels, including those that can't be played.
    var reelCount = 0
    var playableCount = 0
    /// Four shelves for every length, in the order of `Side`.
    private var shelves: [[Choice]] = []
    /// The length of each four, in seconds.
    private var lengths: [Int] = []
    private var rows: [Int: Int] = [:]

    init(exercise: String?, traits: PlanTraits) {
      self.exercise = exercise
      self.traits = traits
    }

    /// The kept choices by side and length; without empty shelves.
    var filled: [(side: Side, seconds: Int, choices: [Choice])] {
      shelves.indices.filter { !shelves[$0].isEmpty }.map { place in
        (Side.allCases[place % Side.allCases.count], lengths[place / Side.allCases.count], shelves[place])
      }
    }

    /// The kept choices of a side, when reels are looped.
    func choices(_ side: Side) -> [Choice] { shelves.isEmpty ? [] : shelves[side.rawValue] }

    /// Puts a choice on the shelf of its side and length, if it is among the best there.
    mutating func keep(_ choice: Choice, _ side: Side, seconds: Int, limit: Int, order: ReelOrder) {
      // Looped reels have one length only, and a million of them should not be looked up.
      var row = seconds == 0 ? 0 : rows[seconds] ?? lengths.count
      if row == lengths.count {
        rows[seconds] = row
        lengths.append(seconds)
        shelves += Array(repeating: [], count: Side.allCases.count)
      }
      row = row * Side.allCases.count + side.rawValue
      order.insert(choice, into: &shelves[row], limit: limit)
    }
  }

  enum Side: Int, CaseIterable { case whole, left, right, unknown }

  /// A candidate that may be chosen.
  struct Choice {
    let reel: ReelID
    let points: Int
    let staleness: Int
  }

  init(_ candidates: [PlanCandidate], routine: Routine, filters: PlanFilters) {
    order = ReelOrder(seed: filters.seed)
    asked = filters.avoidedExposures.union(filters.warnedExposures).union(routine.forbiddenExposures)
      .union(routine.blocks.flatMap { $0.selection.exposureAll ?? [] })
    keepsLengths = routine.fill == .once
    slotCount = routine.slotCount
    // By index, because copying a candidate costs more than looking at it.
    for index in candidates.indices { add(candidates, index) }
  }

  private mutating func add(_ candidates: [PlanCandidate], _ index: Int) {
    let group = group(of: candidates, index)
    groups[group].reelCount += 1
    guard candidates[index].isPlayable else { return }
    groups[group].playableCount += 1
    groups[group].keep(
      Choice(
        reel: candidates[index].reel,
        points: PlanPoints.reel(candidates[index].confidence, isFavourite: candidates[index].isFavourite),
        staleness: candidates[index].staleness),
      Side(candidates[index].side, exercise: groups[group].traits.side),
      seconds: keepsLengths ? candidates[index].seconds : 0,
      limit: groups[group].exercise == nil ? slotCount : 1, order: order)
  }

  private mutating func group(of candidates: [PlanCandidate], _ index: Int) -> Int {
    // The candidates stay alive, so no kind's identity is reused for another.
    let kind = ObjectIdentifier(candidates[index].kind)
    let place = kind.hashValue & (lately.count - 1)
    if let known = lately[place], known.kind == kind { return known.group }
    let group = group(of: candidates[index].kind)
    lately[place] = (kind, group)
    return group
  }

  private mutating func group(of kind: PlanKind) -> Int {
    let traits = kind.traits.involving(only: asked)
    if let exercise = kind.exercise {
      for known in byExercise[exercise] ?? [] where groups[known].traits == traits { return known }
      byExercise[exercise, default: []].append(groups.count)
    } else {
      if let known = byTraits[traits] { return known }
      byTraits[traits] = groups.count
    }
    groups.append(Group(exercise: kind.exercise, traits: traits))
    return groups.count - 1
  }
}

extension PlanGroups.Side {
  /// An exercise that works both sides in one set shows both unless the reel says otherwise.
  init(_ side: ReelSide?, exercise: ExerciseSide?) {
    switch (exercise, side) {
    case (.bilateral, _), (_, .both), (_, .alternating), (.alternating, nil): self = .whole
    case (_, .left): self = .left
    case (_, .right): self = .right
    case (_, nil): self = .unknown
    }
  }
}

/// The order in which ids count as small: by text, or as a seed shuffles them.
struct ReelOrder {
  let seed: UInt64?

  func isSmaller(_ one: String, _ other: String) -> Bool {
    guard let seed else { return one < other }
    let (first, second) = (Self.shuffled(one, seed), Self.shuffled(other, seed))
    return first == second ? one < other : first < second
  }

  /// Puts a choice in its place among the best ones, dropping the worst beyond the limit.
  func insert(_ choice: PlanGroups.Choice, into best: inout [PlanGroups.Choice], limit: Int) {
    if best.count == limit, let last = best.last, !isBetter(choice, last) { return }
    let place = best.firstIndex { isBetter(choice, $0) } ?? best.endIndex
    best.insert(choice, at: place)
    if best.count > limit { best.removeLast() }
  }

  func isBetter(_ one: PlanGroups.Choice, _ other: PlanGroups.Choice) -> Bool {
    if one.points != other.points { return one.points < other.points }
    if one.staleness != other.staleness { return one.staleness < other.staleness }
    return isSmaller(one.reel.text, other.reel.text)
  }

  /// A stable hash under the seed, then a finaliser that lets every bit reach every other.
  private static func shuffled(_ text: String, _ seed: UInt64) -> UInt64 {
    var stable = StableHash(seed: seed)
    stable.add(text.utf8)
    let hash = (stable.value ^ (stable.value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}
