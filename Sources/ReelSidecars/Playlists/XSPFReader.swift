/// XSPF, with VLC's options where VLC or hipreel wrote them.
enum XSPFReader {
  static func playlist(from bytes: [UInt8]) throws(SidecarError) -> ListedPlaylist {
    let root = try XMLReader.root(of: bytes)
    guard root.localName == "playlist" else { throw SidecarError("is not an XSPF playlist") }
    let lists = root.children.filter { $0.localName == "trackList" }
    return ListedPlaylist(
      title: root.line("title"),
      entries: lists.flatMap(\.children).filter { $0.localName == "track" }.compactMap(entry))
  }

  private static func entry(_ track: XMLElement) -> ListedPlaylist.Entry? {
    guard let location = track.children.first(where: { $0.localName == "location" })?.text.trimmingWhitespace(),
      !location.isEmpty
    else { return nil }
    var entry = ListedPlaylist.Entry(
      PlaylistAddress(reference: Array(location.utf8)), text: ListedText.line(location))
    entry.title = track.line("title")
    entry.group = track.line("creator")
    entry.seconds = track.line("duration").flatMap { Double($0.prefix(24)) }.flatMap {
      ListedNumber.playingSeconds(milliseconds: $0)
    }
    for element in track.descendants where element.name == "vlc:option" { entry.take(vlcOption: element.text) }
    return entry
  }
}

extension XMLElement {
  fileprivate var localName: Substring { name.split(separator: ":").last ?? "" }

  /// The text of the first child of a name, on one line; nil when there is none.
  fileprivate func line(_ name: String) -> String? {
    children.first { $0.localName == name }.map { ListedText.title($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
