import MediaFacts
import ReelCatalog

/// Reads files with a pool of workers.
///
/// A file whose size the catalog knows may be a copy of what it knows: such files are first asked for their facts
/// alone, and only new content is decoded for a picture.
struct FolderExaminer {
  private let folder: LibraryFolder
  private let store: ReelStore
  private let width: Int?
  private let still: StillOrder
  private let keepsLocation: Bool
  private let jail: JailDemand
  private let executable: PathBytes
  private let stop: StopRequest

  init(
    _ folder: LibraryFolder, _ store: ReelStore, workerCount: Int?, still: StillOrder, keepsLocation: Bool,
    jail: JailDemand, stop: StopRequest
  ) throws(LibraryError) {
    self.folder = folder
    self.store = store
    width = workerCount
    self.still = still
    self.keepsLocation = keepsLocation
    self.jail = jail
    executable = try WorkerExecutable.locate()
    self.stop = stop
  }

  /// - Parameters:
  ///   - receive: Called on this thread for each file, in the order in which they are done.
  ///   - hear: Called on this thread with news of the workers as a whole.
  func examine(
    _ files: [IndexPlan.Visit], receive: (ExaminedFile) throws -> Void, hear: (WorkerPool.News) -> Void
  ) throws {
    var toDecode: [IndexPlan.Visit] = []
    var toCompare: [IndexPlan.Visit] = []
    for file in files {
      if try store.knowsSize(file.file.stamp.byteCount) {
        toCompare.append(file)
      } else {
        toDecode.append(file)
      }
    }
    // What is only compared needs no picture and no text.
    try run(toCompare, still: nil, subtitles: nil, hear: hear) { visit, result in
      if result.report.status == .ok, try !isKnown(result.report.fingerprint) {
        toDecode.append(visit)
      } else {
        try receive(result)
      }
    }
    let files = toDecode.sorted { $0.file.path < $1.file.path }
    try run(files, still: still, subtitles: WorkLimits(), hear: hear) { try receive($1) }
  }

  private func isKnown(_ fingerprint: [UInt8]?) throws -> Bool {
    guard let fingerprint else { return false }
    return try store.knowsContent(fingerprint)
  }

  private func run(
    _ files: [IndexPlan.Visit], still: StillOrder?, subtitles: WorkLimits?, hear: (WorkerPool.News) -> Void,
    receive: (IndexPlan.Visit, ExaminedFile) throws -> Void
  ) throws {
    var options = WorkerPoolOptions(still: still, subtitles: subtitles, keepsLocation: keepsLocation, jail: jail)
    if let width { options.width = width }
    try FolderReading(folder: folder, stop: stop).run(
      files, path: \.file.path, options: options, executable: executable,
      receive: { visit, examination, thumbnail in
        try receive(
          visit,
          ExaminedFile(
            file: visit.file.stamped(examination.stamp), previousReel: visit.previousReel,
            isRenamedOver: visit.isRenamedOver, report: examination.report,
            thumbnail: thumbnail, subtitles: examination.subtitles))
      }, hear: hear)
  }
}

extension FoundFile {
  /// The file with its stamp from when it was opened, which is later than the walk of the folder.
  fileprivate func stamped(_ stamp: FileStamp?) -> FoundFile {
    guard let stamp else { return self }
    return FoundFile(path: path, stamp: stamp, kind: kind, isRegular: isRegular, reelKind: reelKind)
  }
}
