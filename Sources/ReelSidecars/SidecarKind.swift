public import ReelCatalog

/// Which program's file a sidecar is, judging by its name.
public enum SidecarKind: String, Sendable, CaseIterable {
  /// yt-dlp's `NAME.info.json`.
  case ytDlp = "yt-dlp"
  /// The data export of Instagram: `reels.json`, `posts_1.json` and their like.
  case instagram
  /// The data export of TikTok: `user_data_tiktok.json`.
  case tikTok = "tiktok"
  /// gallery-dl's `NAME.mp4.json`.
  case galleryDL = "gallery-dl"
  /// instaloader's `DATE_UTC.json`.
  case instaloader
  /// The same, compressed.
  case instaloaderXZ = "instaloader-xz"
  /// Kodi's `NAME.nfo`.
  case kodi
  /// Adobe's `NAME.xmp`.
  case xmp
  /// `NAME.srt`, `NAME.en.vtt`, `NAME.ass`.
  case subtitles
  /// `NAME.txt`, `NAME.md`, and yt-dlp's `NAME.description`.
  case text
  /// A folder's `reels.csv`: what a coach keeps in a spreadsheet.
  case table

  /// - Returns: Nil for a name that is not a sidecar's.
  public init?(ofName name: PathBytes) {
    guard let ending = name.ending else { return nil }
    switch ending {
    case "txt", "md", "description": self = .text
    case "srt", "vtt", "ass", "ssa": self = .subtitles
    case "nfo": self = .kodi
    case "xmp": self = .xmp
    case "json": self = Self.ofJSON(name.stem.text.lowercased(), inner: name.stem.ending)
    case "xz" where name.stem.ending == "json": self = .instaloaderXZ
    case "csv" where name.stem.text.lowercased() == "reels": self = .table
    default: return nil
    }
  }

  private static func ofJSON(_ stem: String, inner: String?) -> SidecarKind {
    if inner == "info" { return .ytDlp }
    if let inner, galleryDLEndings.contains(inner) { return .galleryDL }
    if stem == "reels" || stem == "posts" || stem.hasPrefix("posts_") || stem.hasPrefix("reels_") { return .instagram }
    if stem.hasPrefix("user_data") { return .tikTok }
    return .instaloader
  }

  private static let galleryDLEndings: Set<String> = ["mp4", "webm", "mov", "mkv", "m4v", "gif"]

  /// Whether one file describes many videos, or one that it names inside: it is read whatever is beside it.
  ///
  /// The others describe the video of the same name, and are not opened where there is none.
  public var namesItsVideos: Bool {
    switch self {
    case .ytDlp, .instagram, .tikTok, .table: true
    case .galleryDL, .instaloader, .instaloaderXZ, .kodi, .xmp, .subtitles, .text: false
    }
  }

  /// Longer files are refused (JSON, XML) or cut (texts): in bytes.
  public var longestByteCount: Int {
    switch self {
    case .ytDlp, .instagram, .tikTok: 16 << 20
    case .galleryDL, .instaloader, .instaloaderXZ, .table: 2 << 20
    case .subtitles: 1 << 20
    case .kodi, .xmp: 256 << 10
    case .text: SidecarText.longestByteCount
    }
  }

  /// The names that the video beside it can have, when the file does not name it inside.
  ///
  /// `NAME.en.srt` describes `NAME` and `NAME.en`, `NAME.mp4.json` describes `NAME.mp4`.
  public func keys(ofSidecar path: PathBytes) -> [SidecarKey] {
    let stem = path.stem
    switch self {
    case .instagram, .tikTok, .table: return []
    case .ytDlp: return [.path(stem.stem)]
    case .instaloaderXZ: return [.path(stem.stem), .post(stem.stem)]
    case .instaloader: return [.path(stem), .post(stem)]
    case .galleryDL, .kodi, .xmp: return [.path(stem)]
    // instaloader writes the caption of a post of several videos once, as `DATE_UTC.txt`.
    case .text: return [.path(stem), .post(stem)]
    case .subtitles: return [.path(stem)] + (Self.isLanguage(stem.ending) ? [.path(stem.stem)] : [])
    }
  }

  /// `en`, `pt-BR`, `en-orig`, `forced`: what is between the name and the extension of subtitles.
  private static func isLanguage(_ text: String?) -> Bool {
    guard let text, text.utf8.count <= 20 else { return false }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let areWords = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
    }
    return areWords && ((2...3).contains(parts[0].utf8.count) || ["forced", "live_chat", "sdh", "cc"].contains(text))
  }
}
