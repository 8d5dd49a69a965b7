import GRDB
import MediaFacts
import ReelCatalog
import ReelPose

/// A reel whose picture has to be looked at.
struct UnseenReel: Sendable {
  /// Its row.
  let reel: Int
  let path: PathBytes
  /// What is wanted of it: joints, words or both.
  let wanted: Set<Product>

  /// The same for eyes that make only some products; nil when it wants none of those.
  func wanting(_ products: Set<Product>) -> UnseenReel? {
    let left = wanted.intersection(products)
    return left.isEmpty ? nil : UnseenReel(reel: reel, path: path, wanted: left)
  }
}

/// What looking at a reel gave; nil of what nobody looked for.
struct Look: Sendable {
  /// The reel's row.
  let reel: Int
  var movement: Result<LandmarkTrack>?
  var words: Result<ReadWords>?

  init(reel: Int) { self.reel = reel }

  enum Result<Found: Sendable>: Sendable {
    case found(Found)
    /// The video can't be looked at, for a reason of its own: it is not tried again until it or the eyes change.
    case problem(String)
  }
}

/// Keeping what was seen in pictures.
extension ReelStore {
  /// Which models look: 0 is none. Another number has every reel looked at again.
  static let eyes = 2

  /// The reels that some eyes have not seen, the newest first.
  func reels(unseenBy eyes: PictureEyes) throws(LibraryError) -> [UnseenReel] {
    guard !eyes.products.isEmpty else { return [] }
    return try unseenReels(of: eyes.products, in: eyes.languages)
  }

  /// How many reels wait for some products, be there eyes for them or not.
  func unseenCount(of products: Set<Product>, for eyes: PictureEyes) throws(LibraryError) -> Int {
    // Nobody knows what could be read where nothing reads: something.
    try unseenReels(of: products, in: eyes.text == nil ? [.english] : eyes.languages).count
  }

  private func unseenReels(
    of products: Set<Product>, in languages: [TextLanguage]
  ) throws(LibraryError) -> [UnseenReel] {
    let languages = products.contains(.text) ? ReadWords.mask(of: languages) : 0
    return try read { database in
      try database.rows(
        """
        SELECT id, path, needs_look, needs_reading FROM
          (SELECT reel.id AS id, path, added_unix, ?1 AND eyes IS NOT ?2 AS needs_look,
            ?3 <> 0 AND (reader IS NOT ?4 OR ?3 & ~languages <> 0) AS needs_reading
          FROM reel LEFT JOIN seen ON seen.reel = reel.id LEFT JOIN on_screen ON on_screen.reel = reel.id
          WHERE status = 'ok' AND NOT gone AND kind IS NULL AND facts_version <> 0)
        WHERE needs_look OR needs_reading ORDER BY added_unix DESC, id DESC
        """, products.contains(.pose), Self.eyes, languages, Self.wordReader
      ) { row in
        var wanted: Set<Product> = []
        if try row.flag(2) { wanted.insert(.pose) }
        if try row.flag(3) { wanted.insert(.text) }
        return UnseenReel(reel: try row.number(0), path: try row.path(1), wanted: wanted)
      }
    }
  }

  /// The landmarks that are kept of a reel; nil where nobody looked, or they are damaged.
  func landmarkTrack(of id: ReelID) throws(LibraryError) -> LandmarkTrack? {
    try read { database in
      let bytes = try database.rows(
        "SELECT bytes FROM landmark_track JOIN reel ON reel.id = landmark_track.reel WHERE key = ?", id.text
      ) { row in try row.withBytes(0) { Array($0) } }
      return bytes.first.flatMap { LandmarkTrack(packed: $0) }
    }
  }

  /// The landmarks that are kept of some reels, as they are kept; nil where these eyes didn't look.
  func packedTracks(of reels: [ReelID]) throws(LibraryError) -> [[UInt8]?] {
    try read { database in
      let statement = try SQLStatement(
        database,
        """
        SELECT bytes FROM reel JOIN landmark_track ON landmark_track.reel = reel.id JOIN seen ON seen.reel = reel.id
        WHERE key = ? AND eyes = ?
        """)
      return try reels.map { id in try statement.first(id.text, Self.eyes) { try $0.withBytes(0) { Array($0) } } }
    }
  }

  /// Writes what was seen and read of some reels and tags them, in one transaction.
  func record(_ looks: [Look], with tagger: Tagger) throws(LibraryError) {
    guard !looks.isEmpty else { return }
    let readings = looks.compactMap { look in look.movement.map { (look.reel, $0, $0.reading) } }
    try write { database in
      let writer = try SeenWriter(database)
      for (reel, look, reading) in readings { try writer.put(look, reading, ofReel: reel) }
      for look in looks { if let words = look.words { try database.put(words, ofReel: look.reel) } }
      while try database.tagPending(limit: 500, with: tagger) == 500 {}
    }
  }

  /// Concludes anew, from the landmarks that are kept, what other rules or another model concluded; no video is opened.
  /// What other eyes saw stays as it is until the picture is looked at again.
  ///
  /// - Returns: How many reels there were.
  func concludeAnew() throws(LibraryError) -> Int {
    var count = 0
    while true {
      let group = try read { database in
        try database.rows(
          """
          SELECT seen.reel, bytes FROM seen JOIN landmark_track ON landmark_track.reel = seen.reel
          WHERE mind <> ? AND eyes = ? ORDER BY seen.reel LIMIT ?
          """, PoseReading.mind, Self.eyes, Self.concludedGroupSize
        ) { (reel: try $0.number(0), bytes: try $0.withBytes(1) { Array($0) }) }
      }
      guard !group.isEmpty else { return count }
      let looks = AllCores.map(group) { item -> (reel: Int, look: Look.Result<LandmarkTrack>, reading: PoseReading?) in
        guard let track = LandmarkTrack(packed: item.bytes) else {
          return (item.reel, .problem("its landmarks are damaged"), nil)
        }
        return (item.reel, .found(track), PoseReading(track))
      }
      try write { database in
        let writer = try SeenWriter(database)
        for (reel, look, reading) in looks { try writer.put(look, reading, ofReel: reel) }
      }
      count += group.count
    }
  }

  private static let concludedGroupSize = 500
}

extension Look.Result<LandmarkTrack> {
  fileprivate var reading: PoseReading? {
    if case .found(let track) = self { PoseReading(track) } else { nil }
  }
}

extension Database {
  /// Forgets what was seen of a reel whose content is another now.
  func forgetSeen(ofReel reel: Int) throws {
    try forgetMovement(ofReel: reel)
    try run("DELETE FROM landmark_track WHERE reel = ?", [reel])
    try run("DELETE FROM seen WHERE reel = ?", [reel])
  }

  /// Writes what another catalog saw of a reel: it is looked at here as soon as its files are.
  func putImported(_ seen: Seen, ofReel reel: Int) throws {
    try run(
      "INSERT OR REPLACE INTO seen(reel, eyes, mind, repetitions, end_range_ms, conclusion) VALUES (?, 0, 0, ?, ?, ?)",
      [reel, seen.repetitions, seen.endRangeMilliseconds, seen.stored])
  }
}

/// Writes what was seen, and has the reels whose line among the texts is another tagged again.
private struct SeenWriter {
  private let before: SQLStatement
  private let removal: SQLStatement
  private let trackRemoval: SQLStatement
  private let insertion: SQLStatement
  private let trackInsertion: SQLStatement
  private let untag: SQLStatement
  private let movements: MovementWriter

  init(_ database: Database) throws {
    before = try SQLStatement(database, "SELECT conclusion, end_range_ms, wants_still FROM seen WHERE reel = ?")
    removal = try SQLStatement(database, "DELETE FROM seen WHERE reel = ?")
    trackRemoval = try SQLStatement(database, "DELETE FROM landmark_track WHERE reel = ?")
    insertion = try SQLStatement(
      database,
      """
      INSERT INTO seen(reel, eyes, mind, repetitions, end_range_ms, wants_still, conclusion, problem)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    trackInsertion = try SQLStatement(database, "INSERT INTO landmark_track VALUES (?, ?, ?)")
    untag = try SQLStatement(database, "UPDATE reel SET tagged_with = NULL WHERE id = ?")
    movements = try MovementWriter(database)
  }

  func put(_ look: Look.Result<LandmarkTrack>, _ reading: PoseReading?, ofReel reel: Int) throws {
    let before = try before.first(reel) { row in
      (
        line: try row.textIfAny(0).flatMap { Seen(stored: $0)?.evidence }, endRange: try row.numberIfAny(1),
        wantsStill: try row.flag(2)
      )
    }
    let name = try movements.forget(reel)
    try trackRemoval.run(reel)
    try removal.run(reel)
    let seen = reading?.seen
    var problem: String?
    if case .problem(let text) = look { problem = text }
    let endRange = seen?.endRangeMilliseconds
    let wantsStill = endRange != nil && (before?.wantsStill == true || before?.endRange != endRange)
    try insertion.run(
      reel, ReelStore.eyes, PoseReading.mind, seen?.repetitions, seen?.endRangeMilliseconds, wantsStill, seen?.stored,
      problem)
    if case .found(let track) = look { try trackInsertion.run(reel, track.frames.count, track.packed) }
    if let pattern = seen?.pattern, let signature = reading?.signature {
      try movements.put(reel, pattern, signature, name: name)
    }
    if before?.line != seen?.evidence { try untag.run(reel) }
  }
}
