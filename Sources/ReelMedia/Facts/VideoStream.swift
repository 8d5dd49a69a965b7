import CFFmpeg
import MediaFacts

/// What a container's header says about its moving picture.
struct VideoStream {
  let index: Int
  let codec: AVCodecID
  /// FFmpeg's name of the codec, such as `h264`.
  let codecName: String
  /// Nil when the header does not say.
  let codedSize: PixelSize?
  let timeBase: AVRational
  /// The first moment, in the time base, as the header says it; nil when it does not.
  let knownStart: Int64?
  /// The first moment, in the time base: the header's, else what was found by reading, else 0.
  var start: Int64
  /// In the time base; nil when the header does not say, or says something impossible.
  let durationTicks: Int64?
  /// In milliseconds; nil when the header does not say, or says something impossible.
  let durationMilliseconds: Int?
  /// Whether the header gave an impossible duration.
  let hasAbsurdDuration: Bool
  let frameRate: FrameRate?
  /// FFmpeg's name of the codec's profile.
  let profile: String?
  let bitDepth: Int?
  let colors: ColorTags
  /// Whether the container carries a Dolby Vision configuration.
  let isDolbyVision: Bool
  /// Whether the pictures are encrypted although no packet of them says so.
  ///
  /// FFmpeg 5.1 marks encrypted packets of H.264 and HEVC, but not of AV1: there the container's key system shows it.
  let isSilentlyEncrypted: Bool
  /// Nil when the container's matrix is broken.
  let matrix: DisplayMatrix?
  /// The codec's four letters in the container, to name codecs that FFmpeg does not know.
  let tag: String

  init?(_ demuxer: borrowing Demuxer, index: Int) {
    guard let stream = unsafe demuxer.stream(index), let parameters = unsafe stream.pointee.codecpar,
      unsafe parameters.pointee.codec_type == AVMEDIA_TYPE_VIDEO,
      unsafe stream.pointee.disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS) == 0
    else { return nil }
    self.index = index
    codec = unsafe parameters.pointee.codec_id
    codecName = unsafe String(cString: avcodec_get_name(codec))
    codedSize = unsafe PixelSize(width: Int(parameters.pointee.width), height: Int(parameters.pointee.height))
    timeBase = unsafe stream.pointee.time_base
    knownStart = unsafe stream.pointee.start_time.known
    start = knownStart ?? 0
    matrix = unsafe Self.matrix(of: stream)
    let letters = unsafe parameters.pointee.codec_tag
    tag = String(
      decoding: (0..<4).map { UInt8(truncatingIfNeeded: letters >> (8 * $0)) }.filter { (0x21...0x7e).contains($0) },
      as: UTF8.self)
    let said = unsafe Self.saidDuration(of: stream)
    let timeBase = timeBase
    let believed = said.flatMap { MediaTime.milliseconds($0, in: timeBase) }.flatMap { $0 > 0 ? $0 : nil }
    let tagged = unsafe Self.taggedDuration(of: stream)
    durationTicks = believed == nil ? nil : said
    durationMilliseconds = believed ?? tagged
    (profile, bitDepth) = unsafe Self.configuration(of: parameters)
    colors = unsafe ColorTags(parameters)
    isDolbyVision = unsafe av_stream_get_side_data(stream, AV_PKT_DATA_DOVI_CONF, nil) != nil
    isSilentlyEncrypted =
      unsafe codec == AV_CODEC_ID_AV1 && av_stream_get_side_data(stream, AV_PKT_DATA_ENCRYPTION_INIT_INFO, nil) != nil
    let rate = unsafe stream.pointee.avg_frame_rate
    let frameCount = unsafe Int(stream.pointee.nb_frames)
    frameRate =
      FrameRate(numerator: Int(rate.num), denominator: Int(rate.den))
      ?? .average(of: frameCount, in: durationMilliseconds)
    hasAbsurdDuration = said != nil && durationMilliseconds == nil
  }

  /// The first video stream that can be decoded, else the first; cover pictures do not count.
  static func first(of demuxer: borrowing Demuxer) -> VideoStream? {
    var streams: [VideoStream] = []
    for index in 0..<demuxer.streamCount {
      if let stream = VideoStream(demuxer, index: index) { streams.append(stream) }
    }
    return streams.first { $0.isAllowed } ?? streams.first
  }

  var isAllowed: Bool { unsafe Allowlist.decoder(for: codec) != nil }

  private static func saidDuration(of stream: UnsafeMutablePointer<AVStream>) -> Int64? {
    guard let duration = unsafe stream.pointee.duration.known, duration != 0 else { return nil }
    return duration
  }

  /// Matroska keeps a stream's length in a tag that its writers agree on: `DURATION`, as 00:00:10.033000000.
  private static func taggedDuration(of stream: UnsafeMutablePointer<AVStream>) -> Int? {
    guard let entry = unsafe av_dict_get(stream.pointee.metadata, "DURATION", nil, AV_DICT_IGNORE_SUFFIX),
      let value = unsafe entry.pointee.value
    else { return nil }
    return unsafe ClockText.milliseconds(String(cString: value))
  }

  private static func matrix(of stream: UnsafeMutablePointer<AVStream>) -> DisplayMatrix? {
    var byteCount = 0
    guard let data = unsafe av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &byteCount) else {
      return .identity
    }
    let numbers = (0..<byteCount / 4).map {
      unsafe UnsafeRawPointer(data).loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self)
    }
    return DisplayMatrix(numbers)
  }
}
