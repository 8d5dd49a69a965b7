import CFFmpeg

/// A small video drawn and encoded while a test runs, by FFmpeg's own encoders.
public struct TestVideo: Sendable {
  /// A pixel as limited-range YUV.
  public typealias Pixel = (y: UInt8, u: UInt8, v: UInt8)

  /// FFmpeg's name of the muxer, such as `mp4`, `mov`, `matroska`, `avi` or `mpegts`.
  public var muxer = "mp4"
  /// FFmpeg's name of the encoder; it must take planar YUV 4:2:0.
  public var encoder = "mpeg4"
  public var width = 64
  public var height = 48
  public var frameCount = 20
  public var framesPerSecond = 10
  /// A key frame at least every so many frames.
  public var keyFrameInterval = 5
  /// The nine numbers of a display matrix, or none.
  public var matrix: [Int32] = []
  /// Width to height of a pixel.
  public var pixelShape: (Int32, Int32) = (1, 1)
  /// FFmpeg's numbers for the colour matrix and range; 2 and 0 are "not said".
  public var colorSpace: UInt32 = 2
  public var colorRange: UInt32 = 0
  /// FFmpeg's number for the transfer curve; 2 is "not said", 16 is PQ, 18 is HLG.
  public var colorTransfer: UInt32 = 2
  /// Ten bits a sample, the two low ones zero; for libx264.
  public var isTenBit = false
  public var metadata: [String: String] = [:]
  /// Start and end in milliseconds, and a title.
  public var chapters: [(start: Int, end: Int, title: String)] = []
  /// Text tracks; for containers that take them.
  public var subtitles: [TestSubtitles] = []
  /// Further streams, before and behind that of the pictures.
  public var tracksBefore: [TestTrack] = []
  public var tracksAfter: [TestTrack] = []
  /// What is put before each encoded picture: for H.264 and HEVC units with start codes.
  public var supplement: [UInt8] = []
  /// FFmpeg's options for the muxer, such as `movflags`.
  public var muxerOptions: [String: String] = [:]
  /// The picture: column, row and number of the frame. The standard one is textured and bright enough to be chosen.
  public var paint: @Sendable (Int, Int, Int) -> Pixel = { x, y, frame in
    (UInt8(60 + (x * 5 + y * 3 + frame * 4) % 160), 128, 128)
  }

  public init() {}

  /// Options of MP4's muxer for common encryption with some key.
  public static let encryption = [
    "encryption_scheme": "cenc-aes-ctr", "encryption_key": "00112233445566778899aabbccddeeff",
    "encryption_kid": "ffeeddccbbaa99887766554433221100",
  ]

  /// What FFmpeg refused.
  public struct Failure: Error {
    public let what: String
    public let status: Int32
  }

  private func check(_ status: Int32, _ what: String) throws {
    if status < 0 { throw Failure(what: what, status: status) }
  }

  /// Encodes the video into a file.
  public func write(to path: String) throws {
    // Encoders chat on standard error.
    av_log_set_level(AV_LOG_QUIET)
    var format: UnsafeMutablePointer<AVFormatContext>?
    try check(avformat_alloc_output_context2(&format, nil, muxer, path), "muxer \(muxer)")
    guard let format else { throw Failure(what: "muxer \(muxer)", status: 0) }
    defer { avformat_free_context(format) }
    var others = try tracksBefore.map { ($0, try $0.addStream(to: format)) }
    guard let codec = avcodec_find_encoder_by_name(encoder), let stream = avformat_new_stream(format, nil) else {
      throw Failure(what: "encoder \(encoder)", status: 0)
    }
    var context = avcodec_alloc_context3(codec)
    defer { avcodec_free_context(&context) }
    guard let context else { throw Failure(what: "encoder \(encoder)", status: 0) }
    configure(context, globalHeader: format.pointee.oformat.pointee.flags & AVFMT_GLOBALHEADER != 0)
    try check(avcodec_open2(context, codec, nil), "open \(encoder)")
    try describe(stream, as: context)
    for (key, value) in metadata { av_dict_set(&format.pointee.metadata, key, value, 0) }
    addChapters(to: format)
    others += try tracksAfter.map { ($0, try $0.addStream(to: format)) }
    let tracks = try subtitles.map { try $0.addStream(to: format) }
    try check(avio_open(&format.pointee.pb, path, AVIO_FLAG_WRITE), "open \(path)")
    defer { avio_closep(&format.pointee.pb) }
    var options: OpaquePointer?
    for (key, value) in muxerOptions { av_dict_set(&options, key, value, 0) }
    defer { av_dict_free(&options) }
    try check(avformat_write_header(format, &options), "header")
    for (track, stream) in others { try track.write(to: stream, of: format) }
    for (track, stream) in zip(subtitles, tracks) { try track.write(to: stream, of: format) }
    for number in 0..<frameCount { try encode(number, with: context, into: format, stream) }
    try encode(nil, with: context, into: format, stream)
    try check(av_write_trailer(format), "trailer")
  }

  private func addChapters(to format: UnsafeMutablePointer<AVFormatContext>) {
    guard !chapters.isEmpty else { return }
    let size = MemoryLayout<UnsafeMutablePointer<AVChapter>?>.stride
    format.pointee.chapters = av_calloc(chapters.count, size)?
      .assumingMemoryBound(to: UnsafeMutablePointer<AVChapter>?.self)
    for (number, chapter) in chapters.enumerated() {
      let memory = av_mallocz(MemoryLayout<AVChapter>.size)?.assumingMemoryBound(to: AVChapter.self)
      memory?.pointee.id = Int64(number + 1)
      memory?.pointee.time_base = AVRational(num: 1, den: 1000)
      memory?.pointee.start = Int64(chapter.start)
      memory?.pointee.end = Int64(chapter.end)
      if let memory { av_dict_set(&memory.pointee.metadata, "title", chapter.title, 0) }
      format.pointee.chapters[number] = memory
    }
    format.pointee.nb_chapters = UInt32(chapters.count)
  }

  private func configure(_ context: UnsafeMutablePointer<AVCodecContext>, globalHeader: Bool) {
    context.pointee.width = Int32(width)
    context.pointee.height = Int32(height)
    context.pointee.pix_fmt =
      isTenBit ? AV_PIX_FMT_YUV420P10LE : encoder == "mjpeg" ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P
    context.pointee.time_base = AVRational(num: 1, den: Int32(framesPerSecond))
    context.pointee.framerate = AVRational(num: Int32(framesPerSecond), den: 1)
    context.pointee.sample_aspect_ratio = AVRational(num: pixelShape.0, den: pixelShape.1)
    context.pointee.gop_size = Int32(keyFrameInterval)
    context.pointee.flags |= AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT
    context.pointee.global_quality = FF_QP2LAMBDA
    context.pointee.colorspace = AVColorSpace(colorSpace)
    context.pointee.color_trc = AVColorTransferCharacteristic(colorTransfer)
    context.pointee.color_range = AVColorRange(colorRange)
    context.pointee.thread_count = 1
    if globalHeader { context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER }
  }

  private func describe(
    _ stream: UnsafeMutablePointer<AVStream>, as context: UnsafeMutablePointer<AVCodecContext>
  ) throws {
    try check(avcodec_parameters_from_context(stream.pointee.codecpar, context), "parameters")
    stream.pointee.time_base = context.pointee.time_base
    stream.pointee.avg_frame_rate = context.pointee.framerate
    stream.pointee.sample_aspect_ratio = context.pointee.sample_aspect_ratio
    guard !matrix.isEmpty else { return }
    let data = av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, matrix.count * 4)
    guard let data else { throw Failure(what: "display matrix", status: 0) }
    for (index, number) in matrix.enumerated() {
      UnsafeMutableRawPointer(data).storeBytes(of: number, toByteOffset: index * 4, as: Int32.self)
    }
  }

  /// Encodes one frame, or what is left when there is none, and writes the packets that come of it.
  private func encode(
    _ number: Int?, with context: UnsafeMutablePointer<AVCodecContext>,
    into format: UnsafeMutablePointer<AVFormatContext>, _ stream: UnsafeMutablePointer<AVStream>
  ) throws {
    var frame = av_frame_alloc()
    var packet = av_packet_alloc()
    defer {
      av_frame_free(&frame)
      av_packet_free(&packet)
    }
    guard let frame, let packet else { throw Failure(what: "memory", status: 0) }
    if let number {
      frame.pointee.width = context.pointee.width
      frame.pointee.height = context.pointee.height
      frame.pointee.format = context.pointee.pix_fmt.rawValue
      frame.pointee.pts = Int64(number)
      frame.pointee.quality = FF_QP2LAMBDA
      try check(av_frame_get_buffer(frame, 0), "frame")
      draw(number, on: frame)
      try check(avcodec_send_frame(context, frame), "encode")
    } else {
      try check(avcodec_send_frame(context, nil), "drain")
    }
    while avcodec_receive_packet(context, packet) >= 0 {
      if packet.pointee.duration == 0 { packet.pointee.duration = 1 }
      av_packet_rescale_ts(packet, context.pointee.time_base, stream.pointee.time_base)
      packet.pointee.stream_index = stream.pointee.index
      try supply(packet)
      try check(av_interleaved_write_frame(format, packet), "write")
    }
  }

  private func supply(_ packet: UnsafeMutablePointer<AVPacket>) throws {
    guard !supplement.isEmpty else { return }
    let size = Int(packet.pointee.size)
    try check(av_packet_make_writable(packet), "memory")
    try check(av_grow_packet(packet, Int32(supplement.count)), "memory")
    (packet.pointee.data + supplement.count).update(from: packet.pointee.data, count: size)
    packet.pointee.data.update(from: supplement, count: supplement.count)
  }

  private func put(_ sample: UInt8, into plane: UnsafeMutablePointer<UInt8>?, _ column: Int, _ row: Int) {
    guard let plane else { return }
    guard isTenBit else { return plane[row + column] = sample }
    UnsafeMutableRawPointer(plane).storeBytes(
      of: UInt16(sample) << 2, toByteOffset: row + 2 * column, as: UInt16.self)
  }

  private func draw(_ number: Int, on frame: UnsafeMutablePointer<AVFrame>) {
    let data = frame.pointee.data
    let size = frame.pointee.linesize
    for y in 0..<height {
      for x in 0..<width {
        let pixel = paint(x, y, number)
        put(pixel.y, into: data.0, x, y * Int(size.0))
        put(pixel.u, into: data.1, x / 2, y / 2 * Int(size.1))
        put(pixel.v, into: data.2, x / 2, y / 2 * Int(size.2))
      }
    }
  }
}
