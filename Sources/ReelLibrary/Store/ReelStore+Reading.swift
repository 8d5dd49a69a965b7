import Foundation
import GRDB
import MediaFacts
public import ReelCatalog

/// Reading reels back as values.
extension ReelStore {
  /// How much of each reel to read.
  public enum Depth: Sendable {
    /// Facts and tags with their confidence, without the evidence behind them.
    case tags
    /// Everything, evidence and matches included.
    case evidence
  }

  /// Every reel that the catalog knows, gone ones included, sorted by id.
  public func allReels(_ depth: Depth) throws(LibraryError) -> [Reel] {
    try read { database in
      try database.reels(where: "1", arguments: [], orderedBy: "reel.key", depth)
    }
  }

  /// Reels by their row numbers, in the order given.
  func reels(rows: [Int], _ depth: Depth) throws(LibraryError) -> [Reel] {
    try read { database in try database.reels(rows: rows, depth) }
  }

  /// The reel that a person means by an id, the beginning of one (four digits or more), or a path.
  ///
  /// - Parameter path: Relative to the folder.
  public func reel(named name: String, orAt path: PathBytes?, _ depth: Depth) throws(LibraryError) -> Reel? {
    let row = try read { database in
      if let path,
        let row = try Int.fetchOne(database, sql: "SELECT reel FROM file WHERE path = ?", arguments: [path])
      {
        return row as Int?
      }
      if let row = try Int.fetchOne(database, sql: "SELECT id FROM reel WHERE key = ?", arguments: [name]) {
        return row
      }
      guard name.utf8.count >= 4, name.allSatisfy(\.isHexDigit) else { return nil }
      let rows = try Int.fetchAll(
        database, sql: "SELECT id FROM reel WHERE substr(key, 1, ?) = ? LIMIT 2",
        arguments: [name.utf8.count, name.lowercased()])
      return rows.count == 1 ? rows[0] : nil
    }
    return try row.flatMap { row throws(LibraryError) in try reels(rows: [row], depth).first }
  }
}

extension Database {
  /// Reels by their row numbers, in the order given.
  func reels(rows: [Int], _ depth: ReelStore.Depth) throws -> [Reel] {
    let list = "[\(rows.map(String.init).joined(separator: ","))]"
    let reels = try reels(
      where: "reel.id IN (SELECT value FROM json_each(:rows))", arguments: ["rows": list], orderedBy: "reel.id", depth)
    let numbers = try Int.fetchAll(
      self, sql: "SELECT id FROM reel WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", arguments: [list])
    let byRow = Dictionary(uniqueKeysWithValues: zip(numbers, reels))
    return rows.compactMap { byRow[$0] }
  }

  func edits(ofReel reel: Int) throws -> [Edit] {
    try Row.fetchAll(self, sql: "SELECT * FROM standing_edit WHERE reel = ? ORDER BY sequence", arguments: [reel])
      .compactMap { Edit($0) }
  }

  fileprivate func reels(
    where condition: String, arguments: StatementArguments, orderedBy order: String, _ depth: ReelStore.Depth
  ) throws -> [Reel] {
    let tags = try tags(where: condition, arguments: arguments, depth)
    let evidence = depth == .evidence ? try evidence(where: condition, arguments: arguments) : [:]
    let chapters = depth == .evidence ? try chapters(where: condition, arguments: arguments) : [:]
    let subtitles = depth == .evidence ? try subtitles(where: condition, arguments: arguments) : [:]
    let edits = try edits(where: condition, arguments: arguments)
    let paths = try paths(where: condition, arguments: arguments)
    let rows = try Row.fetchCursor(
      self, sql: "SELECT * FROM reel WHERE \(condition) ORDER BY \(order)", arguments: arguments)
    var reels: [Reel] = []
    while let row = try rows.next() {
      let number: Int = row["id"]
      guard let id = ReelID(row["key"]) else { throw LibraryError(.catalogDamaged, "has a reel without an id") }
      reels.append(
        Reel(
          id: id, paths: paths[number] ?? [row["path"]], isGone: row["gone"],
          status: FileStatus(rawValue: row["status"]) ?? .damaged, reason: row["reason"],
          byteCount: row["byte_count"], fingerprint: (row["fingerprint"] as Data?).map { Array($0) },
          oshash: (row["oshash"] as String?).flatMap { OSHash.value($0) }, video: VideoFacts(row),
          recorded: RecordingDate(row), location: row["location"], chapters: chapters[number] ?? [],
          subtitles: subtitles[number] ?? [], hasThumbnail: row["thumbnail_ms"] != nil,
          thumbnailMilliseconds: row["thumbnail_ms"],
          thumbnailReason: (row["thumbnail_reason"] as String?).flatMap { StillReason(rawValue: $0) },
          evidence: evidence[number] ?? [],
          tagging: Tagging(tags: tags[number] ?? []), edits: edits[number] ?? [],
          addedUnixSeconds: row["added_unix"]))
    }
    return reels
  }

  private func paths(where condition: String, arguments: StatementArguments) throws -> [Int: [PathBytes]] {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT file.reel, file.path FROM file JOIN reel ON reel.id = file.reel
        WHERE (file.gone = reel.gone) AND \(condition) ORDER BY file.path
        """,
      arguments: arguments)
    var paths: [Int: [PathBytes]] = [:]
    while let row = try rows.next() { paths[row[0], default: []].append(row[1]) }
    return paths
  }

  private func edits(where condition: String, arguments: StatementArguments) throws -> [Int: [Edit]] {
    let rows = try Row.fetchCursor(
      self,
      sql:
        "SELECT standing_edit.* FROM standing_edit JOIN reel ON reel.id = standing_edit.reel WHERE \(condition) ORDER BY sequence",
      arguments: arguments)
    var edits: [Int: [Edit]] = [:]
    while let row = try rows.next() {
      if let edit = Edit(row) { edits[row["reel"], default: []].append(edit) }
    }
    return edits
  }

  private func evidence(where condition: String, arguments: StatementArguments) throws -> [Int: [Evidence]] {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT evidence.reel, source, field, text FROM evidence JOIN reel ON reel.id = evidence.reel
        WHERE \(condition) ORDER BY evidence.reel, position
        """,
      arguments: arguments)
    var evidence: [Int: [Evidence]] = [:]
    while let row = try rows.next() {
      guard let source = EvidenceSource(rawValue: row[1]) else { continue }
      evidence[row[0], default: []].append(Evidence(source: source, field: row[2], text: row[3]))
    }
    return evidence
  }

  /// The tags of reels, by their row numbers.
  func tags(
    where condition: String, arguments: StatementArguments, _ depth: ReelStore.Depth
  ) throws -> [Int: [Tag]] {
    let matches = depth == .evidence ? try matches(where: condition, arguments: arguments) : [:]
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT reel_tag.reel, reel_tag.tag, facet, value, role, confidence FROM reel_tag
        JOIN tag_name ON tag_name.id = reel_tag.tag JOIN reel ON reel.id = reel_tag.reel WHERE \(condition)
        """,
      arguments: arguments)
    var tags: [Int: [Tag]] = [:]
    while let row = try rows.next() {
      guard let facet = Facet(rawValue: row[2]) else { continue }
      let reel: Int = row[0]
      tags[reel, default: []].append(
        Tag(
          facet: facet, value: row[3], role: MovementRole(rawValue: row[4]),
          confidence: Confidence(permille: row[5]), matches: matches[MatchKey(reel: reel, tag: row[1])] ?? []))
    }
    return tags
  }

  private struct MatchKey: Hashable {
    let reel: Int
    let tag: Int
  }

  private func matches(where condition: String, arguments: StatementArguments) throws -> [MatchKey: [Match]] {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT tag_match.reel, tag, evidence, first, past, entry, weight FROM tag_match
        JOIN reel ON reel.id = tag_match.reel WHERE \(condition) ORDER BY tag_match.reel, tag, position
        """,
      arguments: arguments)
    var matches: [MatchKey: [Match]] = [:]
    while let row = try rows.next() {
      let span: (first: Int, past: Int) = (row[3], row[4])
      guard span.first <= span.past else { continue }
      matches[MatchKey(reel: row[0], tag: row[1]), default: []].append(
        Match(evidence: row[2], span: span.first..<span.past, entry: row[5], weight: row[6]))
    }
    return matches
  }
}

extension VideoFacts {
  /// Nil when the row has no video, or numbers that no worker would have sent.
  fileprivate init?(_ row: Row) {
    guard let container: String = row["container"], let codec: String = row["video_codec"],
      let display = PixelSize(width: row["width"] ?? 0, height: row["height"] ?? 0),
      let coded = PixelSize(width: row["coded_width"] ?? 0, height: row["coded_height"] ?? 0)
    else { return nil }
    let rate: (Int?, Int?) = (row["fps_num"], row["fps_den"])
    self.init(
      container: container, durationMilliseconds: row["duration_ms"],
      durationSource: (row["duration_source"] as String?).flatMap { DurationSource(rawValue: $0) },
      firstPictureMilliseconds: row["first_picture_ms"], fileDurationMilliseconds: row["file_duration_ms"],
      displaySize: display, codedSize: coded,
      rotation: row["rotation"] ?? 0, isMirrored: row["mirrored"] ?? false,
      frameRate: FrameRate(numerator: rate.0 ?? 0, denominator: rate.1 ?? 0),
      isVariableFrameRate: row["variable_fps"], videoCodec: codec, profile: row["profile"],
      bitDepth: row["bit_depth"], hdr: (row["hdr"] as String?).flatMap { HDRKind(rawValue: $0) },
      colors: ColorTags(
        primaries: row["color_primaries"], transfer: row["color_transfer"], matrix: row["color_matrix"],
        range: row["color_range"]),
      audioCodec: row["audio_codec"], probe: (row["probe"] as String?).flatMap { ProbePath(rawValue: $0) } ?? .header)
  }
}

extension RecordingDate {
  fileprivate init?(_ row: Row) {
    guard let text: String = row["recorded_text"], let seconds: Int = row["recorded_unix"],
      let source = (row["recorded_source"] as String?).flatMap({ Source(rawValue: $0) })
    else { return nil }
    self.init(text: text, unixSeconds: seconds, source: source)
  }
}
