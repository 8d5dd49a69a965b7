public import MediaFacts
public import ReelCatalog

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
