import ReelCatalog

/// Kodi's `.nfo`: plot, title, tags and genres of a film, a music video or an episode.
enum KodiReader {
  /// - Returns: Nothing for a file with only a web address, which Kodi also allows.
  static func texts(from bytes: [UInt8]) throws(SidecarError) -> [SidecarText?] {
    let text = TextDecoding.decoded(bytes).trimmingWhitespace()
    if text.isEmpty || text.hasPrefix("http://") || text.hasPrefix("https://") { return [] }
    let root = try XMLReader.root(of: Array(text.utf8))
    guard ["movie", "musicvideo", "episodedetails", "video"].contains(root.name) else { return [] }
    func all(_ name: String) -> String {
      root.children(name).map { $0.text.trimmingWhitespace() }.joined(separator: ", ")
    }
    return [
      SidecarText("Kodi plot", root.text(of: "plot")),
      SidecarText("Kodi outline", root.text(of: "outline") == root.text(of: "plot") ? nil : root.text(of: "outline")),
      SidecarText("Kodi tag", all("tag")),
      SidecarText("Kodi genre", all("genre")),
      SidecarText("Kodi title", root.text(of: "title")),
    ]
  }
}
