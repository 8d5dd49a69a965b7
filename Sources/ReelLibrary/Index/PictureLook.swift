import MediaFacts
import ReelCatalog
import ReelPose

/// Looks at the pictures of reels for what moves and what is written in them: the newest first, apart from their facts, and
/// interruptible. A film is decoded once for both.
///
/// What was seen is written in groups; a run that dies loses at most one.
struct PictureLook {
  private let folder: LibraryFolder
  private let store: ReelStore
  private let tagger: Tagger
  private let width: Int?
  private let jail: JailDemand
  private let eyes: PictureEyes

  private static let largestBatch = 16
  private static let longestBatch = Duration.seconds(2)

  init(
    _ folder: LibraryFolder, _ store: ReelStore, _ tagger: Tagger, _ eyes: PictureEyes, width: Int?, jail: JailDemand
  ) {
    self.folder = folder
    self.store = store
    self.tagger = tagger
    self.eyes = eyes
    self.width = width
    self.jail = jail
  }

  /// - Parameter reels: What the store says these eyes have not seen.
  /// - Returns: How many reels were looked at, and how many still wait for it.
  func run(
    _ reels: [UnseenReel], _ stop: StopRequest, _ hear: (IndexEvent) -> Void
  ) throws(LibraryError) -> (lookedAt: Int, waiting: Int) {
    // A worker is loaded with nothing that no reel waits for.
    var eyes = eyes.making(reels.reduce(into: []) { $0.formUnion($1.wanted) })
    var (rest, lookedAt) = (reels, Set<Int>())
    while !rest.isEmpty, !stop.isMade {
      let pass = try look(at: rest, with: eyes, done: lookedAt.count, of: reels.count, stop, hear)
      lookedAt.formUnion(pass.finished)
      rest.removeAll { pass.finished.contains($0.reel) }
      // Of a film that ended a worker which looked for both, each is looked for alone: one may get to its end.
      for product in [Product.pose, .text] where pass.failure == nil {
        let alone = pass.apart.compactMap { $0.wanting([product]) }
        let counts = (done: lookedAt.count, all: reels.count)
        let second = try look(at: alone, with: eyes.making([product]), done: counts.done, of: counts.all, stop, hear)
        lookedAt.formUnion(second.finished)
      }
      // The rest of the run goes on without what does not work.
      guard let failure = pass.failure, let others = eyes.without(failure, waiting: rest, hear) else { break }
      eyes = others
      rest = rest.compactMap { $0.wanting(eyes.products) }
    }
    return (lookedAt.count, reels.count - lookedAt.count)
  }

  /// What came of looking at some reels.
  private struct Pass {
    /// The rows of those of which something was written.
    var finished: Set<Int> = []
    /// Those on which a worker that looked for two things died or fell silent.
    var apart: [UnseenReel] = []
    /// Why one of the senses can't be used; nil when all were looked at, or it was stopped.
    var failure: LibraryError?
  }

  /// - Parameters:
  ///   - done: How many reels the run has looked at before.
  ///   - all: How many it looks at.
  private func look(
    at reels: [UnseenReel], with eyes: PictureEyes, done before: Int, of all: Int, _ stop: StopRequest,
    _ hear: (IndexEvent) -> Void
  ) throws(LibraryError) -> Pass {
    let clock = SuspendingClock()
    var (batch, began): ([Look], _) = ([], clock.now)
    var (pass, done) = (Pass(), before)
    func write() throws(LibraryError) {
      try store.record(batch, with: tagger)
      pass.finished.formUnion(batch.map(\.reel))
      (batch, began) = ([], clock.now)
    }
    do {
      try FolderReading(folder: folder, stop: stop).run(
        reels, path: \.path, products: { $0.wanted },
        options: .look(pose: eyes.pose, text: eyes.text, width: width, jail: jail),
        executable: try WorkerExecutable.locate(),
        receive: { item, examination, _ in
          if item.wanted.count > 1, [.crashed, .timeout, .outOfMemory].contains(examination.report.status) {
            pass.apart.append(item)
          } else if let look = Look(examination, of: item, readIn: eyes.languages) {
            batch.append(look)
          }
          done = min(all, done + 1)
          hear(.looked(item.path, done: done, total: all))
          if batch.count >= Self.largestBatch || clock.now - began >= Self.longestBatch { try write() }
        },
        hear: { news in
          if case .silence = news { hear(.waiting(folder.root)) }
        })
      try write()
    } catch {
      try write()
      let error = ReelStore.translated(error, folder.root)
      guard error.lostProduct != nil else { throw error }
      pass.failure = error
    }
    return pass
  }
}

extension PictureEyes {
  /// Finds what is there of what is wanted.
  ///
  /// - Parameter missing: Called for each sense that is wanted and not there.
  init(_ looks: Indexer.Looks, missing: (LibraryError) -> Void) {
    self.init()
    if looks.movement, PoseFiles.areWanted {
      do throws(LibraryError) { pose = PoseWork(files: try PoseFiles.locate()) } catch { missing(error) }
    }
    if looks.words, TextData.areWanted {
      do throws(LibraryError) { text = TextWork(data: try TextData.locate()) } catch { missing(error) }
    }
  }

  /// The eyes without the sense that failed, and word of it; nil when nothing is left.
  fileprivate func without(
    _ failure: LibraryError, waiting reels: [UnseenReel], _ hear: (IndexEvent) -> Void
  ) -> PictureEyes? {
    guard let lost = failure.lostProduct else { return nil }
    hear(.senseMissing(failure, waiting: reels.count { $0.wanted.contains(lost) }))
    let left = making(products.subtracting([lost]))
    return left.products.isEmpty ? nil : left
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
  fileprivate init?(_ examination: Examination, of item: UnseenReel, readIn languages: [TextLanguage]) {
    let report = examination.report
    self.init(reel: item.reel)
    let problem: String?
    switch report.status {
    case .ok: problem = nil
    case .vanished, .changed, .unreadable, .ioError: return nil
    default: problem = report.reason ?? report.status.rawValue
    }
    if item.wanted.contains(.pose) {
      guard problem != nil || examination.pose != nil else { return nil }
      // As the catalog keeps it, so that concluding anew says the same.
      movement = problem.map { .problem($0) } ?? examination.pose.map { .found(LandmarkTrack(packed: $0.packed) ?? $0) }
    }
    if item.wanted.contains(.text) {
      let found = examination.text.map { ReadWords(OnScreen($0), in: languages) }
      words = found.map { .found($0) } ?? .problem(problem ?? "no words could be read")
    }
  }
}
