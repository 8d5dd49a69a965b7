import MediaFacts
import ReelCatalog

/// Brings stills up to date with the person's edits: a named moment is decoded, one that was undone gives way
/// to hipreel's own choice.
///
/// The log of edits decides; a still that cannot be made now is made by the next index run.
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

  /// - Parameter automatic: How hipreel chooses where the person does not.
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
  ///
  /// - Parameter hear: Called on this thread with news of the workers as a whole.
  /// - Returns: The stills that could not be made.
  func run(
    stop: StopRequest = StopRequest(), hear: (WorkerPool.News) -> Void
  ) throws(LibraryError) -> [Failure] {
    let stale = try store.staleThumbnails()
    guard !stale.isEmpty, !stop.isMade else { return [] }
    let executable = try WorkerExecutable.locate()
    let options = WorkerPoolOptions(
      width: min(stale.count, WorkerPoolOptions().width), patience: Self.patience, jail: jail)
    let thumbnails = ThumbnailFolder(folder)
    var failures: [Failure] = []
    do {
      try FolderReading(folder: folder, stop: stop).run(
        stale, path: \.path, still: order, options: options, executable: executable,
        receive: { item, examination, thumbnail in
          let report = examination.report
          if report.status == .ok, report.fingerprint == item.fingerprint, let thumbnail {
            try store.record(thumbnail, of: item, in: thumbnails)
          } else {
            let reason = report.status == .ok ? "the file changed since it was indexed" : report.reason
            failures.append(Failure(id: item.id, path: item.path, reason: reason ?? report.status.rawValue))
          }
        }, hear: hear)
    } catch {
      throw ReelStore.translated(error, folder.root)
    }
    return failures
  }

  private func order(_ item: StaleThumbnail) -> StillOrder {
    let moment = item.wanted ?? item.endRange
    return StillOrder(choice: moment.map { .at(milliseconds: $0) } ?? automatic, limits: Self.limits)
  }
}
