import MediaFacts
import ReelCatalog
import ReelPose

/// Looks at the pictures of reels for what moves in them: the newest first, apart from their facts, and interruptible.
///
/// What was seen is written in groups; a run that dies loses at most one.
struct PictureLook {
  private let folder: LibraryFolder
  private let store: ReelStore
  private let tagger: Tagger
  private let width: Int?
  private let jail: JailDemand
  /// Whether to tell that the pose model is not there.
  private let tellsAbsence: Bool

  private static let largestBatch = 16
  private static let longestBatch = Duration.seconds(2)

  init(_ folder: LibraryFolder, _ store: ReelStore, _ tagger: Tagger, width: Int?, jail: JailDemand, tellsAbsence: Bool)
  {
    self.folder = folder
    self.store = store
    self.tagger = tagger
    self.width = width
    self.jail = jail
    self.tellsAbsence = tellsAbsence
  }

  /// The reels to look at; none where pictures are to be left alone.
  static func reels(in store: ReelStore) throws(LibraryError) -> [UnseenReel] {
    PoseFiles.areWanted ? try store.unseenReels() : []
  }

  /// - Parameter reels: What `reels(in:)` gave.
  /// - Returns: How many reels were looked at, and how many still wait for it.
  func run(
    _ reels: [UnseenReel], _ stop: StopRequest, _ hear: (IndexEvent) -> Void
  ) throws(LibraryError) -> (lookedAt: Int, waiting: Int) {
    guard !reels.isEmpty, !stop.isMade else { return (0, reels.count) }
    let files: PoseFiles
    do { files = try PoseFiles.locate() } catch {
      if tellsAbsence { hear(.picturesNotSeen(reels.count, error)) }
      return (0, reels.count)
    }
    let clock = SuspendingClock()
    var (batch, began): ([(reel: Int, look: Look)], _) = ([], clock.now)
    var (done, skipped) = (0, 0)
    do {
      try FolderReading(folder: folder, stop: stop).run(
        reels, path: \.path, options: .pose(PoseWork(files: files), width: width, jail: jail),
        executable: try WorkerExecutable.locate(),
        receive: { item, examination, _ in
          if let look = Look(examination) {
            batch.append((item.reel, look))
            done += 1
          } else {
            skipped += 1
          }
          hear(.looked(item.path, done: done + skipped, total: reels.count))
          if batch.count >= Self.largestBatch || clock.now - began >= Self.longestBatch {
            try store.record(batch, with: tagger)
            (batch, began) = ([], clock.now)
          }
        },
        hear: { news in
          if case .silence = news { hear(.waiting(folder.root)) }
        })
      try store.record(batch, with: tagger)
    } catch {
      try store.record(batch, with: tagger)
      let error = ReelStore.translated(error, folder.root)
      // The rest of the run goes on without.
      guard error.code == .poseUnavailable else { throw error }
      hear(.picturesNotSeen(reels.count - done, error))
    }
    return (done, reels.count - done)
  }
}

extension ReelStore {
  /// Tells which of some reels have no name and move like reels with one.
  ///
  /// - Returns: How many.
  func tellAlike(_ reels: [UnseenReel], _ hear: (IndexEvent) -> Void) throws(LibraryError) -> Int {
    let found = try suggestedNames(of: Set(reels.map(\.reel)))
    for (path, alike) in found { hear(.alike(path, alike)) }
    return found.count
  }
}

extension Look {
  /// Nil where the moment is to blame, and not the video: it is tried again.
  init?(_ examination: Examination) {
    let report = examination.report
    switch report.status {
    case .ok:
      guard let track = examination.pose else { return nil }
      // As the catalog keeps it, so that concluding anew says the same.
      self = .track(LandmarkTrack(packed: track.packed) ?? track)
    case .vanished, .changed, .unreadable, .ioError: return nil
    default: self = .problem(report.reason ?? report.status.rawValue)
    }
  }
}
