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
  /// Google Photos' `NAME.mp4.supplemental-metadata.json` from Google Takeout, in all its forms.
  case takeout = "google-takeout"
  /// WhatsApp's `_chat.txt` and `WhatsApp Chat with NAME.txt`.
  case whatsApp = "whatsapp"
  /// Telegram's `result.json`.
  case telegram
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
  /// A file of subtitles in which a camera wrote about itself; only its content tells (`CameraTelemetry`).
  case telemetry

  /// - Returns: Nil for a name that is not a sidecar's.
  public init?(ofName name: PathBytes) {
    guard let ending = name.ending else { return nil }
    switch ending {
    case "txt" where Self.isChat(name.stem.text.lowercased()): self = .whatsApp
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
    if stem == "result" { return .telegram }
    if let inner, galleryDLEndings.contains(inner) { return .galleryDL }
    if stem == "reels" || stem == "posts" || stem.hasPrefix("posts_") || stem.hasPrefix("reels_") { return .instagram }
    if stem.hasPrefix("user_data") { return .tikTok }
    if TakeoutName(stem: PathBytes(stem)).isTelling { return .takeout }
    return .instaloader
  }

  /// WhatsApp's name for a chat, in the usual languages; `WhatsApp Video 2024-06-11 at 10.10.10.txt` is not one.
  private static func isChat(_ stem: String) -> Bool {
    stem == "_chat" || (stem.contains("whatsapp") && chatWords.contains(where: stem.contains))
  }

  private static let chatWords = ["chat", "discussion", "conversa", "gesprek", "czat", "sohbet", "чат"]

  /// Whether a file that describes no video here may be about anything, or about a picture: it is not worth a word, and its
  /// name is not kept.
  public func isForeign(_ path: PathBytes) -> Bool {
    switch self {
    case .text, .instaloader: true
    case .takeout: TakeoutName(stem: path.stem).isOfPicture
    default: false
    }
  }

  /// Whether it is a talk between people, of which only the captions of videos are anybody's business.
  public var isChat: Bool { self == .whatsApp || self == .telegram }

  /// Whether its records name their videos as a person or a program wrote them, which may fit none exactly.
  public var namesVideosByName: Bool { isChat || self == .table }

  private static let galleryDLEndings: Set<String> = ["mp4", "webm", "mov", "mkv", "m4v", "gif"]

  /// Whether one file describes many videos, or one that it names inside: it is read whatever is beside it.
  ///
  /// The others describe the video of the same name, and are not opened where there is none.
  public var namesItsVideos: Bool {
    switch self {
    case .ytDlp, .instagram, .tikTok, .whatsApp, .telegram, .table: true
    case .galleryDL, .takeout, .instaloader, .instaloaderXZ, .kodi, .xmp, .subtitles, .text, .telemetry: false
    }
  }

  /// Longer files are refused (JSON, XML) or cut (texts): in bytes.
  public var longestByteCount: Int {
    switch self {
    case .ytDlp, .instagram, .tikTok, .whatsApp, .telegram: 16 << 20
    case .galleryDL, .takeout, .instaloader, .instaloaderXZ, .table: 2 << 20
    case .subtitles, .telemetry: 1 << 20
    case .kodi, .xmp: 256 << 10
    case .text: SidecarText.longestByteCount + SidecarText.overhang
    }
  }

  /// The names that the video beside it can have, when the file does not name it inside.
  ///
  /// `NAME.en.srt` describes `NAME` and `NAME.en`, `NAME.mp4.json` describes `NAME.mp4`.
  public func keys(ofSidecar path: PathBytes) -> [SidecarKey] {
    let stem = path.stem
    switch self {
    case .instagram, .tikTok, .table, .telegram, .telemetry: return []
    case .ytDlp: return [.path(stem.stem)]
    case .instaloaderXZ: return [.path(stem.stem), .post(stem.stem)]
    // Google Takeout's shortest forms look like these.
    case .instaloader: return [.path(stem), .post(stem)] + (stem.ending == nil ? [] : TakeoutName(stem: stem).keys)
    case .galleryDL: return TakeoutName(stem: stem).keys
    case .kodi, .xmp: return [.path(stem)]
    // instaloader writes the caption of a post of several videos once, as `DATE_UTC.txt`.
    case .text, .whatsApp: return [.path(stem), .post(stem)]
    case .takeout: return TakeoutName(stem: stem).keys
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
