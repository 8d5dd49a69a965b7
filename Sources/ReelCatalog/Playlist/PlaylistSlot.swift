import MediaFacts

/// Lays one slot of a plan out for playing.
struct PlaylistSlot {
  private let plan: Plan
  private let index: Int
  private let reels: [Reel]
  private let vocabulary: Vocabulary

  init(plan: Plan, index: Int, reels: [ReelID: Reel], vocabulary: Vocabulary) {
    self.plan = plan
    self.index = index
    self.vocabulary = vocabulary
    self.reels = plan.slots[index].reels.map { id in
      guard let reel = reels[id] else { preconditionFailure("a plan is laid out with all of its reels") }
      return reel
    }
  }

  private var slot: PlanSlot { plan.slots[index] }

  /// One entry, or one for every set when the sides take turns.
  var entries: [Playlist.Entry] {
    guard slot.bundle != .whole else {
      return [entry(reels[0], side: nil, sets: slot.sets, seconds: slot.seconds, isLast: true, cue: nil)]
    }
    return (0..<slot.sets).map { set in
      entry(
        reels[set % reels.count], side: side(ofSet: set), sets: 1, seconds: slot.seconds / slot.sets,
        isLast: set == slot.sets - 1, cue: set == 0 ? nil : "switch sides")
    }
  }

  private func side(ofSet set: Int) -> ReelSide? {
    let first: ReelSide? =
      switch slot.bundle {
      case .whole, .unknownSide: nil
      case .pair: .left
      case .turned: reels[0].tagging.values(.side).first.flatMap(ReelSide.init)
      }
    guard let first, !set.isMultiple(of: 2) else { return first }
    return first == .left ? .right : .left
  }

  private func entry(
    _ reel: Reel, side: ReelSide?, sets: Int, seconds: Int, isLast: Bool, cue: String?
  ) -> Playlist.Entry {
    let block = plan.routine.blocks[slot.block]
    let whole = reel.playableRange ?? 0..<1
    let part = whole.lowerBound..<min(whole.upperBound, whole.lowerBound + seconds * 1000)
    let path = reel.paths.first ?? PathBytes("")
    return Playlist.Entry(
      reel: reel.id, path: path, slot: index, exercise: slot.exercise,
      title: slot.exercise.flatMap(vocabulary.exercise)?.name ?? path.lastComponent.title, block: block.label,
      side: side,
      sets: sets, seconds: seconds, part: part,
      isCut: part.upperBound < reel.video?.durationMilliseconds ?? part.upperBound,
      plays: plan.routine.fill == .once ? 1 : Self.plays(of: part.count, within: seconds * 1000),
      transitionSeconds: isLast ? block.dose.transitionSeconds : 0, cue: cue, video: reel.video)
  }

  /// The whole number of times that comes closest, at least once.
  private static func plays(of part: Int, within time: Int) -> Int { max(1, (time + part / 2) / part) }
}

extension PathBytes {
  /// A file's name without its ending, for showing.
  var title: String {
    let end = bytes.lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 ? $0 : nil } ?? bytes.endIndex
    return PathBytes(bytes[..<end]).text
  }
}

extension Playlist.Entry {
  /// A reel without a plan: all of it, once; nil without a usable part.
  init?(_ reel: Reel, vocabulary: Vocabulary) {
    guard let path = reel.paths.first, let part = reel.playableRange else { return nil }
    let exercise = reel.tagging.values(.exercise).first
    self.init(
      reel: reel.id, path: path, slot: 0, exercise: exercise,
      title: exercise.flatMap(vocabulary.exercise)?.name ?? path.lastComponent.title, block: "",
      side: reel.tagging.values(.side).first.flatMap(ReelSide.init).flatMap {
        [.left, .right].contains($0) ? $0 : nil
      },
      sets: 1, seconds: max(1, (part.count + 500) / 1000), part: part,
      isCut: part.upperBound < reel.video?.durationMilliseconds ?? part.upperBound, plays: 1, transitionSeconds: 0,
      cue: nil, video: reel.video)
  }

  /// The same entry at another place.
  func inSlot(_ slot: Int) -> Playlist.Entry {
    Playlist.Entry(
      reel: reel, path: path, slot: slot, exercise: exercise, title: title, block: block, side: side, sets: sets,
      seconds: seconds, part: part, isCut: isCut, plays: plays, transitionSeconds: transitionSeconds, cue: cue,
      cautions: cautions, video: video)
  }
}
