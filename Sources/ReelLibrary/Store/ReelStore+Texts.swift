import GRDB
import MediaFacts

/// Chapters and subtitles: what a file says at which moment.
extension Database {
  /// Puts what an examination found in the place of what was known.
  func replaceTimedTexts(ofReel reel: Int, _ chapters: [Chapter], _ subtitles: [SubtitleTrack]) throws {
    try execute(sql: "DELETE FROM chapter WHERE reel = ?", arguments: [reel])
    for (position, chapter) in chapters.enumerated() {
      try execute(
        sql: "INSERT INTO chapter VALUES (?, ?, ?, ?, ?)",
        arguments: [reel, position, chapter.startMilliseconds, chapter.endMilliseconds, chapter.title])
    }
    try execute(sql: "DELETE FROM subtitle WHERE reel = ?", arguments: [reel])
    for (number, track) in subtitles.enumerated() {
      for (position, cue) in track.cues.enumerated() {
        try execute(
          sql: "INSERT INTO subtitle VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            reel, number, position, track.language, cue.startMilliseconds, cue.endMilliseconds, cue.text,
          ])
      }
    }
  }

  /// The chapters of reels, by their row numbers.
  func chapters(where condition: String, arguments: StatementArguments) throws -> [Int: [Chapter]] {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT chapter.reel, start_ms, end_ms, title FROM chapter JOIN reel ON reel.id = chapter.reel
        WHERE \(condition) ORDER BY chapter.reel, position
        """,
      arguments: arguments)
    var chapters: [Int: [Chapter]] = [:]
    while let row = try rows.next() {
      chapters[row[0], default: []].append(
        Chapter(startMilliseconds: row[1], endMilliseconds: row[2], title: row[3]))
    }
    return chapters
  }

  /// The subtitle tracks of reels, by their row numbers.
  func subtitles(where condition: String, arguments: StatementArguments) throws -> [Int: [SubtitleTrack]] {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT subtitle.reel, track, language, start_ms, end_ms, text FROM subtitle
        JOIN reel ON reel.id = subtitle.reel WHERE \(condition) ORDER BY subtitle.reel, track, position
        """,
      arguments: arguments)
    // Rows come track by track.
    var tracks: [(reel: Int, number: Int, language: String?, cues: [TimedText])] = []
    while let row = try rows.next() {
      let cue = TimedText(startMilliseconds: row[3], endMilliseconds: row[4], text: row[5])
      if let last = tracks.last, last.reel == row[0], last.number == row[1] {
        tracks[tracks.count - 1].cues.append(cue)
      } else {
        tracks.append((row[0], row[1], row[2], [cue]))
      }
    }
    return Dictionary(grouping: tracks, by: \.reel).mapValues { tracks in
      tracks.map { SubtitleTrack(language: $0.language, cues: $0.cues) }
    }
  }
}
