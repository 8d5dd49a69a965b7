import GRDB
import GRDBSQLite

/// The tables of a catalog, as the migrations that lead to them.
///
/// A released migration is never edited: a later one follows it.
enum StoreSchema {
  /// `hipr` in ASCII: marks the database file as ours (SQLite's application_id).
  static let applicationID = 0x6869_7072

  /// How many migrations there are: kept as SQLite's user_version, so that a reader knows immediately what it has.
  static let version = 4

  /// Where a database says which migrations it has had, as GRDB does.
  static let migrationTable = "grdb_migrations"

  /// The migrations in order: their names and statements.
  private static let migrations = [
    (
      name: "1: reels, files, words, tags, edits",
      statements: [
        "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1", reels, files, sidecars, tags, edits,
        history, searches, checksums,
      ]
    ),
    (name: "2: what was seen", statements: ["PRAGMA user_version = 2", seen]),
    (name: "3: what moves alike", statements: ["PRAGMA user_version = 3", alike]),
    (name: "4: words in pictures", statements: ["PRAGMA user_version = 4", onScreen]),
  ]

  /// Brings a catalog up to date, in one transaction: whoever dies meanwhile leaves it as it was, and a new one not there.
  ///
  /// GRDB's own migrator makes a transaction of each migration; the table is as it keeps it.
  static func migrate(_ queue: DatabaseQueue) throws {
    try queue.write { database in
      try database.execute(sql: migrationTableSQL.replacing("TABLE", with: "TABLE IF NOT EXISTS", maxReplacements: 1))
      let done = Set(try database.texts("SELECT identifier FROM \(migrationTable)"))
      for migration in migrations where !done.contains(migration.name) {
        for statement in migration.statements { try database.execute(sql: statement) }
        try database.execute(sql: "INSERT INTO \(migrationTable) VALUES (?)", arguments: [migration.name])
      }
    }
  }

  private static let migrationTableSQL = "CREATE TABLE \(migrationTable) (identifier TEXT NOT NULL PRIMARY KEY)"

  /// Everything that a catalog of a version, 1...`version`, consists of, as `Database.definitions` lists it.
  ///
  /// Made on a separate connection, without GRDB: every command compares a catalog with it.
  static func definitions(of version: Int = version) throws -> [String] {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    var code = sqlite3_open(":memory:", &connection)
    if code == SQLITE_OK {
      code = sqlite3_exec(
        connection, ([migrationTableSQL] + migrations.prefix(version).flatMap(\.statements)).joined(separator: ";"),
        nil, nil, nil)
    }
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    if code == SQLITE_OK { code = sqlite3_prepare_v2(connection, Database.definitionsSQL, -1, &statement, nil) }
    guard code == SQLITE_OK, let statement else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    var definitions: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      definitions.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
    }
    return definitions
  }

  /// One row per reel. `path` is the path it is shown at, and `kind` belongs to that path. `tagged_with` is NULL while its
  /// texts or edits are newer than its tags. `thumbnail_asked` is the moment that the person had named when the still was
  /// made.
  private static let reels = """
    CREATE TABLE reel(
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, status TEXT NOT NULL, reason TEXT,
      byte_count INTEGER NOT NULL, fingerprint BLOB, oshash TEXT, container TEXT, duration_ms INTEGER, duration_source TEXT,
      file_duration_ms INTEGER, width INTEGER, height INTEGER, coded_width INTEGER, coded_height INTEGER,
      rotation INTEGER, mirrored INTEGER, fps_num INTEGER, fps_den INTEGER, video_codec TEXT, audio_codec TEXT,
      recorded_text TEXT, recorded_unix INTEGER, recorded_source TEXT, location TEXT, thumbnail_ms INTEGER,
      thumbnail_reason TEXT, thumbnail_asked INTEGER, first_picture_ms INTEGER, variable_fps INTEGER, profile TEXT,
      bit_depth INTEGER, hdr TEXT, color_primaries TEXT, color_transfer TEXT, color_matrix TEXT, color_range TEXT,
      probe TEXT,
      gone INTEGER NOT NULL DEFAULT 0, added_unix INTEGER NOT NULL, path BLOB NOT NULL, path_text TEXT NOT NULL,
      kind TEXT, facts_version INTEGER NOT NULL, tagged_with TEXT);
    CREATE INDEX reel_by_fingerprint ON reel(fingerprint);
    CREATE INDEX reel_by_oshash ON reel(oshash);
    CREATE INDEX reel_by_size ON reel(byte_count);
    CREATE INDEX reel_by_duration ON reel(duration_ms);
    CREATE INDEX reel_by_path ON reel(path, key);
    CREATE INDEX reel_to_tag ON reel(id) WHERE tagged_with IS NULL;
    CREATE INDEX reel_by_thumbnail_asked ON reel(id) WHERE thumbnail_asked IS NOT NULL;
    CREATE TABLE field(
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(reel, position)) WITHOUT ROWID;
    CREATE TABLE chapter(
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      start_ms INTEGER NOT NULL, end_ms INTEGER, title TEXT, PRIMARY KEY(reel, position)) WITHOUT ROWID;
    CREATE TABLE subtitle(
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, track INTEGER NOT NULL, position INTEGER NOT NULL,
      language TEXT, start_ms INTEGER NOT NULL, end_ms INTEGER, text TEXT NOT NULL,
      PRIMARY KEY(reel, track, position)) WITHOUT ROWID;
    """

  /// What is in the folder, with the stamps that identify an unchanged file without opening it, and when each path was
  /// first found. `copy_path` has the other paths of reels with several, for queries.
  private static let files = """
    CREATE TABLE file(
      path BLOB PRIMARY KEY, stem BLOB NOT NULL, reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE,
      byte_count INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
      settled INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL, is_copy INTEGER NOT NULL,
      kind TEXT) WITHOUT ROWID;
    CREATE TABLE copy_path(
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, path_text TEXT NOT NULL,
      PRIMARY KEY(reel, path_text)) WITHOUT ROWID;
    CREATE INDEX file_by_reel ON file(reel, gone, is_copy, seen, modified);
    CREATE INDEX file_by_stem ON file(stem);
    CREATE TABLE other_file(
      path BLOB PRIMARY KEY, byte_count INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
      inode INTEGER NOT NULL, settled INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE file_key(
      key BLOB NOT NULL, path BLOB NOT NULL REFERENCES file(path) ON DELETE CASCADE, PRIMARY KEY(key, path)) WITHOUT ROWID;
    CREATE INDEX file_key_by_path ON file_key(path);
    """

  /// What is beside the videos. A record joins to the reels whose file's path, stem or key is one of its keys; what
  /// the person wrote in a table is kept with the edits that came of it.
  private static let sidecars = """
    CREATE TABLE sidecar(
      path BLOB PRIMARY KEY, kind TEXT NOT NULL, byte_count INTEGER NOT NULL, modified INTEGER NOT NULL,
      changed INTEGER NOT NULL, inode INTEGER NOT NULL, settled INTEGER NOT NULL, was_read INTEGER NOT NULL,
      problem TEXT) WITHOUT ROWID;
    CREATE TABLE sidecar_record(
      sidecar BLOB NOT NULL REFERENCES sidecar(path) ON DELETE CASCADE, position INTEGER NOT NULL,
      recorded_unix INTEGER, own_words TEXT, PRIMARY KEY(sidecar, position)) WITHOUT ROWID;
    CREATE TABLE sidecar_text(
      sidecar BLOB NOT NULL REFERENCES sidecar(path) ON DELETE CASCADE, record INTEGER NOT NULL,
      position INTEGER NOT NULL, source TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY(sidecar, record, position)) WITHOUT ROWID;
    CREATE TABLE sidecar_key(
      key BLOB NOT NULL, sidecar BLOB NOT NULL, record INTEGER NOT NULL, owner BLOB NOT NULL,
      PRIMARY KEY(key, sidecar, record)) WITHOUT ROWID;
    CREATE INDEX sidecar_key_by_owner ON sidecar_key(owner);
    CREATE TABLE own_words(
      sidecar BLOB NOT NULL, key BLOB NOT NULL, reel INTEGER NOT NULL, words TEXT NOT NULL, batch INTEGER,
      problem TEXT, PRIMARY KEY(sidecar, key)) WITHOUT ROWID;
    """

  /// What a reel has is one row of `reel_tagging` (`PackedTags`), with its greatest confidence and a digest that tells
  /// without reading them whether its tags are as they would be made now; a reel without tags has none. `reel_tag` lists
  /// the same for the queries: a tag and a range of durations are one walk through it. Its duration is the one in
  /// `reel_tagging`, -1 when unknown. `imported_text` is what another catalog knew of a reel whose files were not looked
  /// at here yet.
  private static let tags = """
    CREATE TABLE evidence(
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      source TEXT NOT NULL, field TEXT, text TEXT NOT NULL, PRIMARY KEY(reel, position)) WITHOUT ROWID;
    CREATE TABLE imported_text(
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      source TEXT NOT NULL, field TEXT, text TEXT NOT NULL, PRIMARY KEY(reel, position)) WITHOUT ROWID;
    CREATE TABLE tag_name(
      id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, role TEXT NOT NULL DEFAULT '',
      UNIQUE(facet, value, role));
    CREATE TABLE reel_tagging(
      reel INTEGER PRIMARY KEY REFERENCES reel(id) ON DELETE CASCADE, duration_ms INTEGER NOT NULL,
      confidence INTEGER NOT NULL, digest INTEGER NOT NULL, tags BLOB NOT NULL);
    CREATE TABLE reel_tag(
      tag INTEGER NOT NULL, duration_ms INTEGER NOT NULL, reel INTEGER NOT NULL, confidence INTEGER NOT NULL,
      PRIMARY KEY(tag, duration_ms, reel)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE reel_words USING fts5(words, tokenize = 'ascii');
    """

  /// What was seen in a reel's picture, in small rows; the landmarks that it follows from lie apart. `eyes` says which models
  /// looked, 0 when it came with an import; `mind` says which rules and which model of likeness concluded. `conclusion` is one
  /// line of JSON (`Seen.stored`), NULL where the video could not be looked at. `wants_still` says that the end range was seen
  /// after the still was made.
  private static let seen = """
    CREATE TABLE seen(
      reel INTEGER PRIMARY KEY REFERENCES reel(id) ON DELETE CASCADE, eyes INTEGER NOT NULL, mind INTEGER NOT NULL,
      repetitions INTEGER, is_contradicted INTEGER NOT NULL DEFAULT 0, end_range_ms INTEGER,
      wants_still INTEGER NOT NULL DEFAULT 0, conclusion TEXT, problem TEXT);
    CREATE INDEX seen_by_repetitions ON seen(repetitions) WHERE repetitions IS NOT NULL;
    CREATE INDEX seen_by_contradiction ON seen(reel) WHERE is_contradicted;
    CREATE INDEX seen_by_mind ON seen(mind);
    CREATE INDEX seen_by_still ON seen(reel) WHERE wants_still;
    CREATE TABLE landmark_track(
      reel INTEGER PRIMARY KEY REFERENCES seen(reel) ON DELETE CASCADE, picture_count INTEGER NOT NULL,
      bytes BLOB NOT NULL);
    """

  /// How reels move, for comparing them, and what follows: the one name of reels that a reel moves like. `name` is the exercise
  /// that somebody, and not the picture, named a reel; `line` is what `Alike` makes. Patterns in `stale_pattern` have to be
  /// compared again. `choice` has what the person wants done for the whole catalog.
  private static let alike = """
    CREATE TABLE movement(
      reel INTEGER PRIMARY KEY REFERENCES seen(reel) ON DELETE CASCADE, pattern TEXT NOT NULL, name TEXT,
      signature BLOB NOT NULL);
    CREATE INDEX movement_by_pattern ON movement(pattern);
    CREATE TABLE alike(
      reel INTEGER PRIMARY KEY REFERENCES reel(id) ON DELETE CASCADE, exercise TEXT NOT NULL, line TEXT NOT NULL);
    CREATE INDEX alike_by_exercise ON alike(exercise);
    CREATE TABLE stale_pattern(pattern TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE choice(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """

  /// The words in a reel's pictures. `reader` says which rules read them, 0 when they came with an import; `languages` is a
  /// number with a bit for each language that was tried (`TextLanguage`). `words` is one line of JSON (`OnScreen.stored`), NULL
  /// where the video could not be read; `is_compared` says whether its lines were compared with those of its folder.
  private static let onScreen = """
    CREATE TABLE on_screen(
      reel INTEGER PRIMARY KEY REFERENCES reel(id) ON DELETE CASCADE, reader INTEGER NOT NULL, languages INTEGER NOT NULL,
      is_compared INTEGER NOT NULL DEFAULT 0, words TEXT, problem TEXT);
    CREATE INDEX on_screen_to_compare ON on_screen(reel) WHERE NOT is_compared;
    """

  /// Playlists that were given to somebody; not exported.
  private static let history = """
    CREATE TABLE saved_playlist(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT, routine TEXT NOT NULL, saved_unix INTEGER NOT NULL);
    CREATE TABLE saved_reel(
      playlist INTEGER NOT NULL REFERENCES saved_playlist(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      reel INTEGER NOT NULL REFERENCES reel(id) ON DELETE CASCADE, PRIMARY KEY(playlist, position)) WITHOUT ROWID;
    """

  /// Named queries; exported with the reels.
  private static let searches = """
    CREATE TABLE saved_search(name TEXT PRIMARY KEY, query TEXT NOT NULL, saved_unix INTEGER NOT NULL) WITHOUT ROWID;
    """

  /// A checksum for each `CheckedRecord` and owner that has rows.
  private static let checksums = """
    CREATE TABLE checksum(
      record TEXT NOT NULL, owner INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY(record, owner)) WITHOUT ROWID;
    """

  /// The person's decisions: appended to, never changed. What one command decided is one batch; an undone batch stays
  /// in the log and is not followed.
  private static let edits = """
    CREATE TABLE edit(
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, batch INTEGER NOT NULL,
      reel INTEGER NOT NULL REFERENCES reel(id), action TEXT NOT NULL, facet TEXT, value TEXT, role TEXT,
      number INTEGER, end_number INTEGER, text TEXT, edited_unix INTEGER NOT NULL);
    CREATE INDEX edit_by_reel ON edit(reel);
    CREATE INDEX edit_by_batch ON edit(batch);
    CREATE INDEX edit_by_thumbnail ON edit(reel) WHERE action = 'thumbnail';
    CREATE INDEX edit_by_matter ON edit(action, reel, sequence, batch, number)
      WHERE action = 'note' OR action = 'rating' OR action = 'favourite';
    CREATE TABLE undone_edit(batch INTEGER PRIMARY KEY, undone_unix INTEGER NOT NULL);
    CREATE VIEW standing_edit AS SELECT * FROM edit WHERE batch NOT IN (SELECT batch FROM undone_edit);
    """
}

extension Database {
  fileprivate static let definitionsSQL =
    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') AS definition FROM sqlite_schema ORDER BY 1"

  /// Every table, index, view and trigger, as SQL, in an order that does not depend on when it was made.
  func definitions() throws -> [String] { try texts(Self.definitionsSQL) }
}
