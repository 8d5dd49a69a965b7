/// Writes the playlist that VLC, mpv and Kodi read alike.
///
/// The rules were found by trying the players (docs/PLANNER.md): UTF-8 without a byte order mark, `#EXTM3U` first,
/// whole seconds, and VLC's options only where they differ from the default. mpv ignores those options.
enum M3U8Format {
  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var bytes = Array("#EXTM3U\n".utf8)
    var warnings: [PlaylistWarning] = []
    for entry in playlist.entries {
      let reference = EntryReference(entry.path, at: place, style)
      bytes += "#EXTINF:\(entry.seconds),\(PlaylistTitle.line(entry))\n".utf8
      for option in PlayerOptions.vlc(entry) { bytes += "#EXTVLCOPT:\(option)\n".utf8 }
      bytes += reference.bytes + [UInt8(ascii: "\n")]
      warnings.note(reference, of: entry.path, style)
    }
    warnings.notePauses(of: playlist)
    warnings.noteCautions(of: playlist)
    return RenderedPlaylist(bytes: bytes, warnings: warnings)
  }
}
