import ReelCatalog

/// What a person reads about a playlist, on standard error.
enum PlaylistText {
  static func report(_ playlist: Playlist, of plan: Plan, avoiding leftOut: [String]) {
    Messages.say(
      "\(plan.routine.title): \(plan.slots.count) of \(HumanText.count(plan.routine.slotCount, "exercise")), "
        + "\(HumanText.clock(seconds: playlist.seconds)) of \(HumanText.clock(seconds: plan.routine.totalSeconds))")
    var last: Int?
    for entry in playlist.entries where entry.slot != last {
      last = entry.slot
      Messages.advise("\(entry.block): \(entry.title)  (\(entry.path.text))")
      var said: Set<String> = []
      for caution in playlist.entries.filter({ $0.slot == entry.slot }).flatMap(\.cautions)
      where said.insert(caution["en"]).inserted {
        Messages.advise("  take care: \(caution["en"])")
      }
    }
    for gap in plan.gaps {
      Messages.say(gap.text)
      if let relaxation = gap.relaxation { Messages.advise("to fill it, \(relaxation.text)") }
    }
    let uncovered =
      plan.uncoveredMovements.elements.map(\.rawValue)
      + plan.uncoveredPlanes.elements.map { "the \($0.rawValue) plane" }
      + plan.uncoveredCore.elements.map(\.rawValue)
    if !uncovered.isEmpty { Messages.say("not covered: \(uncovered.joined(separator: ", "))") }
    if !leftOut.isEmpty { Messages.say("left out for: \(leftOut.joined(separator: "; "))") }
    let signs = playlist.notice.sentences
    if !signs.isEmpty { Messages.say("before you start:") }
    for sentence in signs { Messages.advise(sentence) }
  }

  /// Says why nothing is planned.
  static func refuse(_ refusal: DoctorFirst) {
    for profile in refusal.profiles { Messages.say("\(profile.label): nothing is planned; see a doctor first") }
    // People don't change the vocabulary's signs.
    let notice = SafetyNotice(refusal.profiles.flatMap(\.redFlags), vocabulary: .standard)
    for sentence in notice.sentences { Messages.advise(sentence) }
  }

  /// Explains each slot, on standard error.
  static func explain(_ plan: Plan, _ explanation: PlanExplanation, reels: [Reel]) {
    let paths = Dictionary(
      reels.map { ($0.id, $0.paths.first?.text ?? $0.id.text) }, uniquingKeysWith: { first, _ in first })
    func names(_ slot: PlanSlot) -> String {
      let files = slot.reels.compactMap { paths[$0] }.joined(separator: ", ")
      return slot.exercise.map { "\($0) (\(files))" } ?? files
    }
    for (slot, why) in zip(plan.slots, explanation.slots) {
      Messages.say("\(plan.routine.blocks[slot.block].label): \(names(slot))")
      Messages.advise("chosen: \(why.reasons.joined(separator: "; "))")
      Messages.advise("second: \(why.second.map { names($0) } ?? "nothing else fits"); \(why.difference)")
    }
  }

  static func say(_ warning: PlaylistWarning) {
    switch warning {
    case .notPortable(let path):
      Messages.say("\(path.text): written as an absolute address; the playlist breaks when the folder moves")
    case .notUnderstood(let path):
      Messages.say("\(path.text): written as asked; some players will not open it, see --entry-style auto")
    case .leftOut(let path):
      Messages.say("\(path.text): left out: the format cannot write a line break in a name")
    case .withoutPauses(let seconds):
      Messages.say("players leave out the pauses: the playlist is \(seconds) s shorter")
    case .withoutCautions:
      Messages.say("the format has no place for what to take care with: give the page, or tell them")
    case .withoutParts(let count):
      Messages.say(
        "the format has no cuts or repeats: \(HumanText.count(count, "entry", "entries")) "
          + "\(count == 1 ? "plays" : "play") once, from start to end")
    case .mixedVideos:
      Messages.say("the videos differ in codec, size or sound; ffmpeg joins only videos that are alike")
    case .tooLong:
      Messages.say("mpv reads at most 1,000,000 bytes of such a file: make a shorter playlist")
    }
  }
}
