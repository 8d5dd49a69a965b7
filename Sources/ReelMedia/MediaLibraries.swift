import CFFmpeg

/// FFmpeg's settings for the whole process.
public enum MediaLibraries {
  /// Bounds FFmpeg before the first file: call once, at the start of the process.
  public static func prepare() {
    // FFmpeg's own limit is 2 GB a block; this is what stops a header that asks for 80 million index entries.
    av_max_alloc(160 << 20)
    av_log_set_level(AV_LOG_QUIET)
  }

  /// FFmpeg's libraries as they are loaded, such as `libavformat 59.27.100`.
  public static var versions: [String] {
    [
      ("libavformat", avformat_version()), ("libavcodec", avcodec_version()), ("libswscale", swscale_version()),
      ("libavutil", avutil_version()),
    ].map { name, version in "\(name) \(version >> 16).\(version >> 8 & 255).\(version & 255)" }
  }
}
