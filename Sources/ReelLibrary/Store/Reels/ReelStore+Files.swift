import GRDB
import MediaFacts
import ReelCatalog
import ReelSidecars

/// What the catalog remembers of the folder.
extension ReelStore {
  /// Sorted by path.
  func storedFiles() throws(LibraryError) -> [StoredFile] {
    try read { database in
      let statement = try SQLStatement(
        database,
        """
        SELECT file.path, file.reel, file.byte_count, modified, changed, inode, settled, file.gone, status, facts_version,
          file.path = reel.path, file.kind
        FROM file JOIN reel ON reel.id = file.reel ORDER BY file.path
        """)
      var files: [StoredFile] = []
      try statement.forEach { row in
        files.append(
          StoredFile(
            path: try row.path(0), reel: try row.number(1), stamp: try FileStamp(row, from: 2),
            isSettled: try row.flag(6),
            isGone: try row.flag(7), status: FileStatus(rawValue: try row.text(8)) ?? .damaged,
            factsVersion: try row.number(9), isShown: try row.flag(10),
            reelKind: try row.textIfAny(11).flatMap { ReelKind(rawValue: $0) }))
      }
      return files
    }
  }

  /// Files with a meaningless ending that were looked into and are not videos.
  func storedOtherFiles() throws(LibraryError) -> [PathBytes: FileStamp] {
    try read { database in
      let statement = try SQLStatement(
        database, "SELECT path, byte_count, modified, changed, inode FROM other_file WHERE settled")
      var stamps: [PathBytes: FileStamp] = [:]
      try statement.forEach { row in stamps[try row.path(0)] = try FileStamp(row, from: 1) }
      return stamps
    }
  }

  /// Takes over renames, returned paths and other kinds in one transaction.
  func apply(
    moves: [MovedFile], returned: [PathBytes], kinds: [KindChange], at look: Int
  ) throws(LibraryError) {
    guard !(moves.isEmpty && returned.isEmpty && kinds.isEmpty) else { return }
    try write { database in
      let former = try moves.map { try database.namesBeside($0.from) }
      // All old places first: two files may have swapped names.
      let seen = try moves.map { try database.number("SELECT seen FROM file WHERE path = ?", $0.from) }
      for move in moves {
        try database.execute(sql: "DELETE FROM file WHERE path = ?", arguments: [move.from])
      }
      let displaced = try moves.compactMap { try database.number("SELECT reel FROM file WHERE path = ?", $0.to.path) }
      for (move, seen) in zip(moves, seen) {
        try database.put(move.to, reel: move.reel, at: look, firstSeen: seen ?? look)
      }
      for (move, names) in zip(moves, former) { try database.keep(former: names, of: move.to.path) }
      for reel in Set(moves.map(\.reel) + displaced).sorted() { try database.refreshPaths(ofReel: reel) }
      try database.mark(returned, gone: false)
      for change in kinds {
        try database.run("UPDATE file SET kind = ? WHERE path = ?", [change.reelKind?.rawValue, change.path])
        if let reel = try database.number("SELECT reel FROM file WHERE path = ?", change.path) {
          try database.refreshPaths(ofReel: reel)
        }
      }
    }
  }

  /// Marks paths that have disappeared; nothing is forgotten.
  func markGone(_ paths: [PathBytes]) throws(LibraryError) {
    guard !paths.isEmpty else { return }
    try write { database in try database.mark(paths, gone: true) }
  }

  func record(otherFiles: [FoundFile], at look: Int) throws(LibraryError) {
    guard !otherFiles.isEmpty else { return }
    try write { database in
      for file in otherFiles {
        try database.execute(
          sql: "INSERT OR REPLACE INTO other_file VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [file.path] + file.stamp.arguments(at: look))
      }
    }
  }
}

extension Database {
  fileprivate func mark(_ paths: [PathBytes], gone: Bool) throws {
    var reels: Set<Int> = []
    for path in paths {
      try execute(sql: "UPDATE file SET gone = ? WHERE path = ?", arguments: [gone, path])
      if let reel = try number("SELECT reel FROM file WHERE path = ?", path) {
        reels.insert(reel)
      }
      for key in SidecarKey.keys(ofVideo: path) where key.isPost { try markPost(key) }
    }
    for reel in reels.sorted() { try refreshPaths(ofReel: reel) }
  }

  /// Writes that a path holds a reel.
  ///
  /// - Parameter firstSeen: When the path, or the one that it was renamed from, was first found with this reel, in
  ///   nanoseconds since 1970; one that is known keeps its moment.
  func put(_ file: FoundFile, reel: Int, at look: Int, firstSeen: Int) throws {
    // Not "INSERT OR REPLACE", which would remove a known path's keys, its former names among them.
    let facts: StatementArguments =
      [file.path.stem, reel] + file.stamp.arguments(at: look)
      + [CopyName.isCopy(file.path), file.reelKind?.rawValue, firstSeen, file.path]
    try run(
      """
      UPDATE file SET stem = ?1, byte_count = ?3, modified = ?4, changed = ?5, inode = ?6, settled = ?7, gone = 0,
        is_copy = ?8, kind = ?9, seen = CASE WHEN reel = ?2 THEN seen ELSE ?10 END, reel = ?2
      WHERE path = ?11
      """, facts)
    if changesCount == 0 {
      try run("INSERT INTO file VALUES (?11, ?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?10, ?8, ?9)", facts)
    }
    try putKeys(of: file.path)
    try release(file.path)
  }

  /// The names by which texts beside a video know it, its former ones among them.
  func namesBeside(_ path: PathBytes) throws -> [PathBytes] {
    let names = try [path, path.stem].filter {
      try isTrue("SELECT EXISTS(SELECT 1 FROM sidecar_key WHERE key = ?)", $0)
    }
    return names + (try paths("SELECT key FROM file_key WHERE path = ? AND key >= x'01'", path))
  }

  /// Leaves the texts beside a video's former name with it, as long as no other video has that name.
  func keep(former names: [PathBytes], of path: PathBytes) throws {
    for name in names where try !isTrue("SELECT EXISTS(SELECT 1 FROM file WHERE path = ?1 OR stem = ?1)", name) {
      try run("INSERT OR IGNORE INTO file_key VALUES (?, ?)", [name, path])
    }
  }

  /// Takes a name that a video has now from those that had it before.
  private func release(_ path: PathBytes) throws {
    try run(
      """
      UPDATE reel SET tagged_with = NULL WHERE id IN (
        SELECT reel FROM file_key JOIN file ON file.path = file_key.path WHERE key IN (?, ?))
      """, [path, path.stem])
    try run("DELETE FROM file_key WHERE key IN (?, ?)", [path, path.stem])
  }

  /// Writes the keys by which texts beside a video are matched to it.
  func putKeys(of path: PathBytes) throws {
    for key in SidecarKey.keys(ofVideo: path) where key.isOpaque {
      try run("INSERT OR REPLACE INTO file_key VALUES (?, ?)", [PathBytes(key.bytes), path])
      if key.isPost { try markPost(key) }
    }
  }

  /// Marks the videos of a post: how its caption is shared depends on all of them.
  private func markPost(_ key: SidecarKey) throws {
    try run(
      """
      UPDATE reel SET tagged_with = NULL WHERE id IN (
        SELECT reel FROM file_key JOIN file ON file.path = file_key.path WHERE key = ?)
      """, [PathBytes(key.bytes)])
  }

  /// Updates what a reel's row says of its paths; its names are evidence, so it is tagged again.
  ///
  /// It is shown at the path that was found first and is no backup or conflict copy. The other paths are written with
  /// its words.
  func refreshPaths(ofReel reel: Int) throws {
    let first = try rows(
      "SELECT path, gone, kind FROM file WHERE reel = ? ORDER BY gone, \(Self.shownOrder) LIMIT 1", reel
    ) { (path: try $0.path(0), isGone: try $0.flag(1), kind: try $0.textIfAny(2)) }
    guard let shown = first.first else {
      try run("UPDATE reel SET gone = 1, tagged_with = NULL WHERE id = ?", [reel])
      return
    }
    // Its words are compared with those of the folder where it is now.
    try run("UPDATE on_screen SET is_compared = 0 WHERE reel = ? AND is_compared", [reel])
    try run(
      """
      UPDATE reel SET path = ?, path_text = ?, gone = ?, tagged_with = NULL,
        kind = CASE
          WHEN ?4 IS NOT NULL AND ?4 <> 'live-photo' THEN ?4
          WHEN duration_ms > \(Self.longestLivePhoto) THEN NULL
          WHEN ?4 IS NOT NULL
            OR EXISTS (SELECT 1 FROM field WHERE field.reel = ?5 AND key GLOB '\(Self.livePhotoField)') THEN 'live-photo'
        END WHERE id = ?5
      """,
      [shown.path, shown.path.text, shown.isGone, shown.kind, reel])
  }
}

extension Database {
  /// The columns of `file` that put a reel's paths in order; its index has them, too.
  static let shownOrder = "is_copy, seen, modified, path"

  /// Phones film three seconds with a photo, in milliseconds; what is longer only shares its name with one.
  fileprivate static let longestLivePhoto = 6000

  /// What an iPhone writes into the moving half of a photo and into no other video. It stands in the SQL itself: SQLite
  /// compiles a statement anew at each value that is bound to GLOB.
  fileprivate static let livePhotoField = "com.apple.quicktime.live-photo.*"
}

extension FileStamp {
  /// Reads four columns in the order that `arguments` writes them.
  init(_ row: SQLRow, from column: Int32) throws(StoredValueError) {
    self.init(
      byteCount: try row.number(column, in: WireLimits.fileByteCount), modified: try row.number(column + 1),
      changed: try row.number(column + 2),
      inode: try row.number(column + 3))
  }

  func arguments(at look: Int) -> StatementArguments {
    [byteCount, modified, changed, inode, isSettled(at: look)]
  }
}
