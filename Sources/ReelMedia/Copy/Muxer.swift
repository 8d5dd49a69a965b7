import CFFmpeg
import MediaFacts

/// Owns a container that is being written, and the AVIOContext through which FFmpeg writes it; it knows no path and opens
/// nothing.
@safe struct Muxer: ~Copyable {
  // Owned by self; freed in deinit.
  let context: UnsafeMutablePointer<AVFormatContext>
  // Owned by self; freed in deinit.
  private let output: UnsafeMutablePointer<AVIOContext>
  // The output's callbacks hold the sink's address without counting it.
  let sink: CopySink

  private static let bufferByteCount = 64 * 1024

  /// Prepares a container without streams.
  static func make(_ container: CopyContainer, into sink: CopySink) throws(MediaError) -> Muxer {
    guard let format = unsafe Allowlist.muxer(for: container), let context = unsafe avformat_alloc_context() else {
      throw MediaError(.outOfMemory, "no memory to write")
    }
    let buffer = unsafe av_malloc(bufferByteCount)
    let address = unsafe Unmanaged.passUnretained(sink).toOpaque()
    let output = unsafe avio_alloc_context(
      buffer?.assumingMemoryBound(to: UInt8.self), Int32(bufferByteCount), 1, address, nil, writeCallback, seekCallback)
    guard let output = unsafe output else {
      unsafe av_free(buffer)
      unsafe avformat_free_context(context)
      throw MediaError(.outOfMemory, "no memory to write")
    }
    let muxer = unsafe Muxer(context: context, output: output, sink: sink)  // owned from here
    unsafe context.pointee.oformat = unsafe format
    unsafe context.pointee.pb = unsafe output
    // No name of a program, no date, no random numbers.
    unsafe context.pointee.flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT
    unsafe context.pointee.io_open = { _, _, _, _, _ in HR_ERROR_DENIED }
    // Dolby Vision's configuration in MP4 is not in the standard that FFmpeg 5.1 calls strict.
    unsafe context.pointee.strict_std_compliance = FF_COMPLIANCE_UNOFFICIAL
    // Packets that wait for those of other streams take memory: a second of them is enough.
    unsafe context.pointee.max_interleave_delta = 1_000_000
    return muxer
  }

  private init(
    context: UnsafeMutablePointer<AVFormatContext>, output: UnsafeMutablePointer<AVIOContext>, sink: CopySink
  ) {
    unsafe self.context = unsafe context
    unsafe self.output = unsafe output
    self.sink = sink
  }

  deinit {
    unsafe avformat_free_context(context)
    unsafe av_freep(&output.pointee.buffer)
    var output: UnsafeMutablePointer<AVIOContext>? = unsafe output
    unsafe avio_context_free(&output)
  }

  func addStream() throws(MediaError) -> UnsafeMutablePointer<AVStream> {
    guard let stream = unsafe avformat_new_stream(context, nil) else {
      throw MediaError(.outOfMemory, "no memory to write")
    }
    return unsafe stream
  }

  /// - Parameter options: FFmpeg's options of the container.
  func begin(_ options: [(name: String, value: Int)]) throws(MediaError) {
    var dictionary: OpaquePointer?
    defer { unsafe av_dict_free(&dictionary) }
    for option in options { unsafe av_dict_set_int(&dictionary, option.name, Int64(option.value), 0) }
    try check(unsafe avformat_write_header(context, &dictionary), "the copy cannot be begun")
  }

  /// Takes the packet, which is empty afterwards.
  func write(_ packet: borrowing Packet) throws(MediaError) {
    try check(unsafe av_interleaved_write_frame(context, packet.pointer), "a packet does not fit the copy")
  }

  /// Writes the packets that wait for others.
  ///
  /// - Returns: The size of the copy so far.
  func settle() throws(MediaError) -> Int {
    try check(unsafe av_interleaved_write_frame(context, nil), "a packet does not fit the copy")
    unsafe avio_flush(output)
    if let failure = sink.failure { throw failure }
    return sink.byteCount
  }

  /// Writes what follows the packets.
  func end() throws(MediaError) {
    try check(unsafe av_write_trailer(context), "the copy cannot be ended")
    unsafe avio_flush(output)
    sink.flush()
    if let failure = sink.failure { throw failure }
  }

  private func check(_ status: Int32, _ what: String) throws(MediaError) {
    if let failure = sink.failure { throw failure }
    guard status < 0 else { return }
    throw MediaError(
      status == HR_ERROR_NO_MEMORY ? .outOfMemory : .damaged, "\(what): \(MediaError.words(status))",
      libavStatus: status)
  }
}

private let writeCallback: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int32) -> Int32 = {
  sink, buffer, count in
  guard let sink = unsafe sink, let buffer = unsafe buffer, count >= 0 else { return HR_ERROR_IO }
  let bytes = unsafe UnsafeRawBufferPointer(start: buffer, count: Int(count))
  return unsafe Unmanaged<CopySink>.fromOpaque(sink).takeUnretainedValue().write(bytes)
}

private let seekCallback: @convention(c) (UnsafeMutableRawPointer?, Int64, Int32) -> Int64 = { sink, offset, whence in
  guard let sink = unsafe sink else { return Int64(HR_ERROR_IO) }
  return unsafe Unmanaged<CopySink>.fromOpaque(sink).takeUnretainedValue().seek(to: offset, whence: whence)
}
