import GRDB
import ReelCatalog
import ReelSidecars

/// What the catalog remembers of the files beside the videos.
extension ReelStore {
  /// What is known of one sidecar.
  struct StoredSidecar {
    let stamp: FileStamp
    let isSettled: Bool
    /// Whether it was opened; one that speaks for no video is not.
    let wasRead: Bool
  }

  func storedSidecars() throws(LibraryError) -> [PathBytes: StoredSidecar] {
    try read { database in
      let statement = try SQLStatement(
        database, "SELECT path, byte_count, modified, changed, inode, settled, was_read FROM sidecar")
      var sidecars: [PathBytes: StoredSidecar] = [:]
      try statement.forEach { row in
        sidecars[row.path(0)] = StoredSidecar(
          stamp: FileStamp(row, from: 1), isSettled: row.number(5) != 0, wasRead: row.number(6) != 0)
      }
      return sidecars
    }
  }

  /// Sidecars that another one, such as a data export, names as belonging to a video.
  func linkedSidecars() throws(LibraryError) -> Set<PathBytes> {
    try read { database in
      Set(try PathBytes.fetchAll(database, sql: "SELECT DISTINCT sidecar FROM sidecar_key WHERE owner <> sidecar"))
    }
  }

  /// Keeps what added and edited sidecars say, forgets removed ones, and marks the reels they speak for.
  func record(
    sidecars: [ExaminedSidecar], removed: [PathBytes], at look: Int
  ) throws(LibraryError) {
    guard !(sidecars.isEmpty && removed.isEmpty) else { return }
    try write { database in
      let writer = try SidecarWriter(database, look: look)
      for path in removed + sidecars.map(\.file.path) { try writer.remove(path) }
      for sidecar in sidecars { try writer.insert(sidecar) }
    }
  }
}
