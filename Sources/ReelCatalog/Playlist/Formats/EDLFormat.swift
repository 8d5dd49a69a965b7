/// Writes mpv's edit list: one seekable timeline with exact loops and cuts, a chapter for every stretch.
///
/// Every value is written with its length in bytes before it, so nothing in a name or a title counts as punctuation
/// (https://github.com/mpv-player/mpv/blob/master/DOCS/edl-mpv.rst).
enum EDLFormat {
  private static let mostBytes = 1_000_000

  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var bytes = Array("# mpv EDL v0\n".utf8)
    for entry in playlist.entries {
      let name = quoted(name(entry.path, at: place, style))
      let title = quoted(Array(PlaylistTitle.line(entry).utf8))
      for pass in entry.passes {
        let times = "\(PlayerOptions.seconds(pass.lowerBound)),\(PlayerOptions.seconds(pass.count))"
        bytes += name + Array(",\(times),title=".utf8) + title + [UInt8(ascii: "\n")]
      }
    }
    var warnings: [PlaylistWarning] = []
    warnings.notePauses(of: playlist)
    warnings.noteCautions(of: playlist)
    if bytes.count > mostBytes { warnings.note(.tooLong) }
    return RenderedPlaylist(bytes: bytes, warnings: warnings)
  }

  private static func name(_ path: PathBytes, at place: PlaylistPlace, _ style: EntryStyle) -> [UInt8] {
    switch style {
    case .auto, .relative: EntryReference.guarded(place.relative(path))
    case .uri: place.uri(path)
    case .absolute: place.absolute(path)
    }
  }

  private static func quoted(_ value: [UInt8]) -> [UInt8] { Array("%\(value.count)%".utf8) + value }
}
