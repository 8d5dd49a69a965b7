import Foundation
import MediaFacts
import ReelCatalog
import TestMedia
import TestSupport
import Testing

/// A folder of very short videos whose names mean something to some reader of playlists.
struct AwkwardReels {
  static let names: [PathBytes] =
    [
      "plain.mp4", "a b.mp4", " lead.mp4", "trail.mp4 ", "#hash.mp4", "in#side.mp4", "q?x.mp4", "p%41.mp4",
      "100%.mp4", "%23.mp4", "colon:x.mp4", "http:x.mp4", "file:x.mp4", "concat:a|b.mp4", "quote'n.mp4",
      "double\"quote.mp4", "back\\slash.mp4", "émoji🦵.mp4", "cafe\u{301}.mp4", "عربي \u{202E}4pm.mp4",
      "line\nbreak.mp4", "carriage\rreturn.mp4", "tab\there.mp4", "~home.mp4", "~", "-dash.mp4", "--help.mp4",
      "comma,semi;.mp4", "equals=bang!.mp4", "[brackets].mp4", "{braces}$HOME`id`.mp4", "]]>&amp;.mp4",
      "</script>.mp4", "#EXTVLCOPT:sout=x.mp4", "#EXT-X-VERSION:3.mp4", "line\u{2028}end.mp4", "nel\u{85}.mp4",
      "esc\u{1B}[31m.mp4", "sub folder/#1?.mp4", "..dots..mp4", "+plus&.mp4", "*glob[a].mp4", "still%03d.mp4",
      String(repeating: "long-", count: 45) + ".mp4",
    ].map { PathBytes($0) } + [PathBytes([0xFF, 0xFE] + Array(" raw.mp4".utf8))]

  let folder: TemporaryFolder
  let reels: [Reel]

  /// - Parameter frames: At 25 a second. VLC waits longer and longer after entries that end at once.
  init(_ names: [PathBytes] = Self.names, frames: Int = 9) throws {
    folder = try TemporaryFolder()
    var video = TestVideo()
    video.frameCount = frames
    video.framesPerSecond = 25
    let sample = folder.path(of: "sample")
    try video.write(to: sample)
    let bytes = try folder.read("sample")
    try FileManager.default.removeItem(atPath: sample)
    let size = try #require(PixelSize(width: 64, height: 48))
    var reels: [Reel] = []
    for (number, name) in names.enumerated() {
      if !name.parent.bytes.isEmpty {
        try FileManager.default.createDirectory(
          atPath: folder.path(of: name.parent.text), withIntermediateDirectories: true)
      }
      try folder.write(bytes, toRawName: name.bytes)
      reels.append(
        Reel(
          id: try #require(ReelID(String(String(number + 0x1000_0000_0000, radix: 16).suffix(12)))), paths: [name],
          status: .ok, byteCount: bytes.count,
          video: VideoFacts(
            container: "mov", durationMilliseconds: frames * 40, displaySize: size, codedSize: size,
            videoCodec: "mpeg4")))
    }
    self.reels = reels
    root = PathBytes(folder.url.resolvingSymlinksInPath().path(percentEncoded: false).trimmingSlash)
  }

  /// The folder's real path.
  let root: PathBytes

  var playlist: Playlist { Playlist(titled: "Awkward", reels: reels, vocabulary: .standard) }

  /// Writes a playlist into the folder.
  func write(
    _ playlist: Playlist? = nil, as format: PlaylistFormat, _ style: EntryStyle = .auto
  ) throws -> RenderedPlaylist {
    let rendered = format.rendered(
      playlist ?? self.playlist, at: PlaylistPlace(reelFolder: root, playlistFolder: root),
      PlaylistFormat.Options(entryStyle: style))
    try folder.write(rendered.bytes, to: "list.\(format.rawValue)")
    return rendered
  }

  /// The absolute path of a name.
  func path(_ name: PathBytes) -> [UInt8] { root.bytes + [UInt8(ascii: "/")] + name.bytes }
}

extension String {
  fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
