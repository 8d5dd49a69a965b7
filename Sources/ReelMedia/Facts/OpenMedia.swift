import CFFmpeg
import MediaFacts

/// An open container and the video stream in it that matters.
struct OpenMedia: ~Copyable {
  let demuxer: Demuxer
  /// Nil in a file without a moving picture.
  let stream: VideoStream?

  /// The video's playing time as the header gives it, or as FFmpeg found it while probing; nil when it is not to be
  /// believed.
  var headerDuration: (milliseconds: Int, source: DurationSource)? {
    guard let stream else { return nil }
    switch demuxer.durationOrigin {
    case .bitRate: return nil
    case .packets: return stream.durationMilliseconds.map { ($0, .packets) }
    case .header:
      if let milliseconds = stream.durationMilliseconds { return (milliseconds, .header) }
      guard !stream.hasAbsurdDuration else { return nil }
      return demuxer.fileDurationMilliseconds.map { ($0, .header) }
    }
  }

  /// Whether the container's index places the stream's last sample beyond the end of the file.
  ///
  /// MP4 with its index in front keeps its promises after the file was cut; what is left has to be read.
  var endsEarly: Bool {
    guard let stream, let pointer = unsafe demuxer.stream(stream.index) else { return false }
    let count = unsafe avformat_index_get_entries_count(pointer)
    guard count > 0, let last = unsafe avformat_index_get_entry(pointer, count - 1) else { return false }
    let (end, overflows) = unsafe last.pointee.pos.addingReportingOverflow(Int64(last.pointee.size))
    return overflows || end > Int64(demuxer.source.byteCount)
  }

  /// The width and height of a pixel of the video stream, as the container says it, else as a decoded picture does.
  func pixelShape(of frame: UnsafeMutablePointer<AVFrame>?) -> (numerator: Int32, denominator: Int32) {
    guard let stream, let pointer = unsafe demuxer.stream(stream.index) else { return (1, 1) }
    let ratio = unsafe av_guess_sample_aspect_ratio(demuxer.context, pointer, frame)
    return ratio.num > 0 && ratio.den > 0 ? (ratio.num, ratio.den) : (1, 1)
  }
}

extension Demuxer {
  /// Whether streams can appear that the header did not announce.
  var mayHaveMoreStreams: Bool {
    unsafe streamCount == 0 || context.pointee.ctx_flags & AVFMTCTX_NOHEADER != 0
  }

  /// Where FFmpeg has its durations from.
  enum DurationOrigin {
    case header
    /// From the time stamps of packets at both ends of the file.
    case packets
    /// From the size and an assumed bit rate: a guess that has been off by hours.
    case bitRate
  }

  var durationOrigin: DurationOrigin {
    switch unsafe context.pointee.duration_estimation_method {
    // Zero, so also the value before any estimate; FFmpeg looks at time stamps in these two containers only.
    case AVFMT_DURATION_FROM_PTS where ["mpegts", "mpeg"].contains(container): .packets
    case AVFMT_DURATION_FROM_BITRATE: .bitRate
    default: .header
    }
  }

  /// The longest stream's end as the container says it, in milliseconds; nil when unknown or absurd.
  var fileDurationMilliseconds: Int? {
    guard durationOrigin != .bitRate else { return nil }
    let said = unsafe MediaTime.milliseconds(context.pointee.duration, in: HR_TIME_BASE)
    return said.flatMap { $0 > 0 ? $0 : nil }
  }

  /// FFmpeg's name of the first audio stream's codec.
  var audioCodecName: String? {
    for index in 0..<streamCount {
      guard let stream = unsafe stream(index), let parameters = unsafe stream.pointee.codecpar,
        unsafe parameters.pointee.codec_type == AVMEDIA_TYPE_AUDIO
      else { continue }
      return unsafe String(cString: avcodec_get_name(parameters.pointee.codec_id))
    }
    return nil
  }
}
