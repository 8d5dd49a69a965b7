import CFFmpeg
import MediaFacts

/// Owns an open video decoder from the closed list, set for stills: one thread, no loop filter.
@safe struct Decoder: ~Copyable {
  // Owned by self; freed in deinit.
  private let context: UnsafeMutablePointer<AVCodecContext>

  /// A picture beyond this is refused: 8K has 33.2 million pixels.
  static let largestPixelCount: Int64 = 40_000_000

  /// - Throws: `.codecNotAllowed`, or `.damaged` when the stream's parameters do not fit the codec.
  static func open(for stream: UnsafeMutablePointer<AVStream>) throws(MediaError) -> Decoder {
    let parameters = unsafe stream.pointee.codecpar
    guard let parameters = unsafe parameters,
      let codec = unsafe Allowlist.decoder(for: parameters.pointee.codec_id)
    else { throw MediaError(.codecNotAllowed, "the codec is not supported") }
    guard let context = unsafe avcodec_alloc_context3(codec) else {
      throw MediaError(.outOfMemory, "no memory for a decoder")
    }
    let decoder = unsafe Decoder(owning: context)  // owned from here
    guard unsafe avcodec_parameters_to_context(context, parameters) >= 0 else {
      throw MediaError(.damaged, "the codec's parameters cannot be read")
    }
    unsafe context.pointee.thread_count = 1
    unsafe context.pointee.max_pixels = largestPixelCount
    unsafe context.pointee.codec_whitelist = unsafe av_strdup(Allowlist.decoderList)
    unsafe context.pointee.err_recognition = 0
    unsafe context.pointee.skip_frame = AVDISCARD_NONREF
    // A tenth of the cost; at thumbnail size 45 dB and better from the filtered picture (docs/SPEED.md).
    unsafe context.pointee.skip_loop_filter = AVDISCARD_ALL
    unsafe context.pointee.pkt_timebase = unsafe stream.pointee.time_base
    guard unsafe avcodec_open2(context, codec, nil) >= 0 else {
      throw MediaError(.damaged, "the decoder does not accept the stream's parameters")
    }
    return decoder
  }

  private init(owning context: UnsafeMutablePointer<AVCodecContext>) {
    unsafe self.context = unsafe context
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = unsafe context
    unsafe avcodec_free_context(&context)
  }

  /// Which pictures are not decoded, for those that follow.
  func skip(_ pictures: AVDiscard) {
    unsafe context.pointee.skip_frame = pictures
  }

  /// Which pictures' blocks stay unsmoothed, for those that follow.
  func leaveUnfiltered(_ pictures: AVDiscard) {
    unsafe context.pointee.skip_loop_filter = pictures
  }

  /// False when the decoder refuses the packet.
  func send(_ packet: borrowing Packet) -> Bool {
    unsafe avcodec_send_packet(context, packet.pointer) >= 0
  }

  /// Tells the decoder that nothing follows, so that it returns what it holds.
  func drain() {
    // Fails only when the decoder is drained already.
    _ = unsafe avcodec_send_packet(context, nil)
  }

  /// Whether a whole picture was ready.
  func receive(into frame: borrowing Frame) -> Bool {
    guard unsafe avcodec_receive_frame(context, frame.pointer) >= 0 else { return false }
    let hasPixels = unsafe frame.plane(0) != nil
    return hasPixels && PixelSize.sides.contains(frame.width) && PixelSize.sides.contains(frame.height)
  }

  /// Forgets what was sent, ready for a packet from elsewhere.
  func flush() {
    unsafe avcodec_flush_buffers(context)
  }
}
