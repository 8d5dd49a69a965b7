import GRDB
import ReelCatalog

/// Reads what the files beside the videos say about a reel.
struct SidecarTexts {
  private let texts: SQLStatement

  /// Nil when no sidecar belongs to any video: then nobody needs to look at each reel.
  init?(ifAnyIn database: Database) throws {
    guard try database.isTrue("SELECT EXISTS(SELECT 1 FROM sidecar_key)") else { return nil }
    texts = try SQLStatement(
      database,
      """
      SELECT source, field, text, recorded_unix FROM (
        SELECT DISTINCT sidecar, record FROM sidecar_key
        WHERE key IN (SELECT stem FROM file WHERE reel = ?1 UNION ALL SELECT path FROM file WHERE reel = ?1
          UNION ALL SELECT file_key.key FROM file JOIN file_key ON file_key.path = file.path WHERE reel = ?1)) AS speaking
      JOIN sidecar_record ON sidecar_record.sidecar = speaking.sidecar AND sidecar_record.position = speaking.record
      LEFT JOIN sidecar_text AS text ON text.sidecar = speaking.sidecar AND text.record = speaking.record
      ORDER BY source, speaking.sidecar, speaking.record, text.position
      """)
  }

  /// What the files beside a reel's file say: captions first, then subtitles; each text once, however many files repeat it.
  ///
  /// - Returns: The texts, and the earliest moment that they name, in seconds since 1970.
  func spoken(ofReel reel: Int) throws -> (evidence: [Evidence], unixSeconds: Int?) {
    var evidence: [Evidence] = []
    var seen: Set<String> = []
    var earliest: Int?
    try texts.forEach(reel) { row in
      if let moment = try row.numberIfAny(3) { earliest = min(earliest ?? moment, moment) }
      // A record without texts has one row anyway.
      guard let text = try row.textIfAny(2), let source = EvidenceSource(rawValue: try row.text(0)),
        seen.insert(text).inserted
      else { return }
      evidence.append(Evidence(source: source, field: try row.textIfAny(1), text: text))
    }
    return (evidence, earliest)
  }
}
