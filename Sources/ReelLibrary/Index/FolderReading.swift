import MediaFacts
import ReelCatalog

/// Has files of the folder read by a pool of workers; their stills become JPEGs on the pool's threads.
struct FolderReading {
  let folder: LibraryFolder
  let stop: StopRequest

  /// Reads each file once.
  ///
  /// - Parameters:
  ///   - still: The picture that is wanted of one item; nil means what the pool asks of every file.
  ///   - products: What is wanted of one item by workers that look at pictures; nil means all that they can make.
  ///   - receive: Called on this thread for each file, in the order in which they are done.
  ///   - hear: Called on this thread with news of the pool as a whole.
  func run<Item>(
    _ items: [Item], path: @escaping (Item) -> PathBytes, still: @escaping (Item) -> StillOrder? = { _ in nil },
    products: @escaping (Item) -> Set<Product>? = { _ in nil },
    options: WorkerPoolOptions, executable: PathBytes,
    receive: (Item, Examination, Thumbnail?) throws -> Void, hear: (WorkerPool.News) -> Void
  ) throws {
    guard !items.isEmpty, !stop.isMade else { return }
    let pool = try WorkerPool(executable: executable, options: options)
    stop.listen { pool.stop() }
    let root = try folder.openRoot()
    let jobs = items.enumerated().lazy.map { token, item in
      let path = path(item)
      return ExaminationJob(token: token, still: still(item), products: products(item)) {
        () throws(MediaFile.Refusal) in
        try MediaFile.open(path, below: root)
      }
    }
    _ = try pool.examine(jobs) { token, examination in
      (token, examination, Self.thumbnail(examination.still))
    } receive: { token, examination, thumbnail in
      try receive(items[token], examination, try thumbnail.get())
    } hear: {
      hear($0)
    }
  }

  private static func thumbnail(_ still: StillPixels?) -> Result<Thumbnail?, LibraryError> {
    guard let still else { return .success(nil) }
    return Result { () throws(LibraryError) in try Thumbnail(still) }
  }
}
