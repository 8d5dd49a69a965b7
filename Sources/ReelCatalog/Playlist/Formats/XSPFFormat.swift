/// Writes XSPF version 1, an XML form (https://xspf.org/spec).
///
/// Files are URI references, so every name can be written, relative ones too. Times are in milliseconds. VLC's options
/// are in its own extension, which other readers skip. mpv 0.35 does not read the format.
enum XSPFFormat {
  static let vlcApplication = "http://www.videolan.org/vlc/playlist/0"

  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <playlist version="1" xmlns="http://xspf.org/ns/0/" xmlns:vlc="http://www.videolan.org/vlc/playlist/ns/0/">
        <title>\(XMLText.escaped(PlaylistTitle.clean(playlist.title)))</title>
        <trackList>

      """
    for (number, entry) in zip(1..., playlist.entries) {
      text += """
            <track>
              <location>\(XMLText.escaped(place.reference(entry.path, style)))</location>
              <title>\(XMLText.escaped(entry.fullTitle))</title>

        """
      let block = PlaylistTitle.clean(entry.block)
      if !block.isEmpty { text += "      <creator>\(XMLText.escaped(block))</creator>\n" }
      if let note = note(entry) { text += "      <annotation>\(XMLText.escaped(note))</annotation>\n" }
      text += "      <trackNum>\(number)</trackNum>\n      <duration>\(entry.seconds * 1000)</duration>\n"
      let options = PlayerOptions.vlc(entry)
      if !options.isEmpty {
        text += "      <extension application=\"\(vlcApplication)\">\n"
        for option in options { text += "        <vlc:option>\(option)</vlc:option>\n" }
        text += "      </extension>\n"
      }
      text += "    </track>\n"
    }
    text += "  </trackList>\n</playlist>\n"
    var warnings: [PlaylistWarning] = []
    warnings.notePauses(of: playlist)
    return RenderedPlaylist(bytes: Array(text.utf8), warnings: warnings)
  }

  /// More about an entry, such as `2 sets, then 5 s of rest; take care: bends the hip deeply`.
  static func note(_ entry: Playlist.Entry) -> String? {
    var parts: [String] = []
    if entry.sets > 1 { parts.append("\(entry.sets) sets") }
    if entry.transitionSeconds > 0 { parts.append("then \(entry.transitionSeconds) s of rest") }
    let care = entry.cautions.map { "take care: \($0["en"])" }
    let notes = (parts.isEmpty ? [] : [parts.joined(separator: ", ")]) + care
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}
