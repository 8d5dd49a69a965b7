import GRDB
import ReelCatalog
import ReelSidecars

/// What the catalog remembers of the files beside the videos.
extension ReelStore {
  /// What is known of one sidecar.
  struct StoredSidecar {
    let stamp: FileStamp
    let isSettled: Bool
    /// Whether it was opened; one that belongs to no video is not.
    let wasRead: Bool
    let problem: String?

    /// Whether the file is as it was when it was remembered.
    func isAsSeen(at stamp: FileStamp) -> Bool { isSettled && self.stamp == stamp }

    /// Whether the file is as it was when it was opened.
    func isAsRead(at stamp: FileStamp) -> Bool { wasRead && isAsSeen(at: stamp) }
  }

  func storedSidecars() throws(LibraryError) -> [PathBytes: StoredSidecar] {
    try read { database in
      let statement = try SQLStatement(
        database, "SELECT path, byte_count, modified, changed, inode, settled, was_read, problem FROM sidecar")
      var sidecars: [PathBytes: StoredSidecar] = [:]
      try statement.forEach { row in
        sidecars[try row.path(0)] = StoredSidecar(
          stamp: try FileStamp(row, from: 1), isSettled: try row.flag(5), wasRead: try row.flag(6),
          problem: try row.textIfAny(7))
      }
      return sidecars
    }
  }

  /// Sidecars that another one, such as a data export, names as belonging to a video.
  func linkedSidecars() throws(LibraryError) -> Set<PathBytes> {
    try read { database in
      Set(
        try database.paths("SELECT DISTINCT sidecar FROM sidecar_key WHERE owner <> sidecar AND owner >= x'01'"))
    }
  }

  /// Keeps what added and edited sidecars say, and marks their reels.
  ///
  /// - Parameter old: Known ones that are gone or edited; what the catalog has of them is forgotten first.
  func record(
    sidecars: [ExaminedSidecar], forgetting old: [PathBytes], at look: Int
  ) throws(LibraryError) {
    guard !(sidecars.isEmpty && old.isEmpty) else { return }
    try write { database in
      let writer = try SidecarWriter(database, look: look)
      for path in old { try writer.remove(path) }
      for sidecar in sidecars { try writer.insert(sidecar) }
    }
  }
}
