/// How a playlist names a file.
///
/// VLC reads an entry as a URI reference, mpv as a plain path: a relative plain path serves both as long as nothing in
/// it means something in a URI. Everything else is written as an absolute `file` URI, which both understand.
struct EntryReference: Equatable {
  let bytes: [UInt8]
  /// Whether the entry still works when the folder moves as a whole.
  let isPortable: Bool

  init(_ path: PathBytes, at place: PlaylistPlace) {
    let relative = place.relative(path)
    isPortable = Self.isPlain(relative)
    bytes = isPortable ? Self.guarded(relative) : place.uri(path)
  }

  private static func isPlain(_ path: [UInt8]) -> Bool {
    guard let text = String(validating: path, as: UTF8.self), !text.isEmpty, path.last != UInt8(ascii: " "),
      !text.unicodeScalars.contains(where: endsLine)
    else { return false }
    if path.contains(UInt8(ascii: "#")) || path.contains(UInt8(ascii: "?")) { return false }
    // VLC turns %41 into A; a lone % stays.
    return !path.indices.dropLast(2).contains { place in
      path[place] == UInt8(ascii: "%") && isHexDigit(path[place + 1]) && isHexDigit(path[place + 2])
    }
  }

  /// Control characters of both sets and Unicode's own line ends.
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  /// `./` before a name that would otherwise be a home folder, a URI's scheme, or lose its leading space.
  private static func guarded(_ path: [UInt8]) -> [UInt8] {
    let needsGuard =
      path.first == UInt8(ascii: "~") || path.first == UInt8(ascii: " ")
      || path.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
    return needsGuard ? Array("./".utf8) + path : path
  }
}
