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
  /// Whether the header says that the pictures are encrypted: WebM's key, QuickTime's protected entries, MP4's key system
  /// for AV1. MP4's other packets say it one by one (`Packet.isEncrypted`), and some can be clear.
  let isSaidEncrypted: Bool
  /// How many pictures the header or the table counts; nil when neither does.
  let pictureCount: Int?
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
    isSaidEncrypted =
      unsafe av_dict_get(stream.pointee.metadata, "enc_key_id", nil, 0) != nil || ["drmi", "encv"].contains(tag)
      || codec == AV_CODEC_ID_AV1 && av_stream_get_side_data(stream, AV_PKT_DATA_ENCRYPTION_INIT_INFO, nil) != nil
    let rate = unsafe stream.pointee.avg_frame_rate
    let frameCount = unsafe Int(stream.pointee.nb_frames)
    let counted = unsafe frameCount > 0 ? frameCount : Int(avformat_index_get_entries_count(stream))
    // Matroska's table has a few key frames, and only of some streams.
    pictureCount = counted > 0 && (frameCount > 0 || demuxer.container != "matroska") ? counted : nil
    frameRate =
      FrameRate(numerator: Int(rate.num), denominator: Int(rate.den))
      ?? .average(of: frameCount, in: durationMilliseconds)
    hasAbsurdDuration = said != nil && durationMilliseconds == nil
  }

  /// The stream that is the film.
  ///
  /// A single picture beside a film is a cover, whether the container calls it one or not. Among several films it is the
  /// first that can be decoded and is not much shorter than the longest: a preview or a title is no film either.
  static func main(of demuxer: borrowing Demuxer) -> VideoStream? {
    var streams: [VideoStream] = []
    for index in 0..<demuxer.streamCount {
      if let stream = VideoStream(demuxer, index: index) { streams.append(stream) }
    }
    guard streams.count > 1 else { return streams.first }
    let films = streams.filter { !$0.isSinglePicture(beside: streams) }
    let candidates = films.isEmpty ? streams : films
    let allowed = candidates.filter(\.isAllowed)
    let decodable = allowed.isEmpty ? candidates : allowed
    let longest = decodable.compactMap(\.durationMilliseconds).max() ?? 0
    return decodable.first { ($0.durationMilliseconds ?? longest) >= longest / 2 } ?? decodable.first
  }

  /// Whether the stream has one picture, or is of a codec for pictures in a container that does not count them, beside one
  /// of a codec for films.
  private func isSinglePicture(beside streams: [VideoStream]) -> Bool {
    if let pictureCount { return pictureCount == 1 }
    return isOfPictureCodec && streams.contains { !$0.isOfPictureCodec }
  }

  private var isOfPictureCodec: Bool { Self.pictureCodecs.contains(codec) }

  private static let pictureCodecs = [
    AV_CODEC_ID_MJPEG, AV_CODEC_ID_PNG, AV_CODEC_ID_BMP, AV_CODEC_ID_GIF, AV_CODEC_ID_WEBP, AV_CODEC_ID_TIFF,
    AV_CODEC_ID_JPEG2000,
  ]

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
