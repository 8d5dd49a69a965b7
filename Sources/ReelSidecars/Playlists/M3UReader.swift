/// M3U and M3U8: one entry per line, with what is known about it in the comments before it.
enum M3UReader {
  static func playlist(from bytes: [UInt8]) throws(SidecarError) -> ListedPlaylist {
    var playlist = ListedPlaylist()
    var comments: [ArraySlice<UInt8>] = []
    for line in try PlaylistReader.lines(of: bytes) {
      guard line.first == UInt8(ascii: "#") else {
        guard playlist.entries.count < ListedPlaylist.mostEntries else { throw PlaylistReader.tooLong }
        var entry = ListedPlaylist.Entry(
          PlaylistAddress(line: Array(line)), text: ListedText.line(TextDecoding.decoded(Array(line))))
        for comment in comments { take(comment, for: &entry) }
        comments = []
        playlist.entries.append(entry)
        continue
      }
      if let title = value(of: "#PLAYLIST:", in: line) {
        playlist.title = ListedText.title(title)
      } else if comments.count < 32 {
        comments.append(line)
      }
    }
    return playlist
  }

  private static func take(_ comment: ArraySlice<UInt8>, for entry: inout ListedPlaylist.Entry) {
    if let option = value(of: "#EXTVLCOPT:", in: comment) {
      entry.take(vlcOption: option)
    } else if let info = value(of: "#EXTINF:", in: comment), let comma = titleComma(in: info) {
      let number = info[..<comma].prefix { $0 != " " }
      entry.seconds = Double(number.prefix(24)).flatMap { ListedNumber.playingSeconds(milliseconds: $0 * 1000) }
      entry.take(lineTitle: String(info[info.index(after: comma)...]))
    }
  }

  /// The comma before the title: attributes in front of it hold commas between quotes.
  private static func titleComma(in info: String) -> String.Index? {
    var isQuoted = false
    return info.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character == "," && !isQuoted
    } ?? info.firstIndex(of: ",")
  }

  private static func value(of key: String, in line: ArraySlice<UInt8>) -> String? {
    guard line.count >= key.utf8.count,
      String(decoding: line.prefix(key.utf8.count), as: UTF8.self).uppercased() == key
    else { return nil }
    return TextDecoding.decoded(Array(line.dropFirst(key.utf8.count)))
  }
}
