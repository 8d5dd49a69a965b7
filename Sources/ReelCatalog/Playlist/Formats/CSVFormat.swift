/// Writes a table for spreadsheets, by RFC 4180: a line of names, then a line per entry.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front, which it takes for "this is text".
enum CSVFormat {
  private static let names = [
    "number", "block", "title", "side", "cue", "sets", "seconds", "rest_seconds", "start_ms", "end_ms", "plays",
    "exercise", "reel", "file", "cautions",
  ]

  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var text = CSVText.line(names)
    for (number, entry) in zip(1..., playlist.entries) {
      let cells = [
        "\(number)", entry.block, entry.title, entry.side?.rawValue ?? "", entry.cue ?? "",
        "\(entry.sets)", "\(entry.seconds)", "\(entry.transitionSeconds)", "\(entry.part.lowerBound)",
        "\(entry.part.upperBound)", "\(entry.plays)", entry.exercise ?? "", entry.reel.text,
        file(entry.path, at: place, style), entry.cautions.map { $0["en"] }.joined(separator: "; "),
      ]
      text += CSVText.line(cells)
    }
    return RenderedPlaylist(bytes: Array(text.utf8), warnings: [])
  }

  /// A path if it is text, else a URI, which always is.
  private static func file(_ path: PathBytes, at place: PlaylistPlace, _ style: EntryStyle) -> String {
    let bytes =
      switch style {
      case .auto, .relative: place.relative(path)
      case .absolute: place.absolute(path)
      case .uri: place.uri(path)
      }
    return String(validating: bytes, as: UTF8.self) ?? place.reference(path, .uri)
  }
}
