public import ReelCatalog

/// One entry of the folder that may matter to the catalog.
public struct FoundFile: Sendable, Equatable {
  /// Relative to the folder.
  public let path: PathBytes
  public let stamp: FileStamp
  public let kind: FileKind
  /// False for a pipe, a socket or a device.
  public let isRegular: Bool

  public init(path: PathBytes, stamp: FileStamp, kind: FileKind, isRegular: Bool) {
    self.path = path
    self.stamp = stamp
    self.kind = kind
    self.isRegular = isRegular
  }
}
