/// How a line of an m3u8 or pls file names a file.
///
/// VLC reads an entry as a URI reference, mpv as a plain path: a relative plain path works for both if nothing in
/// it means something in a URI. Everything else is written as an absolute `file` URI, which both understand.
struct EntryReference: Equatable {
  let bytes: [UInt8]
  /// Whether the entry still works when the folder moves as a whole.
  let isPortable: Bool
  /// Whether both VLC and mpv open it.
  let isUnderstood: Bool

  init(_ path: PathBytes, at place: PlaylistPlace, _ style: EntryStyle) {
    let relative = place.relative(path)
    let absolute = place.absolute(path)
    switch style {
    case .auto where Self.isPlain(relative):
      self.init(Self.guarded(relative), isPortable: true)
    case .relative where Self.fitsLine(relative):
      self.init(Self.guarded(relative), isPortable: true, isUnderstood: Self.isPlain(relative))
    case .absolute where Self.fitsLine(absolute):
      self.init(absolute, isPortable: false, isUnderstood: Self.isPlain(absolute))
    case .auto, .relative, .absolute, .uri:
      self.init(place.uri(path), isPortable: false)
    }
  }

  private init(_ bytes: [UInt8], isPortable: Bool, isUnderstood: Bool = true) {
    self.bytes = bytes
    self.isPortable = isPortable
    self.isUnderstood = isUnderstood
  }

  private static func isPlain(_ path: [UInt8]) -> Bool {
    guard fitsLine(path), let text = String(validating: path, as: UTF8.self),
      !text.unicodeScalars.contains(where: \.breaksLine)
    else { return false }
    if path.contains(UInt8(ascii: "#")) || path.contains(UInt8(ascii: "?")) { return false }
    // VLC turns %41 into A; a lone % stays.
    return !path.indices.dropLast(2).contains { place in
      path[place] == UInt8(ascii: "%") && isHexDigit(path[place + 1]) && isHexDigit(path[place + 2])
    }
  }

  /// Whether a line can hold the path at all: readers trim spaces, and a control character can end a line.
  private static func fitsLine(_ path: [UInt8]) -> Bool {
    path.last.map { $0 != UInt8(ascii: " ") } ?? false && !path.contains { $0 < 0x20 || $0 == 0x7F }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  /// `./` before a name that would otherwise be a comment, a home folder, a URI's scheme, or lose its leading space.
  static func guarded(_ path: [UInt8]) -> [UInt8] {
    let needsGuard =
      [UInt8(ascii: "~"), UInt8(ascii: " "), UInt8(ascii: "#")].contains(path.first)
      || path.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
    return needsGuard ? Array("./".utf8) + path : path
  }
}
