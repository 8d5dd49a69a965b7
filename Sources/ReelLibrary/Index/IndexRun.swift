import Glibc
import MediaFacts
import ReelCatalog

/// The steps of one index run, in the order in which `Indexer` takes them.
struct IndexRun {
  private(set) var summary: IndexSummary
  private let folder: LibraryFolder
  private let store: ReelStore
  private let walk: FolderWalk
  private let options: Indexer.Options
  private let contents: FolderContents
  private let plan: IndexPlan
  /// Made when the first reel has to be tagged: a run that finds nothing new does not need it.
  private lazy var tagger = vocabulary.tagger()
  private let vocabulary: LibraryVocabulary
  /// Known paths that have disappeared and whose content did not turn up under another name.
  private var missing: Set<PathBytes>
  /// Known paths that hold another file than before.
  private let changing: Set<PathBytes>
  private var toldOfJail = false

  /// Files are written to the catalog in groups: a killed run loses at most one group's work.
  private static let largestBatch = 64
  /// A group of slow files is written after this long.
  private static let longestBatch = Duration.seconds(2)

  init(
    _ folder: LibraryFolder, _ store: ReelStore, _ walk: FolderWalk, _ options: Indexer.Options
  ) throws(LibraryError) {
    self.folder = folder
    self.store = store
    self.walk = walk
    self.options = options
    vocabulary = LibraryVocabulary(folder)
    let stored = try store.storedFiles()
    contents = FolderContents(
      walk, in: folder, knownVideos: Set(stored.map(\.path)), knownOthers: try store.storedOtherFiles())
    plan = IndexPlan(
      candidates: contents.candidates, unseen: walk.unseen.map(\.path), leftOut: Set(walk.leftOut.map(\.path)),
      stored: stored, factsVersion: FactsVersion.current, retryingFailures: options.retriesFailures)
    missing = Set(plan.gone + plan.leftOut)
    changing = Set(plan.visits.filter { $0.previousReel != nil }.map(\.file.path))
    summary = IndexSummary()
    summary.unchanged = plan.unchangedCount
    summary.knownFailures = plan.knownFailureCount
    summary.unseen = walk.unseen.count
    summary.skipped = walk.leftOut.count
  }

  /// Tells that there is no video where there is none, and none was known.
  func tellOfEmptyFolder(_ hear: (IndexEvent) -> Void) {
    guard contents.candidates.isEmpty, plan.knownCount == 0, walk.unseen.isEmpty else { return }
    hear(.noVideos(links: walk.leftOut.count { $0.reason == .link }, skipped: walk.leftOut.count))
  }

  mutating func takeOverMoves() throws(LibraryError) {
    try store.apply(moves: plan.moves, returned: plan.returned, kinds: plan.kindChanges, at: walk.began)
    try store.record(otherFiles: contents.newOthers, at: walk.began)
    summary.moved = plan.moves.count
  }

  /// Reads added and edited texts and forgets removed ones.
  func readSidecars(_ hear: (IndexEvent) -> Void) throws(LibraryError) {
    let known = try store.storedSidecars()
    let scan = SidecarScan(contents, in: folder)
    let examined = scan.examine(
      known: known, linked: try store.linkedSidecars(), former: try store.formerKeys())
    for sidecar in examined {
      guard let problem = sidecar.problem else { continue }
      hear(.sidecarUnreadable(sidecar.file.path, reason: problem, advice: sidecar.advice))
    }
    let unseen = Set(walk.unseen.map(\.path))
    // Where the folder itself may be missing, so may they.
    let removed =
      isTooMuchMissing(plan.gone.count)
      ? []
      : known.keys.filter {
        !scan.paths.contains($0) && !$0.isOrLies(in: unseen)
      }.sorted()
    // What an unreadable file said before holds until it can be read again, which every run tries.
    let news = examined.filter { $0.wasRead || $0.isDoubtful || $0.problem == nil || known[$0.file.path] == nil }
    let edited = news.map(\.file.path).filter { known[$0] != nil }
    try store.record(sidecars: news, forgetting: removed + edited, at: walk.began)
    let hasNews = !(news.isEmpty && removed.isEmpty && plan.isQuiet)
    if hasNews, !scan.sidecars.isEmpty || !known.isEmpty { try settleGuesses(of: scan) }
  }

  /// Matches the sidecars that fit no video's name exactly.
  private func settleGuesses(of scan: SidecarScan) throws(LibraryError) {
    let exact = scan.videoKeys.union(try store.formerKeys())
    let read = Set(try store.storedSidecars().filter(\.value.wasRead).keys)
    let (guesses, doubts) = scan.guesses(for: try store.unmatchedRecords(exact), read: read, exact: exact)
    try store.settle(guesses, doubts: doubts)
  }

  /// Adds what the coach's own tables say to the log of edits.
  mutating func takeInOwnWords(_ hear: (IndexEvent) -> Void) throws(LibraryError) {
    for (path, line, problem) in try store.takeInOwnWords(with: { tagger }, now: time(nil)) {
      hear(.sidecarUnreadable(path, reason: "line \(line): \(problem)", advice: nil))
    }
  }

  /// Reads new and changed files, several at a time.
  mutating func examine(_ stop: StopRequest, _ hear: (IndexEvent) -> Void) throws(LibraryError) {
    guard !plan.visits.isEmpty else { return }
    let examiner = try FolderExaminer(
      folder, store, workerCount: options.workerCount,
      still: StillOrder(choice: options.usesQuickStill ? .quick : .chosen), keepsLocation: options.keepsLocation,
      jail: options.jail, stop: stop)
    let clock = SuspendingClock()
    var (batch, began): ([ExaminedFile], _) = ([], clock.now)
    var done = 0
    do {
      // Known paths first: what a new path holds may be the old version of a file that now has another.
      for visits in [plan.visits.filter { $0.previousReel != nil }, plan.visits.filter { $0.previousReel == nil }] {
        try examiner.examine(visits) { examined in
          batch.append(examined)
          done += 1
          tell(examined, done: done, hear)
          if batch.count >= Self.largestBatch || clock.now - began >= Self.longestBatch {
            defer { (batch, began) = ([], clock.now) }
            try record(batch)
          }
        } hear: {
          tell($0, hear)
        }
        try record(batch)
        (batch, began) = ([], clock.now)
      }
    } catch {
      try record(batch)  // What was read before the trouble is kept.
      throw ReelStore.translated(error, folder.root)
    }
    summary.wasInterrupted = stop.isMade && done < plan.visits.count
  }

  /// Marks what is missing, unless so much is that the folder itself may be.
  mutating func markGone(_ hear: (IndexEvent) -> Void) throws(LibraryError) {
    guard !summary.wasInterrupted else { return }
    // What a name or a pattern leaves out is not missing.
    let leftOut = plan.leftOut.filter { missing.contains($0) }
    try store.markGone(leftOut)
    summary.gone = leftOut.count
    let gone = plan.gone.filter { missing.contains($0) }
    if isTooMuchMissing(gone.count) {
      hear(.tooManyMissing(gone.count, ofKnown: plan.knownCount))
      return
    }
    try store.markGone(gone)
    summary.gone += gone.count
  }

  private func isTooMuchMissing(_ count: Int) -> Bool {
    IndexPlan.isTooMuch(missing: count, ofKnown: plan.knownCount) && !options.acceptsGone
  }

  /// Tags every reel whose tags are out of date. A new vocabulary puts all of them out of date, but one with a mistake in it
  /// does not.
  mutating func tagRest(_ hear: (IndexEvent) -> Void) throws(LibraryError) {
    if let problem = vocabulary.problem { hear(.vocabularyUnreadable(problem)) }
    _ = try store.concludeAnew()
    guard try store.hasTags(otherThan: vocabulary.version) else { return }
    try store.tagAllPending(with: tagger)
    guard vocabulary.problem == nil else { return }
    // Are there still others, they are of another vocabulary.
    if try store.hasTags(otherThan: vocabulary.version) { try store.forgetComparisons() }
    _ = try store.retag(with: tagger, isDryRun: false) { _ in }
  }

  /// Looks at the pictures of reels that nobody looked at yet.
  mutating func look(_ stop: StopRequest, _ hear: (IndexEvent) -> Void) throws(LibraryError) {
    let step = PictureStep(folder, store, options)
    if summary.new > 0 { try step.tellMissing(hear) }
    summary.take(try step.run(tagger: { tagger }, stop, hear))
  }

  /// Makes the stills that the person's edits ask for, after new content or an import.
  mutating func refreshThumbnails(_ stop: StopRequest, _ hear: (IndexEvent) -> Void) throws(LibraryError) {
    let refresh = ThumbnailRefresh(
      folder, store, automatic: options.usesQuickStill ? .quick : .chosen, jail: options.jail)
    let failures = try refresh.run(stop: stop) { tell($0, hear) }
    for failure in failures { hear(.thumbnailNotMade(failure.path, reason: failure.reason)) }
  }

  /// Passes on news of the workers; the jail once a run, which may start several pools.
  private mutating func tell(_ news: WorkerPool.News, _ hear: (IndexEvent) -> Void) {
    switch news {
    case .silence: hear(.waiting(folder.root))
    case .jailed(let jail):
      guard !toldOfJail, !jail.isWhole else { return }
      toldOfJail = true
      hear(.jailIncomplete(jail))
    }
  }

  private mutating func record(_ batch: [ExaminedFile]) throws(LibraryError) {
    guard !batch.isEmpty else { return }
    let outcomes = try store.record(
      batch, missing: missing, changing: changing, thumbnails: ThumbnailFolder(folder), with: tagger, at: walk.began,
      now: time(nil))
    for (examined, outcome) in zip(batch, outcomes) { count(outcome, of: examined) }
  }

  private mutating func count(_ outcome: ReelStore.Outcome, of examined: ExaminedFile) {
    guard examined.report.status == .ok else {
      if outcome != .dropped { summary.failed += 1 }
      return
    }
    switch outcome {
    case .new: summary.new += 1
    case .changed: summary.changed += 1
    case .moved(let from):
      summary.moved += 1
      missing.remove(from)
    case .known where examined.previousReel == nil: summary.new += 1
    case .known: summary.unchanged += 1
    case .dropped: return
    }
  }

  private func tell(_ examined: ExaminedFile, done: Int, _ hear: (IndexEvent) -> Void) {
    let report = examined.report
    if report.status != .ok { hear(.failed(examined.file.path, report.status, reason: report.reason)) }
    hear(.examined(examined.file.path, done: done, total: plan.visits.count))
  }
}
