import CFFmpeg
import MediaFacts

/// Owns an open decoder of text subtitles from the closed list.
@safe struct SubtitleDecoder: ~Copyable {
  // Owned by self; freed in deinit.
  private let context: UnsafeMutablePointer<AVCodecContext>

  /// A decoder that a collection can hold.
  final class Shared {  // a class: dictionaries hold no noncopyable values
    let decoder: SubtitleDecoder

    init(_ decoder: consuming SubtitleDecoder) { self.decoder = decoder }
  }

  /// Whether a stream is text that the closed list decodes.
  static func exists(for stream: UnsafeMutablePointer<AVStream>) -> Bool {
    guard let parameters = unsafe stream.pointee.codecpar else { return false }
    return unsafe parameters.pointee.codec_type == AVMEDIA_TYPE_SUBTITLE
      && Allowlist.textDecoder(for: parameters.pointee.codec_id) != nil
  }

  /// - Throws: `.codecNotAllowed`, or `.damaged` when the stream's parameters do not fit the codec.
  static func open(for stream: UnsafeMutablePointer<AVStream>) throws(MediaError) -> SubtitleDecoder {
    let parameters = unsafe stream.pointee.codecpar
    guard let parameters = unsafe parameters,
      let codec = unsafe Allowlist.textDecoder(for: parameters.pointee.codec_id)
    else { throw MediaError(.codecNotAllowed, "the subtitles are not supported") }
    guard let context = unsafe avcodec_alloc_context3(codec) else {
      throw MediaError(.outOfMemory, "no memory for a decoder")
    }
    let decoder = unsafe SubtitleDecoder(owning: context)  // owned from here
    guard unsafe avcodec_parameters_to_context(context, parameters) >= 0 else {
      throw MediaError(.damaged, "the subtitles' parameters cannot be read")
    }
    unsafe context.pointee.thread_count = 1
    unsafe context.pointee.codec_whitelist = unsafe av_strdup(Allowlist.textDecoderList)
    unsafe context.pointee.pkt_timebase = unsafe stream.pointee.time_base
    guard unsafe avcodec_open2(context, codec, nil) >= 0 else {
      throw MediaError(.damaged, "the decoder does not accept the subtitles' parameters")
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

  /// The events in a packet, in the form of Advanced SubStation Alpha; none when it cannot be decoded.
  func events(in packet: borrowing Packet) -> [String] {
    var subtitle = unsafe AVSubtitle()
    var isWhole: Int32 = 0
    let status = unsafe avcodec_decode_subtitle2(context, &subtitle, &isWhole, packet.pointer)
    guard status >= 0, isWhole != 0 else { return [] }
    defer { unsafe avsubtitle_free(&subtitle) }
    var events: [String] = []
    for index in 0..<min(unsafe Int(subtitle.num_rects), WireLimits.cueCount) {
      guard let rectangle = unsafe subtitle.rects[index], let text = unsafe rectangle.pointee.ass else { continue }
      // Only so much can be kept of a cue; markup may make up most of it.
      let bytes = unsafe UnsafeBufferPointer(start: text, count: strnlen(text, 16 * WireLimits.cueByteCount))
      events.append(unsafe String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return events
  }
}
