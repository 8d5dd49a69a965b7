import CFFmpeg
import MediaFacts

/// Owns an open container.
@safe struct Demuxer: ~Copyable {
  // Owned by self; freed in deinit.
  let context: UnsafeMutablePointer<AVFormatContext>
  private let stream: ByteStream

  var source: MediaSource { stream.source }

  /// FFmpeg's first short name of the container, such as `mov`.
  let container: String

  /// Reads a container's header. Starts at the source's first byte.
  static func open(_ source: MediaSource) throws(MediaError) -> Demuxer {
    source.rewind()
    let stream = try ByteStream.make(reading: source)
    let format = unsafe try stream.probe()
    guard let context = unsafe avformat_alloc_context() else { throw MediaError(.outOfMemory, "no memory to open") }
    unsafe configure(context, reading: stream)
    var opened: UnsafeMutablePointer<AVFormatContext>? = unsafe context
    // Frees the context when it fails.
    let status = unsafe avformat_open_input(&opened, nil, format, nil)
    guard status >= 0, let opened = unsafe opened else {
      throw MediaError(status, doing: "the header cannot be read", from: source)
    }
    return unsafe Demuxer(owning: opened, stream: stream)
  }

  private init(owning context: UnsafeMutablePointer<AVFormatContext>, stream: consuming ByteStream) {
    unsafe self.context = unsafe context
    self.stream = stream
    let names = unsafe String(cString: context.pointee.iformat.pointee.name)
    container = String(names.prefix { $0 != "," })
  }

  deinit {
    var context: UnsafeMutablePointer<AVFormatContext>? = unsafe context
    unsafe avformat_close_input(&context)
  }

  private static func configure(
    _ context: UnsafeMutablePointer<AVFormatContext>, reading stream: borrowing ByteStream
  ) {
    unsafe context.pointee.pb = unsafe stream.context
    unsafe context.pointee.flags |= AVFMT_FLAG_CUSTOM_IO
    // A playlist or an external reference asks for another file here; it gets none.
    unsafe context.pointee.io_open = { _, _, _, _, _ in HR_ERROR_DENIED }
    unsafe context.pointee.protocol_whitelist = unsafe av_strdup("none")
    unsafe context.pointee.format_whitelist = unsafe av_strdup(Allowlist.formatList)
    unsafe context.pointee.codec_whitelist = unsafe av_strdup(Allowlist.decoderList)
    unsafe context.pointee.max_streams = 64
    unsafe context.pointee.probesize = 4 << 20
    unsafe context.pointee.format_probesize = 1 << 20
    unsafe context.pointee.max_analyze_duration = 3_000_000
    unsafe context.pointee.max_probe_packets = 500
    unsafe context.pointee.max_ts_probe = 50
    // Polled in few places in FFmpeg 5.1; the read callback and the parent keep time.
    let address = unsafe Unmanaged.passUnretained(stream.source).toOpaque()
    unsafe context.pointee.interrupt_callback = unsafe AVIOInterruptCB(
      callback: { source in
        guard let source = unsafe source else { return 0 }
        return unsafe Unmanaged<MediaSource>.fromOpaque(source).takeUnretainedValue().isOverdue ? 1 : 0
      }, opaque: address)
  }

  // MARK: Streams

  var streamCount: Int { unsafe Int(context.pointee.nb_streams) }

  /// The stream of an index below `streamCount`.
  func stream(_ index: Int) -> UnsafeMutablePointer<AVStream>? {
    guard (0..<streamCount).contains(index) else { return nil }
    return unsafe context.pointee.streams[index]
  }

  /// Decodes a little of every video stream to learn what the header left out: costs as much as a thumbnail and more.
  ///
  /// - Parameter hasSound: Whether to look at the streams of sound, too; none is decoded.
  func probeStreams(withSound hasSound: Bool = false) throws(MediaError) {
    let count = streamCount
    let options = UnsafeMutableBufferPointer<OpaquePointer?>.allocate(capacity: count)
    unsafe options.initialize(repeating: nil)
    defer {
      for index in 0..<count { unsafe av_dict_free(&options[index]) }
      unsafe options.deallocate()
    }
    for index in 0..<count {
      // Without these the probe's own decoders know no limits.
      unsafe av_dict_set_int(&options[index], "threads", 1, 0)
      unsafe av_dict_set_int(&options[index], "max_pixels", Decoder.largestPixelCount, 0)
      guard let stream = unsafe stream(index) else { continue }
      let kind = unsafe stream.pointee.codecpar.pointee.codec_type
      let isWanted = kind == AVMEDIA_TYPE_VIDEO || hasSound && kind == AVMEDIA_TYPE_AUDIO
      if !isWanted { unsafe stream.pointee.discard = AVDISCARD_ALL }
    }
    let status = unsafe avformat_find_stream_info(context, options.baseAddress)
    guard status >= 0 else { throw MediaError(status, doing: "the streams cannot be read", from: source) }
  }

  /// Lets only one stream's packets through.
  func keepOnly(streamIndex: Int) {
    for index in 0..<streamCount {
      guard let stream = unsafe stream(index) else { continue }
      unsafe stream.pointee.discard = index == streamIndex ? AVDISCARD_DEFAULT : AVDISCARD_ALL
    }
  }

  // MARK: Packets

  /// Reads the next packet of any stream; nil at the end, or when the rest cannot be read.
  func read(into packet: borrowing Packet) -> Bool {
    unsafe av_packet_unref(packet.pointer)
    return unsafe av_read_frame(context, packet.pointer) >= 0
  }

  /// Which packets a search may end at.
  enum SeekTarget {
    case keyFrame, any
  }

  /// Goes to the last key frame, or the last packet, at or before a moment, in the stream's time base.
  func seek(streamIndex: Int, to timestamp: Int64, _ target: SeekTarget = .keyFrame) -> Bool {
    let flags = target == .any ? AVSEEK_FLAG_BACKWARD | AVSEEK_FLAG_ANY : AVSEEK_FLAG_BACKWARD
    return unsafe av_seek_frame(context, Int32(streamIndex), timestamp, flags) >= 0
  }

  /// Goes to an offset in a container that can be entered anywhere; one before the start means the start.
  func seek(toByte offset: Int) -> Bool {
    unsafe av_seek_frame(context, -1, Int64(max(0, offset)), AVSEEK_FLAG_BYTE) >= 0
  }
}
