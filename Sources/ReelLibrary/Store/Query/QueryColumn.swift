import ReelCatalog

/// Where the store keeps each field of the query language.
///
/// What the person said of a reel is in the log, and `said` is a row of it: see `QueryCondition.said`.
enum QueryColumn {
  private static func fact(_ column: FactColumn) -> String { "reel.\(column.name)" }

  /// - Parameter table: Whose `path_text` a path, a folder or a name is from: `reel` or `copy_path`.
  static func text(_ field: QueryField.Text, in table: String = "reel") -> String {
    let path = "\(table).path_text"
    // The path up to its last slash: what is left when all characters but slashes are taken off its end.
    let parent = "rtrim(\(path), replace(\(path), '/', ''))"
    return switch field {
    case .id: "reel.key"
    case .path: path
    case .folder: "substr(\(path), 1, length(\(parent)) - 1)"
    case .name: "substr(\(path), length(\(parent)) + 1)"
    case .note: "said.text"
    case .onScreen: "screen_text.text"
    case .codec: fact(.codec)
    case .alike: "(SELECT exercise FROM alike WHERE alike.reel = reel.id)"
    case .audio: fact(.audioCodec)
    case .container: fact(.container)
    case .oshash: fact(.oshash)
    }
  }

  static func number(_ field: QueryField.Number) -> String {
    switch field {
    case .duration: fact(.duration)
    case .width: fact(.width)
    case .height: fact(.height)
    case .size: "reel.byte_count"
    case .rotation: fact(.rotation)
    case .fps: "(\(fact(.rateNumerator)) * 1000 / \(fact(.rateDenominator)))"
    case .rating: "said.number"
    case .reps: "(SELECT repetitions FROM seen WHERE seen.reel = reel.id)"
    case .confidence: "(SELECT confidence FROM reel_tagging WHERE reel_tagging.reel = reel.id)"
    }
  }

  /// What the person said last on a matter; NULL when nothing.
  static func lastWord(_ column: String, on matter: EditFields.Action) -> String {
    """
    (SELECT \(column) FROM standing_edit WHERE standing_edit.action = '\(matter.rawValue)' AND standing_edit.reel = reel.id
      ORDER BY sequence DESC LIMIT 1)
    """
  }

  static func date(_ field: QueryField.Date) -> String {
    switch field {
    case .recorded: fact(.recordedUnix)
    case .added: "reel.added_unix"
    }
  }

  /// What the clock showed where the reel was recorded, in seconds since 1970-01-01T00:00 on it: as
  /// `RecordingDate.wallSeconds`.
  static func recordedWall(_ now: QueryNow) -> String {
    let (unix, text) = (fact(.recordedUnix), fact(.recordedText))
    let later = now.changes.dropFirst().reversed().map { "WHEN \(unix) >= \($0.unixSeconds) THEN \($0.secondsFromUTC)" }
    let first = now.changes.first?.secondsFromUTC ?? now.secondsFromUTC
    let offset = later.isEmpty ? "\(first)" : "(CASE \(later.joined(separator: " ")) ELSE \(first) END)"
    return """
      (\(unix) + CASE WHEN \(text) LIKE '%Z' THEN \(offset) WHEN length(\(text)) < 25 THEN 0
        ELSE (substr(\(text), -6, 1) || (substr(\(text), -5, 2) * 3600 + substr(\(text), -2) * 60)) END)
      """
  }
}
