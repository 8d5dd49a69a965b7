public import ReelCatalog
import ReelSidecars

/// What a file's ending says about it, before anything looks inside.
public enum FileKind: Sendable, Equatable {
  /// A video by its ending: it gets a row whatever is inside.
  case video
  /// A file that may say something about a video.
  case sidecar
  /// An ending that says nothing: the first bytes decide.
  case unknown
  /// Pictures, music, text and other known non-video: no row, no failure.
  case other

  /// Judges by the part after the last dot, ignoring case.
  init(ofName name: PathBytes) {
    guard let ending = name.ending else {
      self = .unknown
      return
    }
    if Self.videoEndings.contains(ending) {
      self = .video
    } else if SidecarKind(ofName: name) != nil {
      self = .sidecar
    } else {
      self = Self.otherEndings.contains(ending) ? .other : .unknown
    }
  }

  /// The ending that a video keeps when it is given away; nil when its own says nothing, or something else.
  public static func videoEnding(of path: PathBytes) -> String? {
    path.ending.flatMap { videoEndings.contains($0) ? $0 : nil }
  }

  /// Whether a path can be a reel's: it is in the folder, where a walk goes, and its ending does not say that it is
  /// something else.
  static func canBeReel(_ path: PathBytes) -> Bool {
    guard path.staysInside, !hasHiddenPart(path) else { return false }
    switch FileKind(ofName: path.lastComponent) {
    case .video, .unknown: return true
    case .sidecar, .other: return false
    }
  }

  /// Called for every path that is read: the library's search for two bytes takes a hundred times as long.
  private static func hasHiddenPart(_ path: PathBytes) -> Bool {
    var isStart = true
    for byte in path.bytes {
      if isStart, byte == UInt8(ascii: ".") { return true }
      isStart = byte == UInt8(ascii: "/")
    }
    return false
  }

  private static let videoEndings: Set<String> = [
    "264", "265", "3g2", "3gp", "asf", "avi", "divx", "dv", "f4v", "flv", "gif", "h264", "h265", "hevc", "m2ts", "m2v",
    "m4s", "m4v", "mkv", "mov", "mp4", "mpe", "mpeg", "mpg", "mts", "mxf", "ogm", "ogv", "qt", "rm", "rmvb", "ts",
    "vob", "webm", "wmv",
  ]

  private static let otherEndings: Set<String> = [
    "aac", "aae", "aiff", "ass", "avif", "bmp", "bz2", "csv", "db", "doc", "docx", "edl", "flac", "gz", "heic",
    "heif", "htm", "html", "ini", "jpeg", "jpg", "js", "json", "jspf", "log", "lrc", "m3u", "m3u8", "md",
    "mp3", "nfo", "ods", "odt", "ogg", "opus", "pdf", "pls", "png", "py", "rtf", "sh", "sqlite", "srt", "svg", "tar",
    "tif", "tiff", "toml", "tsv", "vtt", "wav", "webp", "xls", "xlsx", "xml", "xmp", "xspf", "xz", "yaml", "yml",
    "zip",
  ]
}

/// Whether the first bytes of a file are those of a container that can hold video.
///
/// Only decides whether a file with an unknown ending is worth a worker's look; FFmpeg decides what it is.
enum ContentSniff {
  /// How many bytes are needed: two packets of an MPEG transport stream, as long as they come.
  static let byteCount = 205

  static func looksLikeVideo(_ head: some RandomAccessCollection<UInt8>) -> Bool {
    let bytes = Array(head.prefix(byteCount))
    func has(_ text: String, at offset: Int) -> Bool {
      bytes.count >= offset + text.utf8.count && bytes[offset...].starts(with: text.utf8)
    }
    return has("ftyp", at: 4) || has("moov", at: 4) || has("mdat", at: 4) || has("wide", at: 4)
      || bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])  // EBML: Matroska, WebM
      || (has("RIFF", at: 0) && has("AVI ", at: 8))
      || has("GIF87a", at: 0) || has("GIF89a", at: 0)
      || has("FLV\u{1}", at: 0)
      || bytes.starts(with: [0x00, 0x00, 0x01, 0xBA])  // MPEG program stream
      || isTransportStream(bytes)
  }

  /// Packets of 188 bytes, with a time of four bytes before each on discs and memory cards, or 16 more on tapes.
  private static func isTransportStream(_ bytes: [UInt8]) -> Bool {
    [(first: 0, second: 188), (4, 196), (0, 204)].contains { places in
      bytes.count > places.second && bytes[places.first] == 0x47 && bytes[places.second] == 0x47
    }
  }
}
