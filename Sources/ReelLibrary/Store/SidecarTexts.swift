import GRDB
import ReelCatalog

/// Reads what the files beside the videos say about a reel.
struct SidecarTexts {
  private let texts: SQLStatement
  private let date: SQLStatement

  /// Nil when no sidecar speaks for any video: then nobody needs to look at each reel.
  init?(ifAnyIn database: Database) throws {
    guard try Bool.fetchOne(database, sql: "SELECT EXISTS(SELECT 1 FROM sidecar_key)") == true else { return nil }
    texts = try SQLStatement(
      database,
      """
      SELECT DISTINCT source, field, text, text.sidecar, text.record, text.position
      FROM sidecar_key JOIN sidecar_text AS text USING (sidecar, record) WHERE \(Self.joinsReel)
      ORDER BY source, text.sidecar, text.record, text.position
      """)
    date = try SQLStatement(
      database,
      """
      SELECT min(recorded_unix) FROM sidecar_key
      JOIN sidecar_record ON sidecar_record.sidecar = sidecar_key.sidecar AND sidecar_record.position = record
      WHERE \(Self.joinsReel)
      """)
  }

  /// The records that speak for reel `?1`, as a condition on `sidecar_key`.
  private static let joinsReel = """
    key IN (SELECT stem FROM file WHERE reel = ?1 UNION SELECT path FROM file WHERE reel = ?1
      UNION SELECT file_key.key FROM file JOIN file_key ON file_key.path = file.path WHERE reel = ?1)
    """

  /// The texts beside a reel's files: captions first, then subtitles; each text once however many files repeat it.
  func evidence(ofReel reel: Int) throws -> [Evidence] {
    var evidence: [Evidence] = []
    var seen: Set<String> = []
    try texts.forEach(reel) { row in
      let text = row.text(2)
      guard let source = EvidenceSource(rawValue: row.text(0)), seen.insert(text).inserted else { return }
      evidence.append(Evidence(source: source, field: row.textIfAny(1), text: text))
    }
    return evidence
  }

  /// The earliest moment that a sidecar names for a reel, in seconds since 1970.
  func date(ofReel reel: Int) throws -> Int? { try date.first(reel) { $0.numberIfAny(0) } ?? nil }
}
