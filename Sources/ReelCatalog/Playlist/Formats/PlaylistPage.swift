import FoundationEssentials

/// One self-contained page that plays a routine for the person who does it.
///
/// Everything but the videos is inside: style, script, stills, and the data as JSON. It works from a disk without a
/// server, so the script is a classic one and nothing is fetched. The policy at its head allows this style and this
/// script by their hashes and no other; texts reach the page as text nodes only.
struct PlaylistPage {
  private let playlist: Playlist
  private let stills: [ReelID: [UInt8]]
  private let stillSources: [ReelID: String]
  private let home: String?
  private let source: (Playlist.Entry) -> String

  /// - Parameters:
  ///   - stills: JPEG by reel; a reel without one has no picture.
  ///   - stillSources: Where the stills are that stay outside, as URI references.
  ///   - home: The page it links back to.
  ///   - source: Where the page finds an entry's video, as a URI reference.
  init(
    _ playlist: Playlist, stills: [ReelID: [UInt8]], stillSources: [ReelID: String] = [:], home: String? = nil,
    source: @escaping (Playlist.Entry) -> String
  ) {
    self.playlist = playlist
    self.stills = stills
    self.stillSources = stillSources
    self.home = home
    self.source = source
  }

  static func rendered(
    _ playlist: Playlist, at place: PlaylistPlace, _ options: PlaylistFormat.Options
  ) -> RenderedPlaylist {
    let page = PlaylistPage(
      playlist, stills: options.stills, stillSources: options.stillSources, home: options.home
    ) { entry in
      options.sources[entry.path] ?? place.reference(entry.path, options.entryStyle)
    }
    return RenderedPlaylist(bytes: page.bytes, warnings: [])
  }

  /// The whole document.
  var bytes: [UInt8] {
    var bytes = Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy(linksStills: !stillSources.isEmpty))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(XMLText.escaped(PlaylistTitle.clean(playlist.title)))</title>
      <style>\(Self.style)</style>
      </head>
      \(Self.markup)
      <script id="data" type="application/json">
      """.utf8)
    // `<` can only be inside a JSON string; escaped, it can neither end the element nor open a comment.
    bytes += data.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
    bytes += "</script>\n<script>\(Self.script)</script>\n</body>\n</html>\n".utf8
    return bytes
  }

  /// What the page may do: show its own style, run its own script, and load stills and videos beside it.
  static func policy(linksStills: Bool) -> String {
    [
      "default-src 'none'", "base-uri 'none'", "form-action 'none'",
      linksStills ? "img-src data: 'self' file:" : "img-src data:", "media-src 'self' file:",
      "style-src 'sha256-\(styleHash)'", "script-src 'sha256-\(scriptHash)'",
    ].joined(separator: "; ")
  }

  private var data: [UInt8] {
    let words = PageWords(playlist)
    var json = JSONText(.inline)
    json.object { json in
      json.member("title", PlaylistTitle.clean(playlist.title))
      json.member("seconds", playlist.seconds)
      json.member("home", home)
      json.member("note", playlist.notice.note.isEmpty ? nil : playlist.notice.note)
      json.member("words") { words.write(into: &$0) }
      json.member("steps") { json in json.array { json in playlist.entries.forEach { write($0, words, into: &json) } } }
      json.member("stills") { json in
        json.object { json in
          for reel in Set(playlist.entries.map(\.reel)).sorted() {
            json.member(reel.text, still(of: reel))
          }
        }
      }
    }
    return json.takeBytes()
  }

  private func still(of reel: ReelID) -> String? {
    stills[reel].map { "data:image/jpeg;base64," + Data($0).base64EncodedString() } ?? stillSources[reel]
  }

  private func write(_ entry: Playlist.Entry, _ words: PageWords, into json: inout JSONText) {
    let block = PlaylistTitle.clean(entry.block)
    json.object { json in
      json.member("reel", entry.reel.text)
      json.member("source", source(entry))
      json.member("title", PlaylistTitle.clean(entry.title))
      json.member("block", block.isEmpty ? nil : block)
      json.member("side", entry.side?.rawValue)
      json.member("cue", entry.cue)
      if !entry.cautions.isEmpty {
        json.member("cautions") { json in
          json.array { json in for place in words.places(of: entry.cautions) { json.value(place) } }
        }
      }
      json.member("sets", entry.sets)
      json.member("seconds", entry.seconds)
      json.member("rest", entry.transitionSeconds)
      json.member("startMs", entry.part.lowerBound)
      json.member("endMs", entry.part.upperBound)
    }
  }
}
