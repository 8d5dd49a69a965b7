public import MediaFacts
public import ReelCatalog

/// Which version of the worker's facts a reel was read by.
///
/// The store keeps one version for each product of the workers (docs/ARCHITECTURE.md, section 4). Facts are the only
/// product with one so far; a new product gets a column and a version of its own, so that a better reader of poses does
/// not read every header again.
enum FactsVersion {
  /// Grows when the worker reads more, or better: the next run then reads every file again.
  static let current = 1
  /// Of a reel that no run has looked into yet, from an import or a rebuild.
  static let none = 0
}

/// A path that took over the file of another.
public struct MovedFile: Sendable, Equatable {
  public let from: PathBytes
  public let to: FoundFile
  /// The row of its reel.
  public let reel: Int
}

/// What the catalog remembers of one path.
public struct StoredFile: Sendable, Equatable {
  public let path: PathBytes
  /// The row of its reel.
  public let reel: Int
  public let stamp: FileStamp
  /// False when a change right after the last look could have left the stamp as it is.
  public let isSettled: Bool
  public let isGone: Bool
  public let status: FileStatus
  /// The version of the facts reader that looked at it.
  public let factsVersion: Int

  public init(
    path: PathBytes, reel: Int, stamp: FileStamp, isSettled: Bool, isGone: Bool, status: FileStatus,
    factsVersion: Int
  ) {
    self.path = path
    self.reel = reel
    self.stamp = stamp
    self.isSettled = isSettled
    self.isGone = isGone
    self.status = status
    self.factsVersion = factsVersion
  }
}
