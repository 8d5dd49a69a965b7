import MediaFacts
public import ReelCatalog

/// Brings a catalog up to date with its folder: look, plan, examine what changed, tag, remember.
///
/// The failure of one file is an event and a row, never the end of a run. Every step commits on its own, so a run
/// that dies anywhere is carried on by the next.
public struct Indexer: Sendable {
  public struct Options: Sendable {
    /// Patterns of files and folders to skip in this run and all later ones; as typed.
    public var excluded: [PathBytes]
    /// Whether to forget the patterns of earlier runs first.
    public var forgetsExcluded: Bool
    /// Whether to try failed files again although they did not change.
    public var retriesFailures: Bool
    /// Whether to mark missing files gone, however many there are.
    public var acceptsGone: Bool
    /// How many worker processes run; nil means one per core.
    public var workerCount: Int?
    /// Whether a thumbnail is the first key frame at a fifth of the video instead of the best of several.
    public var usesQuickStill: Bool
    /// Whether to keep where a video was filmed, for the files that this run reads.
    public var keepsLocation: Bool
    /// What to do on a machine that cannot jail the workers completely.
    public var jail: JailDemand
    /// What to look at pictures for.
    public var looks: Looks
    /// Whether nothing else is done: the folder is not walked.
    public var onlyLooks: Bool
    /// Whether reels get tags from the names of those that they move like, from now on; nil leaves it as it is.
    public var tagsAlike: Bool?
    /// Whether nothing is changed.
    public var isDryRun: Bool

    public init(
      excluded: [PathBytes] = [], forgetsExcluded: Bool = false, retriesFailures: Bool = false,
      acceptsGone: Bool = false,
      workerCount: Int? = nil, usesQuickStill: Bool = false, keepsLocation: Bool = false,
      jail: JailDemand = .asFarAsPossible, looks: Looks = Looks(), onlyLooks: Bool = false,
      tagsAlike: Bool? = nil, isDryRun: Bool = false
    ) {
      self.excluded = excluded
      self.forgetsExcluded = forgetsExcluded
      self.retriesFailures = retriesFailures
      self.acceptsGone = acceptsGone
      self.workerCount = workerCount
      self.usesQuickStill = usesQuickStill
      self.keepsLocation = keepsLocation
      self.jail = jail
      self.looks = looks
      self.onlyLooks = onlyLooks
      self.tagsAlike = tagsAlike
      self.isDryRun = isDryRun
    }
  }

  /// What a run looks for in pictures that it has not seen yet, where what that takes is there.
  public struct Looks: Sendable, Equatable {
    /// What moves in them.
    public var movement: Bool
    /// What is written in them.
    public var words: Bool

    public init(movement: Bool = true, words: Bool = true) {
      self.movement = movement
      self.words = words
    }
  }

  private let folder: LibraryFolder
  private let options: Options

  public init(_ folder: LibraryFolder, options: Options = Options()) {
    self.folder = folder
    self.options = options
  }

  /// Runs once.
  ///
  /// - Parameters:
  ///   - stop: Made on another thread, ends the run early and cleanly.
  ///   - hear: Called with what happens, on the calling thread.
  /// - Throws: `LibraryError` when the folder, the catalog or the workers fail as a whole.
  public func run(
    stop: StopRequest = StopRequest(), hear: (IndexEvent) -> Void
  ) throws(LibraryError) -> IndexSummary {
    if options.onlyLooks { return try lookOnly(stop, hear) }
    let root = folder.root
    let kept = try folder.keptPatterns()
    let excluded = excluded(after: options.forgetsExcluded ? .none : kept, hear)
    let walk = try PatientWalk(stop: stop).run { progress throws(LibraryError) in
      try FolderWalk(of: root, excluding: excluded, progress: progress)
    } tell: {
      hear(.waiting($0.bytes.isEmpty ? root : root.appending($0)))
    }
    guard let walk else { return IndexSummary(wasInterrupted: true) }
    for (path, reason) in walk.unseen { hear(.unseen(path, reason: reason)) }
    tellUseless(excluded, walk, hear)
    for (file, patterns) in walk.ignoreFiles {
      for line in patterns.meaningless { hear(.meaninglessPattern(line, in: file)) }
    }
    if options.isDryRun { return try dryRun(walk) }

    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    try folder.noteRoot(in: lock.catalog)
    if excluded != kept { try lock.catalog.write(excluded.bytes, to: CatalogFiles.exclude) }
    let store = try ReelStore(folder, for: .write, isDurable: false)
    if let tagsAlike = options.tagsAlike { try store.setTagsAlike(tagsAlike) }
    var run = try IndexRun(folder, store, walk, options)
    run.tellOfEmptyFolder(hear)
    try run.takeOverMoves()
    try run.readSidecars(hear)
    try run.examine(stop, hear)
    try run.markGone(hear)
    try run.takeInOwnWords(hear)
    try run.tagRest(hear)
    try run.look(stop, hear)
    try run.refreshThumbnails(stop, hear)
    return run.summary
  }

  /// Looks at the pictures of known reels; the folder is not walked.
  private func lookOnly(_ stop: StopRequest, _ hear: (IndexEvent) -> Void) throws(LibraryError) -> IndexSummary {
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    let store = try ReelStore(folder, for: .write, isDurable: false)
    let tagger = LibraryVocabulary(folder).tagger()
    var summary = IndexSummary()
    let step = PictureStep(folder, store, options)
    guard !options.isDryRun else {
      summary.notLookedAt = try step.waitingCount()
      return summary
    }
    try step.tellMissing(hear)
    if let tagsAlike = options.tagsAlike { try store.setTagsAlike(tagsAlike) }
    try store.tagAllPending(with: tagger)
    summary.take(try step.run(tagger: { tagger }, stop, hear))
    let refresh = ThumbnailRefresh(folder, store, jail: options.jail)
    for failure in try refresh.run(stop: stop, hear: { _ in }) {
      hear(.thumbnailNotMade(failure.path, reason: failure.reason))
    }
    return summary
  }

  /// The patterns of earlier runs and of this one.
  private func excluded(after kept: IgnorePatterns, _ hear: (IndexEvent) -> Void) -> IgnorePatterns {
    var patterns = kept
    for typed in options.excluded where !patterns.add(typed, in: folder.root) {
      hear(.excludedNothing(typed.text, isPattern: false))
    }
    return patterns
  }

  /// Tells what was typed and met nothing.
  private func tellUseless(_ excluded: IgnorePatterns, _ walk: FolderWalk, _ hear: (IndexEvent) -> Void) {
    for typed in options.excluded {
      var one = IgnorePatterns.none
      guard one.add(typed, in: folder.root), let pattern = one.patterns.first,
        let place = excluded.patterns.firstIndex(of: pattern), !walk.usedPatterns.contains(place)
      else { continue }
      hear(.excludedNothing(typed.text, isPattern: true))
    }
  }

  private func dryRun(_ walk: FolderWalk) throws(LibraryError) -> IndexSummary {
    let store: ReelStore?
    do { store = try ReelStore(folder, for: .read) } catch {
      guard error.code == .noCatalog else { throw error }
      store = nil
    }
    let stored = try store?.storedFiles() ?? []
    let contents = FolderContents(
      walk, in: folder, knownVideos: Set(stored.map(\.path)), knownOthers: try store?.storedOtherFiles() ?? [:])
    let plan = IndexPlan(
      candidates: contents.candidates, unseen: walk.unseen.map(\.path), leftOut: Set(walk.leftOut.map(\.path)),
      stored: stored, factsVersion: FactsVersion.current, retryingFailures: options.retriesFailures)
    return IndexSummary(plan, walk)
  }
}
