import MediaFacts
import ReelCatalog

/// Brings stills up to date with the person's edits: a named moment is decoded, a moment that was taken back gives way
/// to the tool's own choice.
///
/// The log of edits is what holds; a still that cannot be made now is made by the next index run.
struct ThumbnailRefresh {
  private let folder: LibraryFolder
  private let store: ReelStore
  private let automatic: StillOrder.Choice
  private let jail: JailDemand

  /// A picture far from the key frame before it takes a while; so does a large file.
  private static let limits = WorkLimits(deadlineMilliseconds: 20_000, readBudgetByteCount: 1 << 30)
  private static let patience = Duration.seconds(30)

  /// A still that could not be made, and why.
  struct Failure {
    let id: ReelID
    let path: PathBytes
    let reason: String
  }

  /// What became of the stills that were stale.
  struct Outcome {
    var failures: [Failure] = []
    /// What held the worker that was asked last; nil when none was.
    var jail: Jail?
  }

  /// - Parameter automatic: How the tool chooses where the person does not.
  init(
    _ folder: LibraryFolder, _ store: ReelStore, automatic: StillOrder.Choice = .chosen,
    jail: JailDemand = .asFarAsPossible
  ) {
    self.folder = folder
    self.store = store
    self.automatic = automatic
    self.jail = jail
  }

  /// Makes what is stale, and starts no worker when nothing is.
  func run(stop: StopRequest = StopRequest()) throws(LibraryError) -> Outcome {
    let stale = try store.staleThumbnails()
    guard !stale.isEmpty, !stop.isMade else { return Outcome() }
    let executable = try WorkerExecutable.locate()
    do { return try make(stale, executable, stop) } catch { throw ReelStore.translated(error, folder.root) }
  }

  private func make(_ stale: [StaleThumbnail], _ executable: PathBytes, _ stop: StopRequest) throws -> Outcome {
    let options = WorkerPoolOptions(
      width: min(stale.count, WorkerPoolOptions().width), patience: Self.patience, jail: jail)
    let pool = try WorkerPool(executable: executable, options: options)
    stop.listen { pool.stop() }
    let root = try folder.openRoot()
    let automatic = automatic
    let jobs = stale.enumerated().lazy.map { token, item in
      let choice = item.wanted.map { StillOrder.Choice.at(milliseconds: $0) } ?? automatic
      return ExaminationJob(token: token, still: StillOrder(choice: choice, limits: Self.limits)) {
        () throws(MediaFile.Refusal) in
        try MediaFile.open(item.path, below: root)
      }
    }
    let thumbnails = ThumbnailFolder(folder)
    var outcome = Outcome()
    _ = try pool.examine(jobs) { token, examination in
      (token, examination, Self.thumbnail(examination.still))
    } receive: { token, examination, thumbnail in
      let report = examination.report
      outcome.jail = examination.jail ?? outcome.jail
      let item = stale[token]
      if report.status == .ok, report.fingerprint == item.fingerprint, let thumbnail = try thumbnail.get() {
        try store.record(thumbnail, of: item, in: thumbnails)
      } else {
        let reason = report.status == .ok ? "the file changed since it was indexed" : report.reason
        outcome.failures.append(Failure(id: item.id, path: item.path, reason: reason ?? report.status.rawValue))
      }
    }
    return outcome
  }

  private static func thumbnail(_ still: StillPixels?) -> Result<Thumbnail?, LibraryError> {
    guard let still else { return .success(nil) }
    return Result { () throws(LibraryError) in try Thumbnail(still) }
  }
}
