import MediaFacts
import ReelCatalog

/// Looks into files with a pool of workers.
///
/// A file whose size the catalog knows may be a copy of what it knows: such files are first asked for their facts
/// alone, and only new content is decoded for a picture.
struct FileExaminer {
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
  ///   - hearSilence: Called on this thread when the folder does not answer.
  func examine(
    _ files: [IndexPlan.Examination], receive: (ExaminedFile) throws -> Void, hearSilence: () -> Void
  ) throws {
    var toDecode: [IndexPlan.Examination] = []
    var toCompare: [IndexPlan.Examination] = []
    for file in files {
      if try store.knowsSize(file.file.stamp.byteCount) {
        toCompare.append(file)
      } else {
        toDecode.append(file)
      }
    }
    try run(toCompare, still: nil) { examination, result in
      if result.report.status == .ok, try !isKnown(result.report.fingerprint) {
        toDecode.append(examination)
      } else {
        try receive(result)
      }
    } hearSilence: {
      hearSilence()
    }
    try run(toDecode.sorted { $0.file.path < $1.file.path }, still: still) {
      try receive($1)
    } hearSilence: {
      hearSilence()
    }
  }

  private func isKnown(_ fingerprint: [UInt8]?) throws -> Bool {
    guard let fingerprint else { return false }
    return try store.knowsContent(fingerprint)
  }

  private func run(
    _ files: [IndexPlan.Examination], still: StillOrder?,
    receive: (IndexPlan.Examination, ExaminedFile) throws -> Void, hearSilence: () -> Void
  ) throws {
    guard !files.isEmpty, !stop.isMade else { return }
    // What is only compared needs no text either.
    var options = WorkerPoolOptions(
      still: still, subtitles: still == nil ? nil : WorkLimits(), keepsLocation: keepsLocation, jail: jail)
    if let width { options.width = width }
    let pool = try WorkerPool(executable: executable, options: options)
    stop.listen { pool.stop() }
    let root = try folder.openRoot()
    let jobs = files.enumerated().lazy.map { token, file in
      ExaminationJob(token: token) { () throws(MediaFile.Refusal) in
        try MediaFile.open(file.file.path, below: root)
      }
    }
    _ = try pool.examine(jobs) { token, examination in
      (token, examination, Self.thumbnail(examination.still))
    } receive: { token, examination, thumbnail in
      let file = files[token]
      try receive(
        file,
        ExaminedFile(
          file: file.file.stamped(examination.stamp), previousReel: file.previousReel, report: examination.report,
          thumbnail: try thumbnail.get(), subtitles: examination.subtitles, jail: examination.jail))
    } hearSilence: {
      hearSilence()
    }
  }

  private static func thumbnail(_ still: StillPixels?) -> Result<Thumbnail?, LibraryError> {
    guard let still else { return .success(nil) }
    return Result { () throws(LibraryError) in try Thumbnail(still) }
  }
}

extension FoundFile {
  /// The file with the stamp that it had when it was opened, which is later than the look at the folder.
  fileprivate func stamped(_ stamp: FileStamp?) -> FoundFile {
    guard let stamp else { return self }
    return FoundFile(path: path, stamp: stamp, kind: kind, isRegular: isRegular)
  }
}
