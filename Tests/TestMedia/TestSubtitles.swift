import CFFmpeg

/// A text track for a `TestVideo`.
public struct TestSubtitles: Sendable {
  /// FFmpeg's name of the codec: `subrip`, `webvtt`, `ass` or `mov_text`.
  public var codec: String
  public var language: String?
  /// Times in milliseconds; the text as the container keeps it.
  public var cues: [(start: Int64, length: Int64, text: String)]

  public init(codec: String, language: String? = nil, cues: [(start: Int64, length: Int64, text: String)]) {
    self.codec = codec
    self.language = language
    self.cues = cues
  }

  /// The head that ASS tracks begin with.
  private static let assHeader = """
    [Script Info]\r
    ScriptType: v4.00+\r
    \r
    [Events]\r
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r

    """

  func addStream(to format: UnsafeMutablePointer<AVFormatContext>) throws -> UnsafeMutablePointer<AVStream> {
    guard let stream = avformat_new_stream(format, nil), let descriptor = avcodec_descriptor_get_by_name(codec) else {
      throw TestVideo.Failure(what: "subtitles \(codec)", status: 0)
    }
    stream.pointee.codecpar.pointee.codec_type = AVMEDIA_TYPE_SUBTITLE
    stream.pointee.codecpar.pointee.codec_id = descriptor.pointee.id
    stream.pointee.time_base = AVRational(num: 1, den: 1000)
    if let language { av_dict_set(&stream.pointee.metadata, "language", language, 0) }
    if codec == "ass" {
      let bytes = Array(Self.assHeader.utf8)
      let padding = Int(AV_INPUT_BUFFER_PADDING_SIZE)
      guard let memory = av_mallocz(bytes.count + padding) else {
        throw TestVideo.Failure(what: "memory", status: 0)
      }
      memory.copyMemory(from: bytes, byteCount: bytes.count)
      stream.pointee.codecpar.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
      stream.pointee.codecpar.pointee.extradata_size = Int32(bytes.count)
    }
    return stream
  }

  func write(
    to stream: UnsafeMutablePointer<AVStream>, of format: UnsafeMutablePointer<AVFormatContext>
  ) throws {
    for (number, cue) in cues.enumerated() {
      var packet = av_packet_alloc()
      defer { av_packet_free(&packet) }
      var bytes = Array(cue.text.utf8)
      if codec == "mov_text" { bytes = [UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes }
      if codec == "ass" { bytes = Array("\(number),0,Default,,0,0,0,,".utf8) + bytes }
      guard let packet, av_new_packet(packet, Int32(bytes.count)) >= 0 else {
        throw TestVideo.Failure(what: "memory", status: 0)
      }
      packet.pointee.data.update(from: bytes, count: bytes.count)
      packet.pointee.pts = cue.start
      packet.pointee.dts = cue.start
      packet.pointee.duration = cue.length
      packet.pointee.stream_index = stream.pointee.index
      av_packet_rescale_ts(packet, AVRational(num: 1, den: 1000), stream.pointee.time_base)
      guard av_interleaved_write_frame(format, packet) >= 0 else {
        throw TestVideo.Failure(what: "subtitles", status: 0)
      }
    }
  }
}
