public import ReelCatalog
import ReelSidecars

/// Patterns of files and folders to leave out, in the language of gitignore(5).
///
/// The last pattern that matches decides; one that starts with `!` takes a file back in, unless a folder above it is
/// left out.
public struct IgnorePatterns: Sendable, Equatable {
  /// One line.
  public struct Pattern: Sendable, Equatable {
    /// As written.
    let bytes: [UInt8]
    public var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Whether it takes back in.
    public let isNegated: Bool
    /// Whether it is about folders alone.
    let isForFolders: Bool
    /// One part for each name of a path; nil stands for any folders, and none.
    let parts: [NamePattern?]
    /// Whether it is about the path from the folder of the patterns, and not about a name anywhere below.
    let isAnchored: Bool
  }

  public private(set) var patterns: [Pattern] = []
  /// Lines that say nothing that can be understood.
  public private(set) var meaningless: [String] = []

  /// The name of the file with the patterns of a folder.
  public static let fileName = PathBytes(".hipreelignore")
  /// Longer files are refused, and so is what is longer together with the files of the folders above.
  static let longestByteCount = 16 << 10
  public static let none = IgnorePatterns()

  private init() {}

  /// Reads lines. Empty ones and those that start with `#` say nothing.
  public init(_ bytes: [UInt8]) {
    // Windows writes UTF-16 where nobody asks for it.
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    var text = isUTF16 ? Array(TextDecoding.decoded(bytes).utf8)[...] : bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if let pattern = Pattern(line) {
        patterns.append(pattern)
      } else if line.first != UInt8(ascii: "#"), line.contains(where: { $0 != UInt8(ascii: " ") }) {
        meaningless.append(String(decoding: line, as: UTF8.self))
      }
    }
  }

  /// The lines that `init` reads, one pattern each.
  var bytes: [UInt8] { patterns.flatMap { $0.bytes + [UInt8(ascii: "\n")] } }

  /// The pattern that decides about a path; nil when none matches.
  ///
  /// - Parameter names: The parts of the path, from the folder of the patterns; not empty.
  func decision(_ names: ArraySlice<ArraySlice<UInt8>>, isFolder: Bool) -> Int? {
    patterns.indices.last { patterns[$0].matches(names, isFolder: isFolder) }
  }
}

extension IgnorePatterns.Pattern {
  /// Nil for a line that says nothing: empty, a comment, or without a meaning.
  fileprivate init?(_ line: ArraySlice<UInt8>) {
    var rest = Self.withoutSpacesAtEnd(line)
    guard let first = rest.first, first != UInt8(ascii: "#") else { return nil }
    bytes = Array(rest)
    isNegated = first == UInt8(ascii: "!")
    if isNegated { rest.removeFirst() }
    isForFolders = rest.last == UInt8(ascii: "/")
    if isForFolders { rest.removeLast() }
    isAnchored = rest.contains(UInt8(ascii: "/"))
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    var parts: [NamePattern?] = []
    for part in rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.elementsEqual("**".utf8), isAnchored {
        if parts.isEmpty || parts.last.map({ $0 != nil }) == true { parts.append(nil) }
      } else {
        guard !part.isEmpty, let pattern = NamePattern(part) else { return nil }
        parts.append(pattern)
      }
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// Spaces at the end do not count, unless a backslash is before them.
  private static func withoutSpacesAtEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let kept = line[..<((line.lastIndex { $0 != UInt8(ascii: " ") }).map { $0 + 1 } ?? line.startIndex)]
    let backslashes = kept.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return !backslashes.isMultiple(of: 2) && kept.count < line.count ? line[...kept.endIndex] : kept
  }

  func matches(_ names: ArraySlice<ArraySlice<UInt8>>, isFolder: Bool) -> Bool {
    guard isFolder || !isForFolders, let name = names.last else { return false }
    guard isAnchored else { return parts[0]?.matches(name) ?? true }
    var (place, index) = (names.startIndex, 0)
    var retry: (place: Int, index: Int)?
    while place < names.endIndex {
      if index < parts.count, parts[index] == nil {
        // At the end it means what is inside, not the folder itself; elsewhere it may mean nothing.
        if index + 1 == parts.count { return true }
        index += 1
        retry = (place, index)
      } else if index < parts.count, let part = parts[index], part.matches(names[place]) {
        (place, index) = (place + 1, index + 1)
      } else if let last = retry {
        retry = (last.place + 1, last.index)
        (place, index) = (last.place + 1, last.index)
      } else {
        return false
      }
    }
    return index == parts.count
  }
}

extension IgnorePatterns {
  /// Adds what a person typed: a pattern, or the path of something in the folder.
  ///
  /// - Parameter root: The folder: a path that leads into it becomes a pattern from there.
  /// - Returns: Whether there is a pattern in it, and room for it.
  public mutating func add(_ typed: PathBytes, in root: PathBytes) -> Bool {
    var bytes = typed.bytes
    let sign: [UInt8] = bytes.first == UInt8(ascii: "!") ? [UInt8(ascii: "!")] : []
    bytes.removeFirst(sign.count)
    while bytes.starts(with: "./".utf8) {
      bytes = [UInt8(ascii: "/")] + bytes.dropFirst(2).drop { $0 == UInt8(ascii: "/") }
    }
    if bytes == [UInt8(ascii: "/")] { return false }
    if let inside = PathBytes(bytes).relative(to: root) { bytes = [UInt8(ascii: "/")] + inside.bytes }
    // On a command line it is a name: in a file it would begin a comment.
    if sign.isEmpty, bytes.first == UInt8(ascii: "#") { bytes.insert(UInt8(ascii: "\\"), at: 0) }
    guard !bytes.contains(UInt8(ascii: "\n")), let pattern = Pattern((sign + bytes)[...]),
      self.bytes.count + bytes.count < Self.longestByteCount
    else { return false }
    patterns.removeAll { $0 == pattern }
    patterns.append(pattern)
    return true
  }
}
