import CFFmpeg

/// A further stream of a `TestVideo`, its packets given byte by byte.
public struct TestTrack: Sendable {
  public enum Kind: Sendable {
    /// A track of data with four letters, such as `gpmd`.
    case data(String)
    /// One or more encoded pictures of FFmpeg's codec of a name.
    case pictures(codec: String, width: Int, height: Int)
    /// Samples of 16 bits at 8 kHz, one channel.
    case sound(codec: String)
    /// A file in a Matroska file.
    case attachment(name: String)
  }

  public var kind: Kind
  /// Each lasts as long as `packetMilliseconds`.
  public var packets: [[UInt8]]
  public var packetMilliseconds = 1000
  public var metadata: [String: String] = [:]

  public init(_ kind: Kind, packets: [[UInt8]]) {
    self.kind = kind
    self.packets = packets
  }

  /// A picture as JPEG.
  public static func jpeg(in folder: String) throws -> [UInt8] {
    var picture = TestVideo()
    (picture.muxer, picture.encoder, picture.frameCount) = ("mjpeg", "mjpeg", 1)
    (picture.width, picture.height) = (32, 32)
    let path = folder + "/picture.jpg"
    try picture.write(to: path)
    return try bytes(of: path)
  }

  static func bytes(of path: String) throws -> [UInt8] {
    var context: UnsafeMutablePointer<AVIOContext>?
    guard avio_open(&context, path, AVIO_FLAG_READ) >= 0, let context else {
      throw TestVideo.Failure(what: "open \(path)", status: 0)
    }
    defer { avio_close(context) }
    var bytes = [UInt8](repeating: 0, count: Int(avio_size(context)))
    guard avio_read(context, &bytes, Int32(bytes.count)) == bytes.count else {
      throw TestVideo.Failure(what: "read \(path)", status: 0)
    }
    return bytes
  }

  func addStream(to format: UnsafeMutablePointer<AVFormatContext>) throws -> UnsafeMutablePointer<AVStream> {
    guard let stream = avformat_new_stream(format, nil), let parameters = stream.pointee.codecpar else {
      throw TestVideo.Failure(what: "track", status: 0)
    }
    stream.pointee.time_base = AVRational(num: 1, den: 1000)
    for (key, value) in metadata { av_dict_set(&stream.pointee.metadata, key, value, 0) }
    switch kind {
    case .data(let tag):
      parameters.pointee.codec_type = AVMEDIA_TYPE_DATA
      parameters.pointee.codec_id = AV_CODEC_ID_BIN_DATA
      parameters.pointee.codec_tag = tag.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    case .pictures(let codec, let width, let height):
      parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
      parameters.pointee.codec_id = avcodec_descriptor_get_by_name(codec)?.pointee.id ?? AV_CODEC_ID_NONE
      parameters.pointee.width = Int32(width)
      parameters.pointee.height = Int32(height)
      parameters.pointee.format = AV_PIX_FMT_YUVJ420P.rawValue
    case .sound(let codec):
      parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
      parameters.pointee.codec_id = avcodec_descriptor_get_by_name(codec)?.pointee.id ?? AV_CODEC_ID_NONE
      parameters.pointee.sample_rate = 8000
      parameters.pointee.format = AV_SAMPLE_FMT_S16.rawValue
      av_channel_layout_default(&parameters.pointee.ch_layout, 1)
      parameters.pointee.block_align = 2
      parameters.pointee.bits_per_coded_sample = 16
      stream.pointee.time_base = AVRational(num: 1, den: 8000)
    case .attachment(let name):
      parameters.pointee.codec_type = AVMEDIA_TYPE_ATTACHMENT
      parameters.pointee.codec_id = AV_CODEC_ID_BIN_DATA
      av_dict_set(&stream.pointee.metadata, "filename", name, 0)
      av_dict_set(&stream.pointee.metadata, "mimetype", "application/octet-stream", 0)
      let bytes = packets.first ?? []
      guard let memory = av_mallocz(bytes.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)) else {
        throw TestVideo.Failure(what: "memory", status: 0)
      }
      memory.copyMemory(from: bytes, byteCount: bytes.count)
      parameters.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
      parameters.pointee.extradata_size = Int32(bytes.count)
    }
    return stream
  }

  func write(to stream: UnsafeMutablePointer<AVStream>, of format: UnsafeMutablePointer<AVFormatContext>) throws {
    if case .attachment = kind { return }
    for (number, bytes) in packets.enumerated() {
      var packet = av_packet_alloc()
      defer { av_packet_free(&packet) }
      guard let packet, av_new_packet(packet, Int32(bytes.count)) >= 0 else {
        throw TestVideo.Failure(what: "memory", status: 0)
      }
      packet.pointee.data.update(from: bytes, count: bytes.count)
      packet.pointee.pts = Int64(number * packetMilliseconds)
      packet.pointee.dts = packet.pointee.pts
      packet.pointee.duration = Int64(packetMilliseconds)
      packet.pointee.flags |= AV_PKT_FLAG_KEY
      packet.pointee.stream_index = stream.pointee.index
      av_packet_rescale_ts(packet, AVRational(num: 1, den: 1000), stream.pointee.time_base)
      guard av_interleaved_write_frame(format, packet) >= 0 else {
        throw TestVideo.Failure(what: "track", status: 0)
      }
    }
  }
}
