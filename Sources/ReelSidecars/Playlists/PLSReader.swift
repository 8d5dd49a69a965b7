/// PLS: `File1=`, `Title1=` and `Length1=`, by their numbers.
enum PLSReader {
  static func playlist(from bytes: [UInt8]) throws(SidecarError) -> ListedPlaylist {
    var fields: [Int: [String: ArraySlice<UInt8>]] = [:]
    for line in try PlaylistReader.lines(of: bytes) {
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: PlaylistReader.trimmed(line[..<sign].prefix(64)), as: UTF8.self).lowercased()
      let name = key.prefix { !("0"..."9").contains($0) }
      guard ["file", "title", "length"].contains(name), let number = Int(key.dropFirst(name.count)), number >= 0
      else { continue }
      guard fields[number] != nil || fields.count < ListedPlaylist.mostEntries else { throw PlaylistReader.tooLong }
      fields[number, default: [:]][String(name)] = PlaylistReader.trimmed(line[(sign + 1)...])
    }
    let entries = fields.sorted { $0.key < $1.key }.compactMap { _, fields in entry(fields) }
    return ListedPlaylist(entries: entries)
  }

  private static func entry(_ fields: [String: ArraySlice<UInt8>]) -> ListedPlaylist.Entry? {
    guard let file = fields["file"], !file.isEmpty else { return nil }
    var entry = ListedPlaylist.Entry(
      PlaylistAddress(line: Array(file)), text: ListedText.line(TextDecoding.decoded(Array(file))))
    if let title = fields["title"] { entry.take(lineTitle: TextDecoding.decoded(Array(title))) }
    if let length = fields["length"] {
      let number = Double(String(decoding: length.prefix(24), as: UTF8.self))
      entry.seconds = number.flatMap { ListedNumber.playingSeconds(milliseconds: $0 * 1000) }
    }
    return entry
  }
}
