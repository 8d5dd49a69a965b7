import MediaFacts
import ReelCatalog

/// What a run does about pictures: finds what looks at them, looks, compares the words of folders, tags what follows.
struct PictureStep {
  private let folder: LibraryFolder
  private let store: ReelStore
  private let options: Indexer.Options
  private let eyes: PictureEyes
  private let missing: [LibraryError]

  /// What a run did about pictures, in reels; as `IndexSummary` has it.
  struct Outcome {
    var lookedAt = 0
    var notLookedAt = 0
    var alike = 0
    var wasInterrupted = false
  }

  init(_ folder: LibraryFolder, _ store: ReelStore, _ options: Indexer.Options) {
    (self.folder, self.store, self.options) = (folder, store, options)
    var missing: [LibraryError] = []
    eyes = PictureEyes(options.looks) { missing.append($0) }
    self.missing = missing
  }

  /// Tells what is wanted and not there.
  func tellMissing(_ hear: (IndexEvent) -> Void) throws(LibraryError) {
    for error in missing {
      guard let product = error.lostProduct else { continue }
      hear(.senseMissing(error, waiting: try store.unseenCount(of: [product], for: eyes)))
    }
  }

  /// How many reels wait for what is wanted, be it there or not.
  func waitingCount() throws(LibraryError) -> Int {
    try store.unseenCount(of: eyes.products.union(missing.compactMap(\.lostProduct)), for: eyes)
  }

  /// - Parameter tagger: Most runs have nothing to look at, and need none.
  func run(
    tagger: () -> Tagger, _ stop: StopRequest, _ hear: (IndexEvent) -> Void
  ) throws(LibraryError) -> Outcome {
    var outcome = Outcome()
    let reels = try store.reels(unseenBy: eyes)
    if !reels.isEmpty {
      let look = PictureLook(folder, store, tagger(), eyes, width: options.workerCount, jail: options.jail)
      let counts = try look.run(reels, stop, hear)
      outcome.lookedAt = counts.lookedAt
      outcome.wasInterrupted = stop.isMade && counts.waiting > 0
    }
    // Which lines are the mark of a folder shows when all of it was read, in this run or in one that was killed.
    let isMarked = try store.markWatermarks(with: tagger)
    if outcome.lookedAt > 0 || isMarked {
      try store.tagAllPending(with: tagger())
      outcome.alike = try store.tellAlike(reels, hear)
    }
    // Where all that is wanted is there and has seen everything, nobody waits.
    if !reels.isEmpty || !missing.isEmpty { outcome.notLookedAt = try waitingCount() }
    return outcome
  }
}

extension IndexSummary {
  mutating func take(_ outcome: PictureStep.Outcome) {
    (lookedAt, notLookedAt, alike) = (outcome.lookedAt, outcome.notLookedAt, outcome.alike)
    if outcome.wasInterrupted { wasInterrupted = true }
  }
}
