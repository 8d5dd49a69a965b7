extension Routine {
  /// What a person asks for without naming a routine: some movements, modes and positions for some minutes.
  public struct Wish: Sendable, Equatable {
    public var movements: [HipMovement]
    public var modes: [Mode]
    public var positions: [Position]
    public var seconds: Int

    public init(movements: [HipMovement] = [], modes: [Mode] = [], positions: [Position] = [], seconds: Int) {
      self.movements = movements
      self.modes = modes
      self.positions = positions
      self.seconds = seconds
    }
  }

  /// A routine made of a wish: a block for each movement, or one block if it names none.
  ///
  /// Slots are as long as the first mode usually takes, for both sides; there are as many as the time allows. Any
  /// equipment and level is allowed, since the person says otherwise by filters.
  ///
  /// - Throws: `RoutineError` when the time is too short for the movements, or longer than they can fill.
  public init(of wish: Wish, vocabulary: Vocabulary) throws(RoutineError) {
    var selections: [(id: String, label: String, selection: Selection)] = []
    for movement in wish.movements {
      var selection = Selection()
      selection.primaryAny = [movement]
      selections.append((movement.rawValue, PlanWords.capitalized(movement.rawValue), selection))
    }
    if selections.isEmpty { selections = [("all", "Your choice", Selection())] }
    let dose = Self.dose(of: wish.modes.first ?? .mobility, vocabulary)
    let slotSeconds = dose.slotSeconds + dose.transitionSeconds
    // One slot each, then one more in turn for as long as that comes closer to the time.
    var slots = [Int](repeating: 1, count: selections.count)
    var count = slots.count
    while count < RoutineLimits.slots, (2 * count + 1) * slotSeconds <= 2 * wish.seconds {
      slots[count % slots.count] += 1
      count += 1
    }
    var blocks: [Block] = []
    for (part, slots) in zip(selections, slots) {
      var selection = part.selection
      if !wish.modes.isEmpty { selection.modes = CaseSet(wish.modes) }
      if !wish.positions.isEmpty { selection.positions = CaseSet(wish.positions) }
      // A block holds eight slots; more slots need more blocks that ask for the same.
      for (number, start) in stride(from: 0, to: slots, by: RoutineLimits.slotsPerBlock.upperBound).enumerated() {
        blocks.append(
          Block(
            id: number == 0 ? part.id : "\(part.id)-\(number + 1)", label: part.label, selection: selection,
            slots: min(slots - start, RoutineLimits.slotsPerBlock.upperBound), dose: dose))
      }
    }
    let natural = try Routine(
      id: "your-choice", title: "Your choice", totalSeconds: count * slotSeconds,
      toleranceSeconds: 15, maximumLevel: .advanced, allowedEquipment: vocabulary.equipment, blocks: blocks,
      rules: Rules(requiredMovements: CaseSet(wish.movements)))
    self = try RoutineRescaling(of: natural, toSeconds: wish.seconds).routine
  }

  /// Two sets of what the vocabulary calls usual for a mode, and five seconds to change.
  private static func dose(of mode: Mode, _ vocabulary: Vocabulary) -> Dose {
    let usual = vocabulary.dose(mode)
    let set =
      if let hold = usual?[.holdSeconds] {
        hold + (usual?[.contractSeconds] ?? 0)
      } else if let reps = usual?[.reps], let each = usual?[.secondsPerRep] {
        reps * each
      } else if let seconds = usual?[.seconds] {
        seconds / 2
      } else {
        20
      }
    return Dose(slotSeconds: 2 * max(set, 1), setSeconds: max(set, 1), transitionSeconds: 5)
  }
}

extension PlanWords {
  /// `internal-rotation` as `Internal rotation`.
  static func capitalized(_ slug: String) -> String {
    let words = plain(slug)
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
