public import ReelCatalog

/// How a sidecar and a video are matched.
///
/// A path is kept as it is; the other kinds start with a zero byte, which no path contains.
public struct SidecarKey: Sendable, Hashable {
  public let bytes: [UInt8]

  /// The bytes of a key, as the catalog keeps it.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether this is something other than a path.
  public var isOpaque: Bool { bytes.first == 0 }

  /// The same path: of the video itself, or of the video without its extension.
  public static func path(_ path: PathBytes) -> SidecarKey { SidecarKey(bytes: path.bytes) }

  /// The same id that a platform gave, in any folder.
  public static func id(_ id: String) -> SidecarKey { SidecarKey(bytes: [0] + Array("id:\(id)".utf8)) }

  /// The same post of several videos, in the same folder: the path without its ending and without `_1`, `_2` ….
  public static func post(_ stem: PathBytes) -> SidecarKey {
    SidecarKey(bytes: postStart + stem.bytes)
  }

  /// Whether this is a post of several videos.
  public var isPost: Bool { bytes.starts(with: Self.postStart) }

  private static let postStart: [UInt8] = [0] + Array("post:".utf8)

  /// The place that a video of a post has in it, counted from 1; nil for other videos.
  public static func placeInPost(_ path: PathBytes) -> Int? {
    let stem = path.stem
    guard let post = postStem(stem) else { return nil }
    return Int(String(decoding: stem.bytes.dropFirst(post.bytes.count + 1), as: UTF8.self))
  }

  /// The number of the chapter that yt-dlp cut a video to: `TITLE - 001 CHAPTER [ID].mp4` with `--split-chapters`, by its
  /// default template (yt_dlp/utils: `%(title)s - %(section_number)03d %(section_title)s [%(id)s].%(ext)s`).
  ///
  /// - Returns: Several where the title looks like that, too; none for other videos.
  public static func chapterNumbers(_ path: PathBytes) -> [Int] {
    let stem = path.stem.lastComponent.text
    guard stem.hasSuffix("]"), !ids(inName: stem).isEmpty else { return [] }
    var numbers: [Int] = []
    var rest = stem[...]
    while numbers.count < 4, let dash = rest.firstRange(of: " - ") {
      rest = rest[dash.upperBound...]
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if (3...4).contains(digits.count), rest[digits.endIndex...].hasPrefix(" "), let number = Int(digits) {
        numbers.append(number)
      }
    }
    return numbers
  }

  /// All keys under which a sidecar may know a video.
  ///
  /// - Parameter path: From the folder of reels.
  public static func keys(ofVideo path: PathBytes) -> [SidecarKey] {
    let stem = path.stem
    var keys = [SidecarKey.path(path), .path(stem)]
    keys += ids(inName: stem.lastComponent.text).map { .id($0) }
    if let post = postStem(stem) { keys.append(.post(post)) }
    if let original = original(ofEdited: path) { keys.append(.edited(original)) }
    return keys
  }

  /// The ids that downloaders and exports leave in a file's name: all of it, in brackets at its end, or after the last
  /// underscore.
  static func ids(inName stem: String) -> [String] {
    if isLongNumber(stem) { return [stem] }
    if stem.hasSuffix("]"), let open = stem.lastIndex(of: "[") {
      let id = String(stem[stem.index(after: open)...].dropLast())
      let isID = (6...32).contains(id.utf8.count) && id.utf8.allSatisfy { isIDByte($0) }
      return isID ? [id] : []
    }
    guard let underscore = stem.lastIndex(of: "_") else { return [] }
    let last = String(stem[stem.index(after: underscore)...])
    return isLongNumber(last) ? [last] : []
  }

  /// The ids of Instagram and TikTok have 16 to 20 digits; a phone's dates and times fewer than 15.
  private static func isLongNumber(_ text: String) -> Bool {
    (15...24).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Instaloader's `2022-08-26_15-53-51_UTC_1` without the place in its post.
  private static func postStem(_ stem: PathBytes) -> PathBytes? {
    let bytes = stem.bytes
    guard let underscore = bytes.lastIndex(of: UInt8(ascii: "_")), underscore > 0 else { return nil }
    let place = bytes[(underscore + 1)...]
    guard (1...2).contains(place.count), place.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let stem = bytes[..<underscore]
    return stem.suffix(4).elementsEqual("_UTC".utf8) ? PathBytes(stem) : nil
  }
}
