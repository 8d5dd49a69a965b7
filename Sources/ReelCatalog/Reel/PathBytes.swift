/// A path as the system knows it: bytes, not text. Compares byte by byte.
public struct PathBytes: Sendable, Hashable, Comparable {
  public let bytes: [UInt8]

  public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  public init(_ text: String) { self.bytes = Array(text.utf8) }

  public static func < (one: PathBytes, other: PathBytes) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// The path as text, or nil when it is not valid UTF-8.
  public var exactText: String? { String(validating: bytes, as: UTF8.self) }

  /// The path as text for showing: invalid bytes become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The part after the last slash.
  public var lastComponent: PathBytes {
    PathBytes(bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
  }

  /// The part before the last slash, empty when there is none.
  public var parent: PathBytes {
    PathBytes(bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
  }
}

extension PathBytes {
  /// The part after the last dot of the last component, in lower case; nil without one or when it is not ASCII.
  public var ending: String? {
    let name = lastComponent.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < name.count else { return nil }
    let ending = name[(dot + 1)...]
    guard ending.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(decoding: ending, as: UTF8.self).lowercased()
  }

  /// Whether the path is relative and leads nowhere but into its folder: no empty part, no `.`, no `..`, no zero byte.
  public var staysInside: Bool {
    var partLength = 0
    var isOnlyDots = true
    func endsWell() -> Bool { partLength > 0 && !(isOnlyDots && partLength <= 2) }
    for byte in bytes {
      switch byte {
      case 0: return false
      case UInt8(ascii: "/"):
        guard endsWell() else { return false }
        (partLength, isOnlyDots) = (0, true)
      default:
        partLength += 1
        if byte != UInt8(ascii: ".") { isOnlyDots = false }
      }
    }
    return endsWell()
  }

  /// The path without its ending, by which a text file is known to belong to a video.
  public var stem: PathBytes {
    guard let ending else { return self }
    return PathBytes(bytes.dropLast(ending.utf8.count + 1))
  }
}
