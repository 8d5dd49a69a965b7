/// Writes the old form of Winamp: file, title and length, numbered.
///
/// VLC reads an entry as it does in an m3u8 file; mpv reads only the file names.
enum PLSFormat {
  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var bytes = Array("[playlist]\nNumberOfEntries=\(playlist.entries.count)\n".utf8)
    var warnings: [PlaylistWarning] = []
    for (number, entry) in zip(1..., playlist.entries) {
      let reference = EntryReference(entry.path, at: place, style)
      bytes += Array("File\(number)=".utf8) + reference.bytes
      bytes += "\nTitle\(number)=\(PlaylistTitle.line(entry))\nLength\(number)=\(entry.seconds)\n".utf8
      warnings.note(reference, of: entry.path, style)
    }
    bytes += "Version=2\n".utf8
    warnings.noteParts(of: playlist)
    warnings.notePauses(of: playlist)
    warnings.noteCautions(of: playlist)
    return RenderedPlaylist(bytes: bytes, warnings: warnings)
  }
}
