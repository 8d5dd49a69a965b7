import GRDB
public import ReelCatalog
import ReelSidecars

/// What one file beside the videos is to the catalog.
public struct SidecarStatus: Sendable, Equatable {
  public let path: PathBytes
  /// The program that writes such files, as in docs/INTEROP.md.
  public let kind: String
  /// Why nothing in it was used, or what in it was not understood; nil when all is well.
  public let problem: String?
  /// How many videos it is about, and how many of those the catalog has.
  public let recordCount: Int
  public let joinedCount: Int
  /// Whether it was opened; a file that shares its name with no video is not.
  public let wasRead: Bool

  /// The video that it speaks for although the video has another name now; nil for all others.
  public let renamedVideo: PathBytes?

  /// Whether anything in it belongs to no video of the catalog.
  public var isAdrift: Bool { !wasRead || joinedCount < recordCount }
}

extension ReelStore {
  /// All sidecars, sorted by path.
  public func sidecarStatus() throws(LibraryError) -> [SidecarStatus] {
    try read { database in
      try database.rows(
        """
        SELECT path, kind, coalesce(problem, (SELECT group_concat(problem, '; ') FROM own_words
            WHERE own_words.sidecar = sidecar.path AND own_words.problem IS NOT NULL)),
          (SELECT count(*) FROM sidecar_record WHERE sidecar_record.sidecar = sidecar.path),
          (SELECT count(DISTINCT record) FROM sidecar_key WHERE sidecar_key.sidecar = sidecar.path
            AND (EXISTS(SELECT 1 FROM file WHERE stem = key) OR EXISTS(SELECT 1 FROM file WHERE file.path = key)
              OR EXISTS(SELECT 1 FROM file_key WHERE file_key.key = sidecar_key.key))), was_read,
          (SELECT min(file_key.path) FROM sidecar_key JOIN file_key USING (key)
            WHERE sidecar_key.sidecar = sidecar.path AND key >= x'01')
        FROM sidecar ORDER BY path
        """
      ) { row in
        SidecarStatus(
          path: try row.path(0), kind: try row.text(1), problem: try row.textIfAny(2), recordCount: try row.number(3),
          joinedCount: try row.number(4), wasRead: try row.flag(5), renamedVideo: row.isNull(6) ? nil : try row.path(6))
      }
    }
  }
}
