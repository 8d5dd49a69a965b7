/// A routine made longer or shorter by its own rules, and what was changed for it.
///
/// Longer: sets are added, block after block, up to twice each block's own; then exercises, up to twice each block's own.
/// Shorter: sets go from the block with the longest slots, the last of equals first, down to one for either side; then
/// exercises from the block with the most; then whole blocks, from the last, those first whose required movements
/// another block can still bring. Sets stay whole, and stay even where they were (docs/PLANNER.md).
public struct RoutineRescaling: Sendable, Equatable {
  public let routine: Routine
  /// One line per change, such as `Front of the hip: 60 s instead of 120 s`; none if it fits as it is.
  public let changes: [String]

  /// - Parameter seconds: The playing time wanted, transitions included.
  /// - Throws: `RoutineError` if the routine can't be that short or long, with the nearest time it allows.
  public init(of routine: Routine, toSeconds seconds: Int) throws(RoutineError) {
    guard RoutineLimits.totalSeconds.contains(seconds) else {
      throw RoutineError("a playing time of \(seconds) s is outside 1 s to 4 hours")
    }
    var work = Working(routine)
    if work.seconds > seconds {
      while work.seconds > seconds, work.shorten() {}
      // The last step can free more than was needed.
      work.lengthen(to: seconds, withinOwn: true)
    } else {
      work.lengthen(to: seconds, withinOwn: false)
    }
    let tolerance = max(Self.leastTolerance, seconds / 20)
    guard abs(work.seconds - seconds) <= max(tolerance, seconds / 4) else {
      let bound = work.seconds > seconds ? "shorter" : "longer"
      throw RoutineError(
        "\(routine.id) can't be \(bound) than \(work.seconds / 60):\(Self.padded(work.seconds % 60)) by its own rules")
    }
    changes = work.changes()
    self.routine = try work.routine(totalSeconds: seconds, toleranceSeconds: tolerance)
  }

  private static let leastTolerance = 15

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private struct Working {
    let original: Routine
    var parts: [Part]

    struct Part {
      let block: Routine.Block
      var sets: Int
      var slots: Int
      var isDropped = false

      /// How many sets come or go together: two if both sides share them.
      var step: Int { block.dose.sharesBetweenSides ? 2 : 1 }
      var slotSeconds: Int { sets * block.dose.setSeconds }
      var secondsOfSlot: Int { slotSeconds + block.dose.transitionSeconds }
      var seconds: Int { isDropped ? 0 : slots * secondsOfSlot }
    }

    init(_ routine: Routine) {
      original = routine
      parts = routine.blocks.map { Part(block: $0, sets: $0.dose.sets, slots: $0.slots) }
    }

    var seconds: Int { parts.reduce(0) { $0 + $1.seconds } }
    private var slotCount: Int { parts.reduce(0) { $0 + ($1.isDropped ? 0 : $1.slots) } }

    // MARK: Shorter

    /// Takes one step; false if nothing is left to take.
    mutating func shorten() -> Bool {
      if let place = last(by: \.slotSeconds, where: { $0.sets > $0.step }) {
        parts[place].sets -= parts[place].step
      } else if let place = last(by: \.slots, where: { $0.slots > 1 }) {
        parts[place].slots -= 1
      } else if parts.count(where: { !$0.isDropped }) > 1, let place = leastMissed() {
        parts[place].isDropped = true
      } else {
        return false
      }
      return true
    }

    /// The last of the parts with the largest value.
    private func last(by value: (Part) -> Int, where isPossible: (Part) -> Bool) -> Int? {
      let places = parts.indices.filter { !parts[$0].isDropped && isPossible(parts[$0]) }
      return places.max { (value(parts[$0]), $0) < (value(parts[$1]), $1) }
    }

    private func leastMissed() -> Int? {
      let standing = parts.indices.filter { !parts[$0].isDropped }
      let spare = standing.filter { place in
        let others = standing.filter { $0 != place }
        return original.rules.requiredMovements.elements.allSatisfy { movement in
          !Self.brings(movement, parts[place].block) || others.contains { Self.brings(movement, parts[$0].block) }
        }
      }
      return spare.last ?? standing.last
    }

    private static func brings(_ movement: HipMovement, _ block: Routine.Block) -> Bool {
      let selection = block.selection
      let asked = [selection.primaryAny, selection.primaryAll, selection.primaryOnly].compactMap { $0 }
      return asked.isEmpty || asked.contains { $0.elements.contains(movement) }
    }

    // MARK: Longer

    mutating func lengthen(to seconds: Int, withinOwn: Bool) {
      var isMoving = true
      while isMoving {
        isMoving = false
        for place in parts.indices where !parts[place].isDropped {
          let part = parts[place]
          let most = part.block.dose.sets * (withinOwn ? 1 : 2)
          let grown = (part.sets + part.step) * part.block.dose.setSeconds
          let added = part.slots * part.step * part.block.dose.setSeconds
          guard part.sets + part.step <= most, RoutineLimits.slotSeconds.contains(grown), isNearer(seconds, by: added)
          else { continue }
          parts[place].sets += part.step
          isMoving = true
        }
      }
      isMoving = true
      while isMoving {
        isMoving = false
        for place in parts.indices where !parts[place].isDropped {
          let part = parts[place]
          let most = min(part.block.slots * (withinOwn ? 1 : 2), RoutineLimits.slotsPerBlock.upperBound)
          guard part.slots < most, slotCount < RoutineLimits.slots, isNearer(seconds, by: part.secondsOfSlot) else {
            continue
          }
          parts[place].slots += 1
          isMoving = true
        }
      }
    }

    /// Whether this many more seconds bring it closer to the time wanted.
    private func isNearer(_ wanted: Int, by added: Int) -> Bool {
      abs(seconds + added - wanted) < abs(seconds - wanted)
    }

    // MARK: The result

    func changes() -> [String] {
      parts.compactMap { part in
        let (block, dose) = (part.block, part.block.dose)
        if part.isDropped { return "\(block.label): left out" }
        var words: [String] = []
        if part.slots != block.slots {
          words.append("\(part.slots) \(part.slots == 1 ? "exercise" : "exercises") instead of \(block.slots)")
        }
        if part.slotSeconds != dose.slotSeconds {
          words.append("\(part.slotSeconds) s instead of \(dose.slotSeconds) s each")
        }
        return words.isEmpty ? nil : "\(block.label): \(words.joined(separator: ", "))"
      }
    }

    func routine(totalSeconds: Int, toleranceSeconds: Int) throws(RoutineError) -> Routine {
      let kept = parts.filter { !$0.isDropped }
      let blocks = kept.map { part in
        Routine.Block(
          id: part.block.id, label: part.block.label, selection: part.block.selection, slots: part.slots,
          dose: Routine.Dose(
            slotSeconds: part.slotSeconds, setSeconds: part.block.dose.setSeconds,
            transitionSeconds: part.block.dose.transitionSeconds))
      }
      return try Routine(
        id: original.id, title: original.title, titles: original.titles, purpose: original.purpose,
        intent: original.intent, totalSeconds: totalSeconds, toleranceSeconds: toleranceSeconds,
        maximumLevel: original.maximumLevel, allowedEquipment: original.allowedEquipment,
        forbiddenExposures: original.forbiddenExposures, fill: original.fill, part: original.part, blocks: blocks,
        rules: rules(totalSeconds), note: original.note, redFlags: original.redFlags,
        sources: original.sources)
    }

    /// Bounds in seconds grow and shrink with the whole; what is required stays.
    private func rules(_ totalSeconds: Int) -> Routine.Rules {
      func scaled(_ seconds: Int) -> Int {
        let (product, overflows) = seconds.multipliedReportingOverflow(by: totalSeconds)
        return overflows ? seconds : product / original.totalSeconds
      }
      let rules = original.rules
      let balances = rules.balances.map { balance in
        guard case .difference(let most) = balance.bound else { return balance }
        return Routine.Balance(
          one: balance.one, other: balance.other, scope: balance.scope,
          bound: .difference(atMost: min(scaled(most), RoutineLimits.totalSeconds.upperBound)))
      }
      return Routine.Rules(
        requiredMovements: rules.requiredMovements, requiredPlanes: rules.requiredPlanes,
        requiredCore: rules.requiredCore, balances: balances,
        maximumStaticHoldSeconds: rules.maximumStaticHoldSeconds,
        minimumStretchSeconds: rules.minimumStretchSeconds.map {
          min(max(scaled($0), RoutineLimits.stretchSeconds.lowerBound), RoutineLimits.stretchSeconds.upperBound)
        }, distinct: rules.distinct, symmetry: rules.symmetry)
    }
  }
}
