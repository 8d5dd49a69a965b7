/// A routine modelled on a fixed playlist: what its reels show, in their order and for as long as they play.
///
/// It is a draft to edit: a block takes the same exercise from whatever reel shows it best.
public struct RoutineSketch: Sendable {
  public let routine: Routine
  /// The playlist's entries that aren't in it, by title, and why.
  public let leftOut: [(title: String, reason: String)]

  /// One exercise of the playlist with all of its entries.
  private struct Part {
    let key: String
    let label: String
    let selection: Selection
    let isOneSided: Bool
    var seconds: Int
  }

  /// - Parameters:
  ///   - id: The routine's name.
  ///   - reels: The reels that the playlist plays, by id.
  ///   - vocabulary: Says what is one-sided.
  /// - Throws: `RoutineError` if the name isn't valid, or if a routine can't ask for any of the playlist.
  public init(of playlist: Playlist, id: String, reels: [ReelID: Reel], vocabulary: Vocabulary) throws(RoutineError) {
    var parts: [Part] = []
    var leftOut: [(title: String, reason: String)] = []
    for entry in playlist.entries {
      guard let reel = reels[entry.reel], let part = Self.part(entry, reel, vocabulary) else {
        leftOut.append((entry.fullTitle, "hipreel doesn't know what it shows; see hipreel review"))
        continue
      }
      // A routine asks for an exercise once, for as long as both sides and all sets take.
      if let place = parts.firstIndex(where: { $0.key == part.key }) {
        parts[place].seconds += part.seconds
      } else if parts.count < RoutineLimits.slots {
        parts.append(part)
      } else {
        leftOut.append((entry.fullTitle, "a routine has at most \(RoutineLimits.slots) exercises"))
      }
    }
    // Blocks of two need a condition in common: the names of their exercises.
    if parts.count > RoutineLimits.blocks.upperBound {
      leftOut += parts.filter { $0.selection.include == nil }.map { ($0.label, "its exercise is unknown") }
      parts.removeAll { $0.selection.include == nil }
    }
    guard !parts.isEmpty else { throw RoutineError("hipreel doesn't know what the playlist's reels show") }
    self.leftOut = leftOut
    let blocks = Self.blocks(parts)
    let title = PlaylistTitle.clean(playlist.title)
    routine = try Routine(
      id: id, title: title.isEmpty ? id : title,
      totalSeconds: min(
        blocks.reduce(0) { $0 + $1.slots * ($1.dose.slotSeconds + $1.dose.transitionSeconds) },
        RoutineLimits.totalSeconds.upperBound),
      toleranceSeconds: 15, maximumLevel: .advanced, allowedEquipment: vocabulary.equipment, blocks: blocks)
  }

  private static func part(_ entry: Playlist.Entry, _ reel: Reel, _ vocabulary: Vocabulary) -> Part? {
    var selection = Selection()
    let exercise = reel.tagging.exercise.flatMap(vocabulary.exercise)
    let key: String
    let label: String
    if let exercise {
      selection.include = [exercise.id]
      (key, label) = (exercise.id, exercise.name)
    } else {
      let movements = reel.tagging.movements(.primary)
      let modes = reel.tagging.values(.mode).compactMap { Mode(rawValue: $0) }
      guard !movements.isEmpty else { return nil }
      selection.primaryAny = CaseSet(movements)
      if !modes.isEmpty { selection.modes = CaseSet(modes) }
      key = (movements.map(\.rawValue) + modes.map(\.rawValue)).joined(separator: " ")
      label = PlaylistTitle.clean(entry.title)
    }
    return Part(
      key: key, label: label.isEmpty ? key : label, selection: selection,
      isOneSided: exercise?.side == .unilateral, seconds: entry.seconds)
  }

  /// A block for each part, or for two neighbours if there would be too many.
  private static func blocks(_ parts: [Part]) -> [Routine.Block] {
    let width = parts.count > RoutineLimits.blocks.upperBound ? 2 : 1
    return stride(from: 0, to: parts.count, by: width).enumerated().map { number, start in
      let group = parts[start..<min(start + width, parts.count)]
      var selection = group.first?.selection ?? Selection()
      if group.count > 1 { selection.include = group.compactMap(\.selection.include).flatMap(\.self) }
      return Routine.Block(
        id: "block-\(number + 1)", label: group.map(\.label).joined(separator: ", "), selection: selection,
        slots: group.count, dose: dose(Array(group)))
    }
  }

  /// Two equal sets where the sides take turns.
  private static func dose(_ group: [Part]) -> Routine.Dose {
    let seconds = min(max(group.reduce(0) { $0 + $1.seconds } / group.count, 2), RoutineLimits.slotSeconds.upperBound)
    let sets = group.contains(where: \.isOneSided) ? 2 : 1
    let set = seconds / sets
    return Routine.Dose(slotSeconds: set * sets, setSeconds: set, transitionSeconds: 5)
  }
}
