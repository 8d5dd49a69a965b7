public import ReelCatalog

/// Where an entry of a playlist says its file is.
public enum PlaylistAddress: Sendable, Equatable {
  /// Paths that it can mean, most likely first: absolute, or from the playlist's folder. Never empty.
  case file([PathBytes])
  /// Something on another computer or in another program, by the scheme of its address, such as `https`.
  case elsewhere(scheme: String)

  /// Reads an entry of a format with URI references (XSPF, JSPF): decoded once, without query and fragment.
  init(reference bytes: [UInt8]) {
    if let scheme = Self.scheme(of: bytes) {
      self = scheme == "file" ? Self.address(ofURI: bytes) : .elsewhere(scheme: scheme)
    } else {
      let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      self = .file(Self.distinct(Self.withSlashes([Self.decoded(path), bytes])))
    }
  }

  /// Reads an entry of a form of lines (M3U, PLS): a path as it is, or an address. VLC encodes paths there as well, and
  /// old programs write Latin-1, so these are tried next.
  init(line bytes: [UInt8]) {
    if let scheme = Self.scheme(of: bytes), Self.hasAuthority(bytes) || bytes.starts(with: "file:/".utf8) {
      self = scheme == "file" ? Self.address(ofURI: bytes) : .elsewhere(scheme: scheme)
      return
    }
    var paths = [bytes, Self.decoded(bytes[...])]
    if String(validating: bytes, as: UTF8.self) == nil { paths.append(Array(TextDecoding.decoded(bytes).utf8)) }
    self = .file(Self.distinct(Self.withSlashes(paths)))
  }

  /// The paths, then those of Windows among them with slashes: `..\clips\a.mp4`, `E:\clips\a.mp4`.
  private static func withSlashes(_ paths: [[UInt8]]) -> [[UInt8]] {
    paths
      + paths.filter { $0.contains(UInt8(ascii: "\\")) }.map { path in
        path.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
      }
  }

  /// The path of `file:///a%20b`, `file://localhost/a` or `file:/a`.
  private static func address(ofURI bytes: [UInt8]) -> PlaylistAddress {
    var rest = bytes.dropFirst("file:".utf8.count)
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != UInt8(ascii: "/") }
      // Another computer's file may lie here as well, and is found by its name.
      let isHere = host.isEmpty || host.elementsEqual("localhost".utf8)
      rest = isHere ? rest.dropFirst(host.count) : [UInt8(ascii: "/"), UInt8(ascii: "/")] + rest
    }
    let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return .file(distinct([decoded(path), decoded(rest)]))
  }

  private static func distinct(_ paths: [[UInt8]]) -> [PathBytes] {
    paths.reduce(into: []) { kept, path in
      let path = PathBytes(path)
      if !kept.contains(path) { kept.append(path) }
    }
  }

  /// The scheme of an address, in lower case; nil for a path. One letter is a drive of Windows.
  private static func scheme(of bytes: [UInt8]) -> String? {
    let name = bytes.prefix(32).prefix { $0 != UInt8(ascii: ":") }
    guard name.count > 1, name.count < bytes.count, bytes[name.count] == UInt8(ascii: ":"), let first = name.first,
      isLetter(first), name.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func hasAuthority(_ bytes: [UInt8]) -> Bool {
    bytes.drop { $0 != UInt8(ascii: ":") }.starts(with: "://".utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// `%41` as `A`, once; a `%` without two digits stays.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.endIndex, let high = digit(bytes[place + 1]),
        let low = digit(bytes[place + 2])
      {
        decoded.append(high << 4 | low)
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte & 0xDF) - 0x41 + 10
    default: nil
    }
  }
}
