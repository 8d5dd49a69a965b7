public import MediaFacts
public import ReelCatalog

/// Which version of the facts reader read a reel.
///
/// The store keeps one version for each product of the workers (docs/ARCHITECTURE.md, section 4). Facts are the only
/// product with one so far; a new product gets its own column and version, so that a better reader of poses does
/// not read every header again.
enum FactsVersion {
  /// Grows when the worker reads more, or better: the next run then reads every file again.
  static let current = 2
  /// For a reel that no run has read yet, from an import or a rebuild.
  static let none = 0
}

/// A path that now has another path's file.
public struct MovedFile: Sendable, Equatable {
  public let from: PathBytes
  public let to: FoundFile
  /// The row of its reel.
  public let reel: Int
}

/// A known path that is another kind of video than it was, because of what is beside it now.
public struct KindChange: Sendable, Equatable {
  public let path: PathBytes
  public let reelKind: ReelKind?
}

/// What the catalog remembers of one path.
public struct StoredFile: Sendable, Equatable {
  public let path: PathBytes
  /// The row of its reel.
  public let reel: Int
  public let stamp: FileStamp
  /// False when a change right after the last look could have left the stamp unchanged.
  public let isSettled: Bool
  public let isGone: Bool
  public let status: FileStatus
  /// The version of the facts reader that read it.
  public let factsVersion: Int
  /// Whether it is the path that its reel is shown at.
  public let isShown: Bool
  public let reelKind: ReelKind?

  public init(
    path: PathBytes, reel: Int, stamp: FileStamp, isSettled: Bool, isGone: Bool, status: FileStatus,
    factsVersion: Int, isShown: Bool = true, reelKind: ReelKind? = nil
  ) {
    self.path = path
    self.reel = reel
    self.stamp = stamp
    self.isSettled = isSettled
    self.isGone = isGone
    self.status = status
    self.factsVersion = factsVersion
    self.isShown = isShown
    self.reelKind = reelKind
  }
}
