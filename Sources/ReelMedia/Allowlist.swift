import CFFmpeg
import MediaFacts

/// The closed lists of what is decoded (docs/SAFETY.md, section 6).
///
/// Everything else that FFmpeg knows stays shut: some 340 demuxers and 270 decoders, among them those that open other
/// files by name and those with known holes.
enum Allowlist {
  /// FFmpeg's short names of demuxers; `mov` is also MP4 and 3GP, `matroska` also WebM.
  static let formats = ["mov", "matroska", "avi", "mpegts", "mpeg", "flv", "gif"]

  /// FFmpeg's names of decoders, the preferred one of a codec first.
  static let decoders = [
    "h264", "hevc", "vp8", "vp9", "libdav1d", "mpeg4", "h263", "mpeg2video", "mjpeg", "prores", "flv", "gif",
  ]

  /// FFmpeg's names of the decoders of text subtitles, used only for text.
  static let textDecoders = ["mov_text", "webvtt", "subrip", "srt", "ass"]

  static let textDecoderList = textDecoders.joined(separator: ",")
  static let formatList = formats.joined(separator: ",")
  static let decoderList = decoders.joined(separator: ",")

  /// Whether a demuxer is on the list, by its own list of short names.
  static func allows(format names: String) -> Bool {
    names.split(separator: ",").contains { formats.contains(String($0)) }
  }

  /// The decoder for a codec, or nil when none on the list decodes it.
  static func decoder(for codec: AVCodecID) -> UnsafePointer<AVCodec>? { unsafe first(of: decoders, for: codec) }

  /// The decoder for a text subtitle's codec, or nil when none on the list decodes it.
  static func textDecoder(for codec: AVCodecID) -> UnsafePointer<AVCodec>? {
    unsafe first(of: textDecoders, for: codec)
  }

  /// FFmpeg's muxer for a container; GIFs are written by ourselves.
  static func muxer(for container: CopyContainer) -> UnsafePointer<AVOutputFormat>? {
    switch container {
    case .mp4: unsafe av_guess_format("mp4", nil, nil)
    case .mov: unsafe av_guess_format("mov", nil, nil)
    case .webm: unsafe av_guess_format("webm", nil, nil)
    case .matroska: unsafe av_guess_format("matroska", nil, nil)
    case .gif: nil
    }
  }

  private static func first(of names: [String], for codec: AVCodecID) -> UnsafePointer<AVCodec>? {
    for name in names {
      if let decoder = unsafe avcodec_find_decoder_by_name(name), unsafe decoder.pointee.id == codec {
        return unsafe decoder
      }
    }
    return nil
  }
}
