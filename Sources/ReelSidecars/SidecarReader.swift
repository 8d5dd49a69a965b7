public import ReelCatalog

/// Reads sidecars of every kind: bytes to records.
///
/// The bytes are a stranger's. Whatever they are, reading ends with records or an error, uses memory in proportion to
/// the kind's longest file, and keeps only the words about the reel.
public enum SidecarReader {
  /// What a file turned out to be, and what it says.
  public struct Reading: Sendable, Equatable {
    /// What the content shows it to be, where its name could be another program's, too.
    public var kind: SidecarKind
    /// One per reel that the file describes; none if it describes no reel.
    public var records: [SidecarRecord]
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: The file, or its first `kind.longestByteCount + 1` bytes when it is longer.
  ///   - kind: What its name says.
  ///   - path: From the folder of reels.
  /// - Throws: `SidecarError` when the file is not what its name says, or too long.
  public static func reading(
    of bytes: [UInt8], kind: SidecarKind, path: PathBytes
  ) throws(SidecarError) -> Reading {
    if kind == .subtitles {
      guard let text = SubtitleFileReader.text(from: bytes) else { return Reading(kind: .telemetry, records: []) }
      let records = texts([SidecarText("subtitles", text)], kind.keys(ofSidecar: path))
      return Reading(kind: kind, records: records)
    }
    if let reading = try byContent(bytes, kind, path) { return reading }
    return Reading(kind: kind, records: try records(from: bytes, kind: kind, path: path))
  }

  /// A file whose name several programs give: its content tells which.
  private static func byContent(
    _ bytes: [UInt8], _ kind: SidecarKind, _ path: PathBytes
  ) throws(SidecarError) -> Reading? {
    switch kind {
    case .whatsApp:
      if let records = WhatsAppReader.records(from: bytes, folder: path.parent) {
        return Reading(kind: kind, records: records)
      }
      // What is called a chat and cannot be read as one is nobody's caption.
      return Reading(kind: kind, records: [])
    case .telegram, .takeout, .galleryDL, .instaloader:
      guard bytes.count <= kind.longestByteCount else { return nil }
      if kind == .telegram, let records = try TelegramReader.records(from: bytes, folder: path.parent) {
        return Reading(kind: kind, records: records)
      }
      let keys = SidecarKind.takeout.keys(ofSidecar: path)
      if let records = try TakeoutReader.records(from: bytes, keys) { return Reading(kind: .takeout, records: records) }
      guard kind == .telegram || kind == .takeout else { return nil }
      return Reading(kind: .instaloader, records: try records(from: bytes, kind: .instaloader, path: path))
    default: return nil
    }
  }

  private static func records(
    from bytes: [UInt8], kind: SidecarKind, path: PathBytes
  ) throws(SidecarError) -> [SidecarRecord] {
    let keys = kind.keys(ofSidecar: path).filter { !$0.isEdited }
    if kind == .text { return texts([SidecarText(path.ending ?? "text", TextDecoding.decoded(bytes))], keys) }
    guard bytes.count <= kind.longestByteCount else {
      throw SidecarError("is longer than \(kind.longestByteCount >> 10) KiB")
    }
    switch kind {
    case .text, .subtitles, .telemetry, .takeout, .whatsApp, .telegram: return []
    case .ytDlp: return try YtDlpReader.records(from: bytes, keys)
    case .instagram: return try InstagramReader.records(from: bytes, path: path)
    case .tikTok: return try TikTokReader.records(from: bytes)
    case .galleryDL: return try GalleryDLReader.records(from: bytes, keys)
    case .instaloader: return try InstaloaderReader.records(from: bytes, keys)
    case .instaloaderXZ:
      throw SidecarError(
        "is compressed and was not read", advice: "unpack it beside the video with: xz --decompress --keep FILE")
    case .kodi: return texts(try KodiReader.texts(from: bytes), keys)
    case .xmp: return try XMPReader.records(from: bytes, keys)
    case .table: return try EditTable(bytes).records(folder: path.parent)
    }
  }

  private static func texts(_ texts: [SidecarText?], _ keys: [SidecarKey]) -> [SidecarRecord] {
    let texts = texts.compactMap { $0 }
    return texts.isEmpty ? [] : [SidecarRecord(keys: keys, texts: texts)]
  }
}
