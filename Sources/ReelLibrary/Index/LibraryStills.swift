public import MediaFacts
public import ReelCatalog

/// Pictures of reels to be shown now, read again from their videos.
///
/// Not the JPEGs in the catalog's folder: those can be a stranger's, and only a jailed worker decodes a stranger's bytes.
public struct LibraryStills {
  private let folder: LibraryFolder
  private let jail: JailDemand
  private let executable: PathBytes?

  /// A person waits for these: a file that takes longer has no picture.
  private static let limits = WorkLimits(deadlineMilliseconds: 2_000, readBudgetByteCount: 256 << 20)
  private static let patience = Duration.seconds(3)
  /// After this long the rest has no picture.
  private static let limit = Duration.seconds(4)

  /// - Parameter executable: The worker program; nil means the one beside this program.
  public init(_ folder: LibraryFolder, jail: JailDemand = .asFarAsPossible, executable: PathBytes? = nil) {
    self.folder = folder
    self.jail = jail
    self.executable = executable
  }

  /// The picture of each reel at the moment of its thumbnail, in the order of the reels; returns after a few seconds
  /// whatever the files are.
  ///
  /// - Parameter box: What each picture fits; it is never made larger than its video.
  /// - Returns: Nil for a reel whose file is missing, damaged, slow, or no longer what was indexed.
  /// - Throws: `LibraryError` when no worker can be started.
  public func pictures(of reels: [Reel], box: PixelSize) throws(LibraryError) -> [RGBPicture?] {
    var pictures = [RGBPicture?](repeating: nil, count: reels.count)
    guard !reels.isEmpty else { return pictures }
    do { try read(reels, box) { pictures[$0] = $1 } } catch {
      throw ReelStore.translated(error, folder.root)
    }
    return pictures
  }

  private func read(_ reels: [Reel], _ box: PixelSize, receive: (Int, RGBPicture?) -> Void) throws {
    let options = WorkerPoolOptions(
      width: min(reels.count, WorkerPoolOptions().width), still: order(nil, box), patience: Self.patience,
      silence: Self.limit, jail: jail)
    let pool = try WorkerPool(executable: executable ?? WorkerExecutable.locate(), options: options)
    let folder = folder
    let jobs = reels.enumerated().map { place, reel in
      ExaminationJob(token: place, still: order(reel.thumbnailMilliseconds, box)) { () throws(MediaFile.Refusal) in
        try Self.open(reel, in: folder)
      }
    }
    let clock = SuspendingClock()
    let end = clock.now + Self.limit
    _ = try pool.examine(jobs) { place, examination in
      let isSame = examination.report.fingerprint == reels[place].fingerprint
      return (place, isSame ? examination.still.map { RGBPicture($0) } : nil)
    } receive: { place, picture in
      receive(place, picture)
      if clock.now > end { pool.stop() }
    } hear: { news in
      if case .silence = news { pool.stop() }
    }
  }

  private func order(_ milliseconds: Int?, _ box: PixelSize) -> StillOrder {
    StillOrder(choice: milliseconds.map { .at(milliseconds: $0) } ?? .quick, box: box, limits: Self.limits)
  }

  /// Opens the first of a reel's files that is still there.
  private static func open(_ reel: Reel, in folder: LibraryFolder) throws(MediaFile.Refusal) -> MediaFile {
    var refusal = MediaFile.Refusal(status: .vanished, reason: "has no file")
    for path in reel.paths {
      do { return try MediaFile.open(reel, at: path, of: folder) } catch { refusal = error }
    }
    throw refusal
  }
}
