/// The forms in which a playlist can be written.
public enum PlaylistFormat: String, Sendable, CaseIterable {
  /// For players: VLC, mpv, Kodi.
  case m3u8
  /// For programs: everything that is known (docs/PLANNER.md).
  case json

  /// Writes a playlist, ready to be put into a file.
  public func rendered(_ playlist: Playlist, at place: PlaylistPlace) -> RenderedPlaylist {
    switch self {
    case .m3u8: M3U8Format.rendered(playlist, at: place)
    case .json: RenderedPlaylist(bytes: JSONPlaylist.bytes(playlist), warnings: [])
    }
  }
}

/// A written playlist, and what the reader of a message should know about it.
public struct RenderedPlaylist: Sendable, Equatable {
  public let bytes: [UInt8]
  /// In the order of the entries, each once.
  public let warnings: [PlaylistWarning]
}

/// What a written playlist cannot do.
public enum PlaylistWarning: Sendable, Hashable {
  /// The file's name can only be written as an absolute URI, so the entry breaks when the folder moves.
  case notPortable(PathBytes)
  /// The format has no pauses between entries, which the plan counts with so many seconds.
  case withoutPauses(seconds: Int)
}
