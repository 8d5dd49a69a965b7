import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct PlaylistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playlist",
    abstract: "Makes the best playlist that the folder allows for a routine.",
    discussion: """
      The same folder always gives the same playlist; --seed gives another that is just as good. What the folder lacks is \
      reported on standard error with the reason, and the exit status is 20; with --strict nothing is written then. \
      Where a profile calls for a doctor first, nothing is planned and the exit status is 21. Not medical advice.
      """)

  @Argument(
    help: "A routine; `hipreel routine list` lists them. Or ask with --movement, --mode or --position.",
    completion: Completions.routine)
  var routine: String?

  @Option(help: "How long, in minutes; a routine is fitted by its own rules.")
  var minutes: Double?

  @Option(parsing: .singleValue, help: "Without a routine: add a block for this movement; can be repeated.")
  var movement: [HipMovement] = []

  @Option(parsing: .singleValue, help: "Without a routine: allow this mode; can be repeated.")
  var mode: [Mode] = []

  @Option(parsing: .singleValue, help: "Without a routine: allow this position; can be repeated.")
  var position: [Position] = []

  @Option(
    help: ArgumentHelp("Choose only from the reels that match.", valueName: "query"),
    completion: Completions.query)
  var query: String?

  @OptionGroup var file: PlaylistFileOptions

  @OptionGroup var catalog: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "The equipment at hand, separated by commas, instead of the routine's; or none.", valueName: "items"),
    completion: Completions.equipment)
  var equipment: String?

  @Option(help: "The hardest level to allow, instead of the routine's.")
  var level: Level?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave out what this profile avoids; can be repeated.", valueName: "profile"),
    completion: Completions.profile)
  var avoid: [String] = []

  @Option(help: "Choose differently among equally good reels.")
  var seed: UInt64?

  @Flag(help: "Prefer what was not played lately; see --save.")
  var fresh = false

  @Option(
    help: ArgumentHelp("Record the playlist as given today, under this name; see hipreel history.", valueName: "name"))
  var save: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Who it is for: --save records it, --fresh looks at what they had.", valueName: "label"))
  var label: String?

  @Flag(help: "Also take reels without a name for the exercise that their picture is most like.")
  var withSuggestions = false

  @Flag(help: "Play each reel from its first repetition to its last, as seen, unless you trimmed it.")
  var workingPart = false

  @Flag(help: "Show why each reel was chosen, and what came second.")
  var explain = false

  @Flag(help: "Write nothing if there is a gap.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Show the plan, without writing anything.")
  var dryRun = false

  func validate() throws {
    let asksFreely = !movement.isEmpty || !mode.isEmpty || !position.isEmpty
    if routine != nil, asksFreely {
      throw ValidationError("--movement, --mode and --position are for a playlist without a routine")
    }
    if routine == nil, !asksFreely, query == nil {
      throw ValidationError("name a routine, or ask with --movement, --mode, --position or --query")
    }
    if let minutes { _ = try Minutes.seconds(minutes) }
  }

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let wanted = try query.map { try QueryText.parse([$0], in: folder, store) }
    let request = try wantedPlaylist(folder, store, takesEveryKind: wanted?.namesKind ?? false)
    let reels = try candidates(wanted, store, seen: withSuggestions || request.playsWorkingPart)
    let plan = request.plan(from: reels)
    let playlist = request.playlist(of: plan, from: reels)

    PlaylistText.report(playlist, of: plan, avoiding: request.leftOut)
    if explain { PlaylistText.explain(plan, request.explanation(of: plan, from: reels), reels: reels) }
    if !dryRun, plan.isComplete || !strict, file.isAskedFor {
      try file.write(playlist, from: folder)
    }
    if let save, !dryRun, plan.isComplete || !strict {
      try LibraryHistory(folder).save(
        save, for: label, routine: request.routine.id, reels: plan.slots.flatMap(\.reels))
    }
    if !plan.isComplete { throw ExitCode(ExitStatus.playlistHasGaps) }
  }

  /// The reels to choose from, as the options have them.
  ///
  /// - Parameter asks: Whether to read what was seen of them, too.
  private func candidates(_ wanted: Query?, _ store: ReelStore, seen asks: Bool) throws -> [Reel] {
    var reels = try asks ? store.allReels(.timedTexts) : wanted == nil ? store.allReels(.tags) : []
    if let wanted {
      let matching = try store.reels(matching: wanted, now: QueryText.now())
      guard asks else { return matching }
      let ids = Set(matching.map(\.id))
      reels.removeAll { !ids.contains($0.id) }
    }
    if withSuggestions, !avoid.isEmpty {
      Messages.say(
        "--with-suggestions is left out: what is only guessed could be what \(avoid.joined(separator: ", ")) avoids")
    } else if withSuggestions {
      let vocabulary = try catalog.vocabulary().vocabulary
      reels = reels.map { $0.takingSuggestions(from: vocabulary) }
    }
    return reels
  }

  private func wantedPlaylist(
    _ folder: LibraryFolder, _ store: ReelStore, takesEveryKind: Bool
  ) throws -> PlaylistRequest {
    let staleness =
      fresh ? SavedPlaylist.staleness(try store.savedPlaylists(for: label), now: QueryText.now().unixSeconds) : [:]
    do {
      return try PlaylistRequest(
        routine: wantedRoutine(folder), equipment: equipment, level: level, profiles: avoid, seed: seed,
        takesEveryKind: takesEveryKind, playsWorkingPart: workingPart, staleness: staleness,
        vocabulary: catalog.vocabulary().vocabulary)
    } catch let error as PlaylistRequest.Unknown {
      throw UnknownName.exit(error.kind, error.name, known: error.known)
    } catch let error as DoctorFirst {
      PlaylistText.refuse(error)
      throw ExitCode(ExitStatus.doctorFirst)
    }
  }

  /// The named routine, or one made from the options, with the length wanted.
  private func wantedRoutine(_ folder: LibraryFolder) throws -> Routine {
    let seconds = try minutes.map { try Minutes.seconds($0) }
    do {
      guard let routine else {
        let wish = Routine.Wish(movements: movement, modes: mode, positions: position, seconds: seconds ?? 300)
        return try Routine(of: wish, vocabulary: .standard)
      }
      let found = try RoutineLookup(folder).routine(routine)
      guard let seconds else { return found }
      let fitted = try RoutineRescaling(of: found, toSeconds: seconds)
      for change in fitted.changes { Messages.say("to fit \(HumanText.clock(seconds: seconds)): \(change)") }
      return fitted.routine
    } catch let error as RoutineError {
      throw Mistake.exit("\(error)")
    }
  }
}
