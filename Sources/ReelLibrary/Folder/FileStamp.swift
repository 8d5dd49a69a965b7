/// Tells whether a file is still the one that was read: compared for equality, never for order.
///
/// The change time catches edits that keep size and modification time, as restic does (040_backup.rst).
public struct FileStamp: Sendable, Hashable {
  public let byteCount: Int
  /// Nanoseconds since 1970.
  public let modified: Int
  /// Nanoseconds since 1970; the system sets it at every change, even a rename.
  public let changed: Int
  public let inode: Int

  public init(byteCount: Int, modified: Int, changed: Int, inode: Int) {
    self.byteCount = byteCount
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// What a rename keeps: all but the change time.
  var identity: FileIdentity { FileIdentity(byteCount: byteCount, modified: modified, inode: inode) }

  /// Whether a later change would show in the stamp, given when the folder was looked at.
  ///
  /// A file system that counts in whole seconds (FAT: two) can hide a change made right after the look; one that
  /// counts nanoseconds hides only a clock tick, at most 10 ms.
  func isSettled(at look: Int) -> Bool {
    let countsWholeSeconds = modified % 1_000_000_000 == 0
    return modified < look - (countsWholeSeconds ? 2_000_000_000 : 10_000_000)
  }
}

/// What a rename keeps of a file's stamp, to recognise a moved file without opening it.
struct FileIdentity: Hashable {
  let byteCount: Int
  let modified: Int
  let inode: Int
}
