/// Where a playlist will be, and where the reels are.
public struct PlaylistPlace: Sendable, Equatable {
  /// The catalog's folder: absolute, without `.`, `..` or a slash at the end.
  public let reelFolder: PathBytes
  /// The folder of the playlist's file, or the current one when it goes to standard output; in the same form.
  public let playlistFolder: PathBytes

  public init(reelFolder: PathBytes, playlistFolder: PathBytes) {
    self.reelFolder = reelFolder
    self.playlistFolder = playlistFolder
  }

  /// A reel's path as seen from the playlist's folder.
  func relative(_ path: PathBytes) -> [UInt8] {
    let target = reelFolder.components + path.components
    let start = playlistFolder.components
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: ArraySlice("..".utf8), count: start.count - shared)
    return Array((up + target[shared...]).joined(separator: [PathBytes.slash]))
  }

  /// A reel's path as seen from the playlist's folder, as a relative URI reference in which every byte of the name that
  /// means something in a URI is encoded.
  public func relativeReference(to path: PathBytes) -> String { reference(path, .relative) }

  /// A reel's path from the root of the file system.
  func absolute(_ path: PathBytes) -> [UInt8] { reelFolder.appending(path).bytes }

  /// A reel's path as a `file` URI, with everything encoded that a reader could take for something else.
  func uri(_ path: PathBytes) -> [UInt8] { Array("file://".utf8) + absolute(path).flatMap(Self.encoded) }

  /// A reel's path as a URI reference, for the formats that allow nothing else.
  func reference(_ path: PathBytes, _ style: EntryStyle) -> String {
    switch style {
    case .auto, .relative: String(decoding: relative(path).flatMap(Self.encoded), as: UTF8.self)
    case .uri, .absolute: String(decoding: uri(path), as: UTF8.self)
    }
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      return [byte]
    default:
      let digits = Array("0123456789ABCDEF".utf8)
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
