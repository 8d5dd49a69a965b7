import GRDB
import MediaFacts

/// Chapters and subtitles: what a file says at which moment.
extension Database {
  /// Replaces what was known with what an examination found.
  func replaceTimedTexts(ofReel reel: Int, _ chapters: [Chapter], _ subtitles: [SubtitleTrack]) throws {
    try run("DELETE FROM chapter WHERE reel = ?", [reel])
    for (position, chapter) in chapters.enumerated() {
      try run(
        "INSERT INTO chapter VALUES (?, ?, ?, ?, ?)",
        [reel, position, chapter.startMilliseconds, chapter.endMilliseconds, chapter.title])
    }
    try run("DELETE FROM subtitle WHERE reel = ?", [reel])
    for (number, track) in subtitles.enumerated() {
      for (position, cue) in track.cues.enumerated() {
        try run(
          "INSERT INTO subtitle VALUES (?, ?, ?, ?, ?, ?, ?)",
          [
            reel, number, position, track.language, cue.startMilliseconds, cue.endMilliseconds, cue.text,
          ])
      }
    }
  }
}

/// Reads chapters and subtitles; most catalogs have none, and then this looks nothing up.
struct TimedTexts {
  private let chapters: SQLStatement?
  private let cues: SQLStatement?

  init(_ database: Database) throws {
    func statement(_ table: String, _ sql: String) throws -> SQLStatement? {
      let isUsed = try database.isTrue("SELECT EXISTS(SELECT 1 FROM \(table))")
      return isUsed ? try SQLStatement(database, sql) : nil
    }
    chapters = try statement(
      "chapter", "SELECT start_ms, end_ms, title FROM chapter WHERE reel = ? ORDER BY position")
    cues = try statement(
      "subtitle", "SELECT track, language, start_ms, end_ms, text FROM subtitle WHERE reel = ? ORDER BY track, position"
    )
  }

  func chapters(ofReel reel: Int) throws -> [Chapter] {
    var found: [Chapter] = []
    try chapters?.forEach(reel) { row in
      found.append(
        Chapter(
          startMilliseconds: try row.number(0, in: WireLimits.milliseconds),
          endMilliseconds: try row.numberIfAny(1, in: WireLimits.milliseconds), title: try row.textIfAny(2)))
    }
    return found
  }

  func subtitles(ofReel reel: Int) throws -> [SubtitleTrack] {
    var tracks: [(number: Int, language: String?, cues: [TimedText])] = []
    // Rows come track by track.
    try cues?.forEach(reel) { row in
      let cue = TimedText(
        startMilliseconds: try row.number(2, in: WireLimits.milliseconds),
        endMilliseconds: try row.numberIfAny(3, in: WireLimits.milliseconds), text: try row.text(4))
      let number = try row.number(0)
      if tracks.last?.number == number {
        tracks[tracks.count - 1].cues.append(cue)
      } else {
        tracks.append((number, try row.textIfAny(1), [cue]))
      }
    }
    return tracks.map { SubtitleTrack(language: $0.language, cues: $0.cues) }
  }
}
