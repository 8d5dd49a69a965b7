/// JSPF: XSPF's form in JSON. Members of another kind than expected count as absent.
enum JSPFReader {
  static func playlist(from bytes: [UInt8]) throws(SidecarError) -> ListedPlaylist {
    let list = try SidecarJSON.decode(Document.self, from: bytes).playlist
    return ListedPlaylist(title: list.title.flatMap(text), entries: list.tracks.compactMap(entry))
  }

  private static func entry(_ track: Track) -> ListedPlaylist.Entry? {
    guard let location = track.location?.trimmingWhitespace(), !location.isEmpty else { return nil }
    var entry = ListedPlaylist.Entry(
      PlaylistAddress(reference: Array(location.utf8)), text: ListedText.line(location))
    entry.title = track.title.flatMap(text)
    entry.group = track.creator.flatMap(text)
    entry.seconds = track.duration.flatMap { ListedNumber.playingSeconds(milliseconds: $0) }
    for option in track.options { entry.take(vlcOption: option) }
    return entry
  }

  private static func text(_ text: String) -> String? {
    let line = ListedText.title(text)
    return line.isEmpty ? nil : line
  }

  private struct Document: Decodable { let playlist: List }

  private struct List: Decodable {
    let title: String?
    let tracks: [Track]

    private enum Key: String, CodingKey { case title, track }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      title = members.lenient(String.self, .title)
      tracks = members.lenientList(of: Track.self, .track)
    }
  }

  private struct Track: Decodable {
    let location: String?
    let title: String?
    let creator: String?
    /// In milliseconds.
    let duration: Double?
    let options: [String]

    private enum Key: String, CodingKey { case location, title, creator, duration, `extension` }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      location = members.lenientList(of: String.self, .location).first ?? members.lenient(String.self, .location)
      title = members.lenient(String.self, .title)
      creator = members.lenient(String.self, .creator)
      duration = members.lenientNumber(.duration)
      let extensions = members.lenient([String: Lenient<[Lenient<Extension>]>].self, .extension) ?? [:]
      options = (extensions[JSPFReader.application]?.value ?? []).flatMap { $0.value?.option ?? [] }
    }
  }

  private struct Extension: Decodable { let option: [String]? }

  private static let application = "http://www.videolan.org/vlc/playlist/0"
}
