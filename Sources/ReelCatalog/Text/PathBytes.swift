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

  /// The path as text to show: invalid bytes become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it starts at the root of the file system.
  public var isAbsolute: Bool { bytes.first == Self.slash }

  /// The part after the last slash.
  public var lastComponent: PathBytes {
    PathBytes(bytes[(bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0)...])
  }

  /// The part before the last slash, empty when there is none.
  public var parent: PathBytes {
    PathBytes(bytes[..<(bytes.lastIndex(of: Self.slash) ?? 0)])
  }

  /// The folder that a file is in, as a path that a system call takes: `.` or `/` where `parent` is empty.
  public var enclosingFolder: PathBytes {
    guard parent.bytes.isEmpty else { return parent }
    return PathBytes(isAbsolute ? "/" : ".")
  }

  /// The parts between slashes, none of them empty.
  package var components: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

  /// The path below a folder; the path itself below an empty one.
  package func appending(_ relative: PathBytes) -> PathBytes {
    guard let last = bytes.last else { return relative }
    return PathBytes(bytes + (last == Self.slash ? [] : [Self.slash]) + relative.bytes)
  }

  package func appending(_ relative: String) -> PathBytes { appending(PathBytes(relative)) }

  /// The path as seen from a folder above it; nil when it is elsewhere, or the folder itself. Only compares bytes.
  package func relative(to folder: PathBytes) -> PathBytes? {
    let prefix = folder.appending("").bytes
    return bytes.starts(with: prefix) && bytes.count > prefix.count ? PathBytes(bytes.dropFirst(prefix.count)) : nil
  }

  /// The path without trailing slashes, except the root's own.
  package var withoutTrailingSlashes: PathBytes {
    var bytes = bytes
    while bytes.count > 1, bytes.last == Self.slash { bytes.removeLast() }
    return PathBytes(bytes)
  }

  static let slash = UInt8(ascii: "/")
}

// MARK: - As a C string

extension PathBytes {
  package init(cString: UnsafePointer<CChar>) {
    var count = 0
    while cString[count] != 0 { count += 1 }
    self.init(UnsafeBufferPointer(start: cString, count: count).map { UInt8(bitPattern: $0) })
  }

  /// Lends the path to a system call.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      // The array is not empty, so it has a base address.
      guard let base = buffer.baseAddress else { preconditionFailure("a terminated string is not empty") }
      return body(base)
    }
  }
}

// MARK: - What a path means

extension PathBytes {
  /// The part after the last dot of the last component, in lower case; nil without one or if it isn't ASCII.
  public var ending: String? {
    let name = lastComponent.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < name.count else { return nil }
    let ending = name[(dot + 1)...]
    guard ending.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(decoding: ending, as: UTF8.self).lowercased()
  }

  /// Whether the path is relative and stays inside its folder: no empty part, no `.`, no `..`, no zero byte.
  public var staysInside: Bool {
    var partLength = 0
    var isOnlyDots = true
    func endsWell() -> Bool { partLength > 0 && !(isOnlyDots && partLength <= 2) }
    for byte in bytes {
      switch byte {
      case 0: return false
      case Self.slash:
        guard endsWell() else { return false }
        (partLength, isOnlyDots) = (0, true)
      default:
        partLength += 1
        if byte != UInt8(ascii: ".") { isOnlyDots = false }
      }
    }
    return endsWell()
  }

  /// The path without its ending, which pairs a text file with its video.
  public var stem: PathBytes {
    guard let ending else { return self }
    return PathBytes(bytes.dropLast(ending.utf8.count + 1))
  }
}
