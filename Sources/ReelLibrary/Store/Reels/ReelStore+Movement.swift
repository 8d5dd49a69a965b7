import GRDB
import MediaFacts
import ReelCatalog
import ReelPose

/// How reels move, compared with each other.
extension ReelStore {
  /// All reels whose movement can be compared, by their ids.
  func movingReels() throws(LibraryError) -> [MovingReel] { try read { try $0.movingReels() } }

  /// Which of some reels have no name and move like reels with one, by their paths.
  func suggestedNames(of reels: Set<Int>) throws(LibraryError) -> [(path: PathBytes, alike: Alike)] {
    try read { database in
      try database.rows(
        """
        SELECT reel.id, path, line FROM alike JOIN reel ON reel.id = alike.reel JOIN movement ON movement.reel = reel.id
        WHERE name IS NULL AND NOT gone ORDER BY path
        """
      ) { row in (try row.number(0), try row.path(1), Alike(line: try row.text(2))) }
      .compactMap { row, path, alike in reels.contains(row) ? alike.map { (path, $0) } : nil }
    }
  }

  /// Has reels tagged by the names of those that they move like, or no longer.
  func setTagsAlike(_ isOn: Bool) throws(LibraryError) {
    try write { database in
      guard isOn != (try database.choice(.tagsAlike) != nil) else { return }
      if isOn {
        try database.run("INSERT INTO choice VALUES (?, 'yes')", [Choice.tagsAlike.rawValue])
      } else {
        try database.run("DELETE FROM choice WHERE name = ?", [Choice.tagsAlike.rawValue])
      }
      try database.execute(sql: "UPDATE reel SET tagged_with = NULL WHERE id IN (SELECT reel FROM alike)")
    }
  }
}

/// What the person can choose for a whole catalog.
enum Choice: String {
  /// Tags from the names of reels that a reel moves like.
  case tagsAlike = "tags-alike"
}

extension Database {
  /// What the person chose; nil where nothing.
  func choice(_ choice: Choice) throws -> String? {
    try texts("SELECT value FROM choice WHERE name = ?", choice.rawValue).first
  }

  /// Forgets how a reel moves, because its content is another now.
  func forgetMovement(ofReel reel: Int) throws {
    _ = try MovementWriter(self).forget(reel)
    try run("DELETE FROM alike WHERE reel = ?", [reel])
  }

  /// Writes what a reel was like in another catalog, until its files are looked at here.
  func putImported(_ alike: Alike, ofReel reel: Int) throws {
    try run("INSERT OR REPLACE INTO alike VALUES (?, ?, ?)", [reel, alike.exercise, alike.line])
  }

  /// Compares the reels of every pattern in which a movement or a name has changed, and has those tagged again whose likeness is
  /// another now, where that makes tags.
  func refreshAlike() throws {
    let patterns = try texts("SELECT pattern FROM stale_pattern ORDER BY pattern")
    guard !patterns.isEmpty else { return }
    let makesTags = try choice(.tagsAlike) != nil
    let before = try SQLStatement(
      self,
      """
      SELECT key, alike.reel, line FROM movement JOIN alike ON alike.reel = movement.reel JOIN reel ON reel.id = alike.reel
      WHERE pattern = ?
      """)
    let removal = try SQLStatement(self, "DELETE FROM alike WHERE reel = ?")
    let insertion = try SQLStatement(self, "INSERT INTO alike SELECT id, ?, ? FROM reel WHERE key = ?")
    let untag = try SQLStatement(self, "UPDATE reel SET tagged_with = NULL WHERE key = ?")
    for pattern in patterns {
      let reels = try movingReels(of: pattern)
      let names = OwnNames(reels)
      let denied = try deniedExercises(pattern)
      let found = AllCores.map(reels) { reel in
        (reel: reel.id.text, alike: names.alike(reel, except: denied[reel.id.text] ?? []))
      }
      var known: [String: (row: Int, line: String)] = [:]
      try before.forEach(pattern) { known[try $0.text(0)] = (try $0.number(1), try $0.text(2)) }
      for (reel, alike) in found where alike?.line != known[reel]?.line {
        if let row = known[reel]?.row { try removal.run(row) }
        if let alike { try insertion.run(alike.exercise, alike.line, reel) }
        if makesTags { try untag.run(reel) }
      }
    }
    try execute(sql: "DELETE FROM stale_pattern")
  }

  /// The exercises that the person took away from reels of a pattern, by the reels' ids.
  private func deniedExercises(_ pattern: String) throws -> [String: Set<String>] {
    guard let edits = try StandingEdits(ifAnyIn: self) else { return [:] }
    var decided: [(row: Int, id: String)] = []
    let statement = try SQLStatement(
      self,
      """
      SELECT reel.id, key FROM movement JOIN reel ON reel.id = movement.reel
      WHERE pattern = ? AND EXISTS (SELECT 1 FROM edit WHERE edit.reel = reel.id)
      """)
    try statement.forEach(pattern) { decided.append((try $0.number(0), try $0.text(1))) }
    var denied: [String: Set<String>] = [:]
    for (row, id) in decided { denied[id] = Set(try edits.edits(ofReel: row).compactMap(\.deniedExercise)) }
    return denied
  }

  /// Notes that the reels of a reel's pattern have to be compared again.
  func noteStalePattern(ofReel reel: Int) throws {
    try run("INSERT OR IGNORE INTO stale_pattern SELECT pattern FROM movement WHERE reel = ?", [reel])
  }

  /// Reels that can be compared, by their ids.
  ///
  /// - Parameter pattern: Nil takes all patterns.
  func movingReels(of pattern: String? = nil) throws -> [MovingReel] {
    var reels: [MovingReel] = []
    let columns = "SELECT key, pattern, name, signature FROM movement JOIN reel ON reel.id = movement.reel"
    func take(_ row: SQLRow) throws {
      guard let id = ReelID(try row.text(0)), let pattern = MovementPattern(rawValue: try row.text(1)),
        let signature = try row.withBytes(3, { Signature(packed: $0) })
      else { return }
      reels.append(MovingReel(id: id, pattern: pattern, signature: signature, name: try row.textIfAny(2)))
    }
    if let pattern {
      try SQLStatement(self, "\(columns) WHERE pattern = ? ORDER BY key").forEach(pattern, row: take)
    } else {
      try SQLStatement(self, "\(columns) ORDER BY key").forEach(row: take)
    }
    return reels
  }
}

/// Writes how reels move and what they are named, and notes what has to be compared again.
struct MovementWriter {
  private let insertion: SQLStatement
  private let removal: SQLStatement
  private let known: SQLStatement
  private let naming: SQLStatement
  private let stale: SQLStatement

  init(_ database: Database) throws {
    insertion = try SQLStatement(database, "INSERT INTO movement VALUES (?, ?, ?, ?)")
    removal = try SQLStatement(database, "DELETE FROM movement WHERE reel = ?")
    known = try SQLStatement(database, "SELECT pattern, name FROM movement WHERE reel = ?")
    naming = try SQLStatement(database, "UPDATE movement SET name = ? WHERE reel = ?")
    stale = try SQLStatement(database, "INSERT OR IGNORE INTO stale_pattern VALUES (?)")
  }

  /// - Returns: What the reel was named.
  func forget(_ reel: Int) throws -> String? {
    guard let (pattern, name) = try known.first(reel, row: { (try $0.text(0), try $0.textIfAny(1)) }) else {
      return nil
    }
    try removal.run(reel)
    try stale.run(pattern)
    return name
  }

  func put(_ reel: Int, _ pattern: MovementPattern, _ signature: Signature, name: String?) throws {
    try insertion.run(reel, pattern.rawValue, name, signature.packed)
    try stale.run(pattern.rawValue)
  }

  /// Notes what somebody named a reel; nil for a reel without a name.
  func name(_ reel: Int, _ name: String?) throws {
    guard let (pattern, before) = try known.first(reel, row: { (try $0.text(0), try $0.textIfAny(1)) }), before != name
    else {
      return
    }
    try naming.run(name, reel)
    try stale.run(pattern)
  }
}
