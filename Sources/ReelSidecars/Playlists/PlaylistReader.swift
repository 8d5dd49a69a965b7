/// Reads the playlists of players: M3U, PLS, XSPF and JSPF.
public enum PlaylistReader {
  /// - Parameter ending: The file's extension; if it is not a playlist's, the content decides.
  /// - Throws: `SidecarError` for a file that is none of them, or larger than a playlist can be.
  public static func playlist(_ bytes: [UInt8], ending: String?) throws(SidecarError) -> ListedPlaylist {
    guard bytes.count <= ListedPlaylist.byteLimit else {
      throw SidecarError("is longer than \(ListedPlaylist.byteLimit >> 20) MiB")
    }
    let playlist =
      switch form(bytes, ending: ending) {
      case .m3u: try M3UReader.playlist(from: bytes)
      case .pls: try PLSReader.playlist(from: bytes)
      case .xspf: try XSPFReader.playlist(from: bytes)
      case .jspf: try JSPFReader.playlist(from: bytes)
      }
    guard playlist.entries.count <= ListedPlaylist.mostEntries else { throw tooLong }
    return playlist
  }

  static var tooLong: SidecarError { SidecarError("has more than \(ListedPlaylist.mostEntries) entries") }

  private enum Form { case m3u, pls, xspf, jspf }

  private static func form(_ bytes: [UInt8], ending: String?) -> Form {
    switch ending {
    case "m3u", "m3u8": return .m3u
    case "pls": return .pls
    case "xspf": return .xspf
    case "jspf": return .jspf
    default: break
    }
    let head = TextDecoding.decoded(Array(bytes.prefix(4096))).trimmingWhitespace()
    if head.hasPrefix("<") { return .xspf }
    if head.hasPrefix("{") { return .jspf }
    return head.prefix(10).lowercased() == "[playlist]" ? .pls : .m3u
  }

  /// The lines of a file as bytes, without white space at their ends; empty ones are left out.
  ///
  /// - Throws: `SidecarError` for more lines than a playlist can have.
  static func lines(of bytes: [UInt8]) throws(SidecarError) -> [ArraySlice<UInt8>] {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let bytes = isUTF16 ? Array(TextDecoding.decoded(bytes).utf8) : bytes
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let lines = content.split(maxSplits: mostLines) { $0 == 0x0A || $0 == 0x0D }
    guard lines.count <= mostLines else { throw SidecarError("has more than \(mostLines) lines") }
    return lines.map(trimmed).filter { !$0.isEmpty }
  }

  private static let mostLines = 200_000

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let rest = bytes.drop(while: isSpace)
    guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return [] }
    return rest[...last]
  }
}
