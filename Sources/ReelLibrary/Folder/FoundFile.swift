public import ReelCatalog

/// One entry of the folder that may matter to the catalog.
public struct FoundFile: Sendable, Equatable {
  /// Relative to the folder.
  public let path: PathBytes
  public let stamp: FileStamp
  public let kind: FileKind
  /// False for a pipe, a socket or a device.
  public let isRegular: Bool
  /// What its name and the files beside it make of it; nil for an ordinary video.
  public var reelKind: ReelKind?

  public init(path: PathBytes, stamp: FileStamp, kind: FileKind, isRegular: Bool, reelKind: ReelKind? = nil) {
    self.path = path
    self.stamp = stamp
    self.kind = kind
    self.isRegular = isRegular
    self.reelKind = reelKind
  }
}
