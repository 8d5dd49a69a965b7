import CFFmpeg
import MediaFacts

/// An open container and the video stream in it that matters.
struct OpenMedia: ~Copyable {
  let demuxer: Demuxer
  /// Nil in a file without a moving picture.
  var stream: VideoStream?

  /// The video's playing time as the header gives it, or as FFmpeg found it while probing, in milliseconds; the file's
  /// where there is none. Nil when neither is to be believed.
  var headerMilliseconds: Int? {
    guard let stream, !demuxer.isDurationGuessed else { return nil }
    if let milliseconds = stream.durationMilliseconds { return milliseconds }
    return stream.hasAbsurdDuration ? nil : demuxer.fileDurationMilliseconds
  }

  /// Refuses a film that is encrypted, of a codec that is not on the list, or too large.
  func refuseUnwanted() throws(MediaError) {
    guard let stream else { return }
    try Protection.refuse(stream, in: demuxer)
    guard stream.isAllowed else {
      let name = stream.codec == AV_CODEC_ID_NONE ? "'\(stream.tag)'" : stream.codecName
      throw MediaError(.codecNotAllowed, "the codec \(name) is not supported")
    }
    if let size = stream.codedSize, Int64(size.width * size.height) > Decoder.largestPixelCount {
      throw MediaError(.tooLarge, "a picture of \(size.width)x\(size.height) pixels")
    }
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

  /// Whether FFmpeg made its durations from the size and an assumed bit rate: a guess that has been off by hours.
  var isDurationGuessed: Bool {
    unsafe context.pointee.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE
  }

  /// The longest stream's end as the container says it, in milliseconds; nil when unknown or absurd.
  ///
  /// MP4 says it of every stream, which FFmpeg holds to the samples; its word about the whole is believed least.
  var fileDurationMilliseconds: Int? {
    guard !isDurationGuessed else { return nil }
    if container == "mov", let longest = longestStreamMilliseconds(except: nil) { return longest }
    let said = unsafe MediaTime.milliseconds(context.pointee.duration, in: HR_TIME_BASE)
    return said.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The longest duration that the container gives to a stream, in milliseconds.
  ///
  /// - Parameter exception: A stream that does not count.
  func longestStreamMilliseconds(except exception: Int?) -> Int? {
    (0..<streamCount).compactMap { index in
      guard index != exception, let stream = unsafe stream(index), let duration = unsafe stream.pointee.duration.known
      else { return nil }
      return unsafe MediaTime.milliseconds(duration, in: stream.pointee.time_base)
    }.filter { $0 > 0 }.max()
  }

  /// The same where it is the header that says it: MPEG's streams have none, and FFmpeg looks at packets.
  var headerFileMilliseconds: Int? { hasBreakingClock ? nil : fileDurationMilliseconds }

  /// Whether the container is one whose clock can jump in mid-file: MPEG's streams, which can be cut anywhere.
  var hasBreakingClock: Bool { ["mpegts", "mpeg"].contains(container) }

  /// The first moment of all streams by the header and the sample tables, in microseconds; nil without either.
  var tableStart: Int64? {
    var first: Int64?
    for index in 0..<streamCount {
      guard let stream = unsafe stream(index), unsafe stream.pointee.time_base.den > 0 else { continue }
      let entry = unsafe avformat_index_get_entry(stream, 0)
      guard let time = unsafe stream.pointee.start_time.known ?? entry?.pointee.timestamp else { continue }
      let start = unsafe av_rescale_q(time, stream.pointee.time_base, HR_TIME_BASE)
      first = min(first ?? start, start)
    }
    return first
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
