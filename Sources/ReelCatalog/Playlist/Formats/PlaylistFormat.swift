/// The formats of a playlist.
public enum PlaylistFormat: String, Sendable, CaseIterable {
  /// For players: VLC, mpv, Kodi.
  case m3u8
  /// For VLC and for other programs: XML with everything encoded.
  case xspf
  /// The same for programs that prefer JSON.
  case jspf
  /// For players that read nothing else.
  case pls
  /// One timeline for mpv, with exact loops and cuts.
  case edl
  /// One timeline for ffmpeg, to make a single video of it.
  case ffconcat
  /// A table for spreadsheets.
  case csv
  /// A page for the person who does the routine.
  case html
  /// For programs: everything that is known (docs/PLANNER.md).
  case json

  /// The format that a file's ending stands for; nil if it stands for none.
  public init?(ending: String) {
    switch ending {
    case "m3u": self = .m3u8
    case "htm": self = .html
    default: self.init(rawValue: ending)
    }
  }

  /// How a playlist is written.
  public struct Options: Sendable {
    public var entryStyle: EntryStyle
    /// The stills that a page shows, as JPEG, by reel.
    public var stills: [ReelID: [UInt8]]
    /// Where a page finds videos that are elsewhere, as URI references, by path.
    public var sources: [PathBytes: String]
    /// Where a page finds stills that aren't inside it, as URI references, by reel.
    public var stillSources: [ReelID: String]
    /// The page that a page links back to, as a URI reference; nil if it is on its own.
    public var home: String?

    public init(
      entryStyle: EntryStyle = .auto, stills: [ReelID: [UInt8]] = [:], sources: [PathBytes: String] = [:],
      stillSources: [ReelID: String] = [:], home: String? = nil
    ) {
      self.entryStyle = entryStyle
      self.stills = stills
      self.sources = sources
      self.stillSources = stillSources
      self.home = home
    }
  }

  /// The policy at the head of an `html` playlist with stills beside it: what a server sends must allow as much.
  public static var pagePolicy: String { PlaylistPage.policy(linksStills: true) }

  /// Writes a playlist, ready to be put into a file.
  public func rendered(
    _ playlist: Playlist, at place: PlaylistPlace, _ options: Options = Options()
  ) -> RenderedPlaylist {
    let style = options.entryStyle
    switch self {
    case .m3u8: return M3U8Format.rendered(playlist, at: place, style)
    case .xspf: return XSPFFormat.rendered(playlist, at: place, style)
    case .jspf: return JSPFFormat.rendered(playlist, at: place, style)
    case .pls: return PLSFormat.rendered(playlist, at: place, style)
    case .edl: return EDLFormat.rendered(playlist, at: place, style)
    case .ffconcat: return FFConcatFormat.rendered(playlist, at: place, style)
    case .csv: return CSVFormat.rendered(playlist, at: place, style)
    case .html: return PlaylistPage.rendered(playlist, at: place, options)
    case .json: return RenderedPlaylist(bytes: JSONPlaylist.bytes(playlist), warnings: [])
    }
  }
}

/// A written playlist, and what to warn the user about.
public struct RenderedPlaylist: Sendable, Equatable {
  public let bytes: [UInt8]
  /// In the order of the entries, each once.
  public let warnings: [PlaylistWarning]
}
