import ReelCatalog

/// A routine, as well as this folder can fill it.
struct GalleryRoutine: Sendable {
  let plan: Plan
  let playlist: Playlist

  /// Plans routines, in the order given.
  static func planned(_ routines: [Routine], from reels: [Reel], vocabulary: Vocabulary) -> [GalleryRoutine] {
    func planned(_ routines: [Routine], from reels: [Reel]) -> [(String, GalleryRoutine)] {
      guard !routines.isEmpty else { return [] }
      var kinds = PlanKinds(vocabulary)
      let candidates = reels.compactMap { PlanCandidate($0, kinds: &kinds) }
      let byID = Dictionary(reels.map { ($0.id, $0) }) { first, _ in first }
      return routines.map { routine in
        let plan = Planner.plan(routine, candidates: candidates, filters: PlanFilters())
        return (routine.id, GalleryRoutine(plan: plan, playlist: Playlist(plan, reels: byID, vocabulary: vocabulary)))
      }
    }
    // Some routines play only the working part of each reel.
    let all =
      planned(routines.filter { $0.part == .whole }, from: reels)
      + planned(routines.filter { $0.part == .working }, from: reels.map(\.playingWorkingPart))
    let byID = Dictionary(all) { first, _ in first }
    return routines.compactMap { byID[$0.id] }
  }

  var canBePlayed: Bool { !playlist.entries.isEmpty }

  /// The name of the page that plays it.
  var pageName: String { "play/\(plan.routine.id).html" }

  /// The page that plays it: the one that `hipreel playlist --format html` makes, with its stills and videos beside it.
  func page(sources: [ReelID: String], stills: Set<ReelID>) -> [UInt8] {
    var options = PlaylistFormat.Options(home: "../index.html#/routines")
    for entry in playlist.entries {
      if let source = sources[entry.reel] { options.sources[entry.path] = "../" + source }
      if stills.contains(entry.reel) { options.stillSources[entry.reel] = "../" + Gallery.stillName(of: entry.reel) }
    }
    let nowhere = PlaylistPlace(reelFolder: PathBytes("/"), playlistFolder: PathBytes("/"))
    return PlaylistFormat.html.rendered(playlist, at: nowhere, options).bytes
  }

  /// How many slots of a block are filled, and the reels that fill them, each once.
  func filling(ofBlock block: Int) -> (slots: Int, reels: [ReelID]) {
    let slots = plan.slots.filter { $0.block == block }
    var seen: Set<ReelID> = []
    return (slots.count, slots.flatMap(\.reels).filter { seen.insert($0).inserted })
  }
}
