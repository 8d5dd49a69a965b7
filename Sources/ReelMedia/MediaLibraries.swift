import CFFmpeg

/// FFmpeg's settings for the whole process.
public enum MediaLibraries {
  /// Bounds FFmpeg before the first file: call once, at the start of the process.
  public static func prepare() {
    // FFmpeg's own limit is 2 GB a block; this is what stops a header that asks for 80 million index entries.
    av_max_alloc(160 << 20)
    av_log_set_level(AV_LOG_QUIET)
  }
}
