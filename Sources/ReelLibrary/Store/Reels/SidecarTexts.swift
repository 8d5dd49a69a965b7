import GRDB
import ReelCatalog
import ReelSidecars

/// Reads what the files beside the videos say about a reel.
struct SidecarTexts {
  /// What is beside one reel.
  struct Spoken {
    /// Captions first, then subtitles; each text once, however many files repeat it.
    var evidence: [Evidence] = []
    /// The earliest moment that the texts name, in seconds since 1970.
    var unixSeconds: Int?
    /// Whether the reel is one chapter of a longer video, which the texts inside it describe, too.
    var isChapter = false
  }

  private let texts: SQLStatement
  private let posts: SQLStatement

  /// Nil when no sidecar belongs to any video: then nobody needs to look at each reel.
  init?(ifAnyIn database: Database) throws {
    guard try database.isTrue("SELECT EXISTS(SELECT 1 FROM sidecar_key)") else { return nil }
    // The greatest key that matched: one of a post, which starts with a zero byte, only where no path did.
    texts = try SQLStatement(
      database,
      """
      SELECT source, field, text, recorded_unix, matched, speaking.sidecar FROM (
        SELECT sidecar, record, max(key) AS matched FROM sidecar_key
        WHERE key IN (SELECT stem FROM file WHERE reel = ?1 UNION ALL SELECT path FROM file WHERE reel = ?1
          UNION ALL SELECT file_key.key FROM file JOIN file_key ON file_key.path = file.path WHERE reel = ?1)
        GROUP BY sidecar, record) AS speaking
      JOIN sidecar_record ON sidecar_record.sidecar = speaking.sidecar AND sidecar_record.position = speaking.record
      LEFT JOIN sidecar_text AS text ON text.sidecar = speaking.sidecar AND text.record = speaking.record
      ORDER BY source, speaking.sidecar, speaking.record, text.position
      """)
    posts = try SQLStatement(
      database,
      "SELECT file.path, reel FROM file_key JOIN file ON file.path = file_key.path WHERE key = ? AND NOT gone")
  }

  /// - Parameter paths: The reel's.
  func spoken(ofReel reel: Int, at paths: [PathBytes]) throws -> Spoken {
    var rows: [(evidence: Evidence, matched: SidecarKey, sidecar: PathBytes)] = []
    var spoken = Spoken()
    try texts.forEach(reel) { row in
      if let moment = try row.numberIfAny(3) { spoken.unixSeconds = min(spoken.unixSeconds ?? moment, moment) }
      // A record without texts has one row anyway.
      guard let text = try row.textIfAny(2), let source = EvidenceSource(rawValue: try row.text(0)) else { return }
      let evidence = Evidence(source: source, field: try row.textIfAny(1), text: text)
      rows.append((evidence, SidecarKey(bytes: try row.path(4).bytes), try row.path(5)))
    }
    let parts = paths.flatMap(SidecarKey.parts)
    let titles = rows.first { $0.evidence.field == SidecarText.chapterField }?.evidence.text.split(separator: "\n")
    let title = parts.lazy.compactMap { Self.title(ofChapter: $0.number, in: titles ?? []) }.first
    // Whether the whole has a chapter of the number or of the name; unknown where no chapters are listed.
    let isListed = titles.map { titles in title != nil || parts.contains { titles.contains($0.title[...]) } }
    var seen: Set<String> = []
    for (evidence, matched, sidecar) in rows {
      var evidence = evidence
      if !parts.isEmpty, matched.isOpaque, isListed ?? Self.isOfWhole(sidecar, parts) {
        // Of the whole video's texts only the name of this part is about it. A number that no chapter has is no part's.
        spoken.isChapter = true
        guard evidence.field == SidecarText.chapterField, let title else { continue }
        evidence = Evidence(source: evidence.source, field: "yt-dlp chapter", text: title)
      } else if matched.isPost {
        evidence = try shared(evidence, in: matched, ofReel: reel)
      }
      if seen.insert(evidence.text).inserted { spoken.evidence.append(evidence) }
    }
    return spoken
  }

  /// Nil if the whole has fewer chapters.
  private static func title(ofChapter number: Int, in titles: [Substring]) -> String? {
    number > 0 && number <= titles.count ? String(titles[number - 1]) : nil
  }

  /// Whether a text lies beside the video that a part was cut from, as its name tells.
  private static func isOfWhole(_ sidecar: PathBytes, _ parts: [SidecarKey.Part]) -> Bool {
    let name = sidecar.lastComponent.text
    return parts.contains { name.hasPrefix($0.whole + ".") }
  }

  /// What a post's caption says about one of its videos.
  private func shared(_ evidence: Evidence, in post: SidecarKey, ofReel reel: Int) throws -> Evidence {
    var clips: [(place: Int, reel: Int)] = []
    try posts.forEach(PathBytes(post.bytes)) { row in
      if let place = SidecarKey.placeInPost(try row.path(0)) { clips.append((place, try row.number(1))) }
    }
    clips.sort { $0.place < $1.place }
    guard let own = clips.firstIndex(where: { $0.reel == reel }), let last = clips.last?.place else { return evidence }
    // Pictures of the post are counted in the names, and perhaps in the caption.
    let item =
      PostCaption.item(own + 1, of: clips.count, in: evidence.text)
      ?? PostCaption.item(clips[own].place, of: last, in: evidence.text)
    if let item { return Evidence(source: evidence.source, field: evidence.field, text: item) }
    return clips.count > 1 ? Evidence(source: .post, field: evidence.field, text: evidence.text) : evidence
  }
}
