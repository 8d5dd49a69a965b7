import Foundation
import GRDB
import ReelCatalog
import TestSupport

@testable import ReelLibrary

/// A catalog that a person has worked on, large enough that its tables lie in several pages, to be damaged.
struct DecidedCatalog {
  let place: TemporaryFolder
  let folder: LibraryFolder

  static let reelCount = 30

  init() throws {
    place = try TemporaryFolder()
    folder = try Self.folder(place)
    let store = try ReelStore(folder, for: .write)
    try store.write { database in
      for row in 1...Self.reelCount { try Self.insertReel(row, database) }
    }
    try store.tagAllPending(with: .standard)
    for row in 1...Self.reelCount {
      let decision = (reel: try Self.id(row), changes: [Edit.Change.note(Self.note(row)), .rating(row % 5 + 1)])
      try store.append([decision], now: 1_700_000_000 + row, taggingWith: .standard)
    }
    // One command about many reels, and one that was taken back.
    try store.append(
      try (1...9).map { (try Self.id($0), [.favourite(true)]) }, now: 1_700_001_000, taggingWith: .standard)
    try store.append([(try Self.id(4), [.setExercise("bird-dog")])], now: 1_700_002_000, taggingWith: .standard)
    _ = try store.undo(now: 1_700_003_000, taggingWith: .standard)
    try store.append([(try Self.id(5), [.setExercise("clamshell")])], now: 1_700_004_000, taggingWith: .standard)
    try store.save(try search("mornings", "side:left"))
    try store.save(
      SavedPlaylist(name: "monday", label: "Anna", routine: "desk", savedUnixSeconds: 5, reels: [try Self.id(2)]))
    try store.write { database in
      try database.execute(
        sql: "INSERT INTO own_words VALUES (?, ?, 3, 'words', 3, NULL)",
        arguments: [PathBytes("reels.csv"), PathBytes("a")])
    }
    try store.queue.close()
  }

  /// The same catalog in another place, as another program would have copied it.
  private init(_ files: [String: Data]) throws {
    place = try TemporaryFolder()
    folder = try Self.folder(place)
    for (name, bytes) in files { try bytes.write(to: URL(filePath: folder.catalog.appending(name).text)) }
  }

  static func copy(_ files: [String: Data]) throws -> DecidedCatalog { try DecidedCatalog(files) }

  private static func folder(_ place: TemporaryFolder) throws -> LibraryFolder {
    let folder = try LibraryFolder(root: PathBytes(place.path))
    try FileManager.default.createDirectory(atPath: folder.catalog.text, withIntermediateDirectories: true)
    return folder
  }

  private static func insertReel(_ row: Int, _ database: Database) throws {
    let path = path(row)
    try database.execute(
      sql: """
        INSERT INTO reel(id, key, status, byte_count, fingerprint, added_unix, path, path_text, facts_version, duration_ms)
        VALUES (?, ?, 'ok', ?, ?, 7, ?, ?, 1, ?)
        """,
      arguments: [row, try id(row).text, row, Data(repeating: UInt8(row), count: 32), path, path.text, row * 1000])
    try database.execute(
      sql: "INSERT INTO file VALUES (?, ?, ?, ?, 1, 1, 1, 1, 0, 1, 0, NULL)", arguments: [path, path.stem, row, row])
    try database.execute(
      sql: "INSERT INTO field VALUES (?, 0, 'comment', ?)",
      arguments: [row, "three sets of ten, slowly " + String(repeating: "and on ", count: 20)])
  }

  static func path(_ row: Int) -> PathBytes {
    PathBytes(
      "\(row % 2 == 0 ? "left" : "right")/\(["clamshell", "90-90 hip switch", "couch stretch"][row % 3]) \(row).mp4")
  }

  static func id(_ row: Int) throws -> ReelID {
    guard let id = ReelID("00000000\(String(row + 0x1000, radix: 16))") else { throw CocoaError(.coderInvalidValue) }
    return id
  }

  /// Begins and ends with marks that no other has; every seventh does not fit into a page.
  static func note(_ row: Int) -> String {
    "<\(row)> " + String(repeating: "slowly and without pain, ", count: row % 7 == 0 ? 250 : 25) + "</\(row)>"
  }

  private func search(_ name: String, _ query: String) throws -> SavedSearch {
    guard let search = SavedSearch(name: name, query: query, savedUnixSeconds: 1) else {
      throw CocoaError(.coderInvalidValue)
    }
    return search
  }

  /// The bytes of the database's files, by their names; a log without anything in it comes and goes.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in ["catalog.sqlite", "catalog.sqlite-wal"] {
      let path = folder.catalog.appending(name).text
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let bytes = try Data(contentsOf: URL(filePath: path))
      if !bytes.isEmpty || name == "catalog.sqlite" { files[name] = bytes }
    }
    return files
  }
}

extension DecidedCatalog {
  /// What lies in the catalog's folder, but for what comes and goes with those who read.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.catalog.text).filter {
      $0 != "catalog.sqlite-shm" && $0 != "catalog.sqlite-wal"
    }.sorted()
  }
}

/// All that a person decided, as the catalog has it.
struct Decisions: Equatable {
  let edits: [ReelID: [Edit]]
  let searches: [SavedSearch]
  let playlists: [SavedPlaylist]
  let taken: Int

  init(_ folder: LibraryFolder) throws {
    let store = try ReelStore(folder, for: .read)
    let reels = try store.allReels(.tags)
    edits = Dictionary(uniqueKeysWithValues: reels.map { ($0.id, $0.edits) })
    searches = try store.savedSearches()
    playlists = try store.savedPlaylists()
    taken = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM own_words") } ?? 0
    try store.queue.close()
  }

  /// The notes by the rows that `DecidedCatalog` gave them.
  var notes: Set<String> {
    Set(
      edits.values.joined().compactMap { edit in
        if case .note(let text) = edit.change { text } else { nil }
      })
  }
}
