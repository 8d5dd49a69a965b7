import MediaFacts

/// Writes the list of ffmpeg's `concat` demuxer, to make one video of the playlist:
/// `ffmpeg -f concat -safe 0 -i desk.ffconcat desk.mp4`.
///
/// Names are plain paths in single quotes, not decoded in any way; a line break can't be written
/// (https://ffmpeg.org/ffmpeg-formats.html#concat).
enum FFConcatFormat {
  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var bytes = Array("ffconcat version 1.0\n".utf8)
    var warnings: [PlaylistWarning] = []
    for entry in playlist.entries {
      guard !entry.path.bytes.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
        warnings.note(.leftOut(entry.path))
        continue
      }
      bytes += "# \(PlaylistTitle.line(entry))\n".utf8
      for pass in entry.passes {
        bytes += Array("file '".utf8) + name(entry.path, at: place, style) + Array("'\n".utf8)
        if pass.lowerBound > 0 { bytes += "inpoint \(PlayerOptions.seconds(pass.lowerBound))\n".utf8 }
        if entry.isCut || pass.upperBound < entry.part.upperBound {
          bytes += "outpoint \(PlayerOptions.seconds(pass.upperBound))\n".utf8
        }
      }
    }
    warnings.notePauses(of: playlist)
    warnings.noteCautions(of: playlist)
    if Set(playlist.entries.map { Shape($0.video) }).count > 1 { warnings.note(.mixedVideos) }
    return RenderedPlaylist(bytes: bytes, warnings: warnings)
  }

  /// `./` keeps the name from being taken for a protocol or a fragment.
  private static func name(_ path: PathBytes, at place: PlaylistPlace, _ style: EntryStyle) -> [UInt8] {
    let name =
      switch style {
      case .auto, .relative: Array("./".utf8) + place.relative(path)
      case .uri, .absolute: place.absolute(path)
      }
    return name.flatMap { $0 == UInt8(ascii: "'") ? Array("'\\''".utf8) : [$0] }
  }

  /// What must be alike in videos to join them without decoding.
  private struct Shape: Hashable {
    let codec: String?
    let width: Int?
    let height: Int?
    let rotation: Int?
    let sound: String?

    init(_ video: VideoFacts?) {
      codec = video?.videoCodec
      width = video?.codedSize.width
      height = video?.codedSize.height
      rotation = video?.rotation
      sound = video?.audioCodec
    }
  }
}
