/// Writes the playlist that VLC, mpv and Kodi read alike.
///
/// The rules were found by trying the players (docs/PLANNER.md): UTF-8 without a byte order mark, `#EXTM3U` first,
/// whole seconds, and VLC's options only where the default is not meant. mpv ignores those options.
enum M3U8Format {
  static func rendered(_ playlist: Playlist, at place: PlaylistPlace) -> RenderedPlaylist {
    var bytes = Array("#EXTM3U\n".utf8)
    var warnings: [PlaylistWarning] = []
    for entry in playlist.entries {
      let reference = EntryReference(entry.path, at: place)
      bytes += lines(entry).joined().utf8
      bytes += reference.bytes + [UInt8(ascii: "\n")]
      let warning = PlaylistWarning.notPortable(entry.path)
      if !reference.isPortable, !warnings.contains(warning) { warnings.append(warning) }
    }
    let pauses = playlist.entries.reduce(0) { $0 + $1.transitionSeconds }
    if pauses > 0 { warnings.append(.withoutPauses(seconds: pauses)) }
    return RenderedPlaylist(bytes: bytes, warnings: warnings)
  }

  private static func lines(_ entry: Playlist.Entry) -> [String] {
    var lines = ["#EXTINF:\(entry.seconds),\(PlaylistTitle.line(entry))\n"]
    if entry.part.lowerBound > 0 { lines.append("#EXTVLCOPT:start-time=\(seconds(entry.part.lowerBound))\n") }
    if entry.isCut { lines.append("#EXTVLCOPT:stop-time=\(seconds(entry.part.upperBound))\n") }
    // VLC counts the plays after the first one.
    if entry.plays > 1 { lines.append("#EXTVLCOPT:input-repeat=\(entry.plays - 1)\n") }
    return lines
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000 + 1000).dropFirst()
    return "\(milliseconds / 1000).\(rest)"
  }
}
