public import ReelCatalog

/// Reads sidecars of every kind: bytes to records.
///
/// The bytes are a stranger's. Whatever they are, reading ends with records or an error, uses memory in proportion to
/// the kind's longest file, and keeps only the words about the reel.
public enum SidecarReader {
  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: The file, or its first `kind.longestByteCount + 1` bytes when it is longer.
  ///   - path: From the folder of reels.
  /// - Returns: One record per reel that the file describes; none if it describes no reel.
  /// - Throws: `SidecarError` when the file is not what its name says, or too long.
  public static func records(
    from bytes: [UInt8], kind: SidecarKind, path: PathBytes
  ) throws(SidecarError) -> [SidecarRecord] {
    let keys = kind.keys(ofSidecar: path)
    switch kind {
    case .text: return texts([SidecarText(path.ending ?? "text", TextDecoding.decoded(bytes))], keys)
    case .subtitles: return texts([SidecarText("subtitles", SubtitleFileReader.text(from: bytes))], keys)
    default: break
    }
    guard bytes.count <= kind.longestByteCount else {
      throw SidecarError("is longer than \(kind.longestByteCount >> 10) KiB")
    }
    switch kind {
    case .text, .subtitles: return []
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
