import CFFmpeg
import MediaFacts

/// Owns the AVIOContext through which FFmpeg reads a source; it knows no path and opens nothing.
@safe struct ByteStream: ~Copyable {
  // Owned by self; freed in deinit.
  let context: UnsafeMutablePointer<AVIOContext>
  // The context's callbacks hold the source's address without counting it.
  let source: MediaSource

  /// Measured: 32 KB reads are as fast as any, cold and warm (docs/SPEED.md).
  private static let bufferByteCount = 32 * 1024

  static func make(reading source: MediaSource) throws(MediaError) -> ByteStream {
    guard let buffer = unsafe av_malloc(bufferByteCount) else { throw MediaError(.outOfMemory, "no memory to read") }
    let address = unsafe Unmanaged.passUnretained(source).toOpaque()
    let context = unsafe avio_alloc_context(
      buffer.assumingMemoryBound(to: UInt8.self), Int32(bufferByteCount), 0, address, readCallback, nil, seekCallback)
    guard let context = unsafe context else {
      unsafe av_free(buffer)
      throw MediaError(.outOfMemory, "no memory to read")
    }
    return unsafe ByteStream(context: context, source: source)
  }

  private init(context: UnsafeMutablePointer<AVIOContext>, source: MediaSource) {
    unsafe self.context = unsafe context
    self.source = source
  }

  deinit {
    // FFmpeg replaces the buffer as it likes, so it is the context's present one that is freed.
    unsafe av_freep(&context.pointee.buffer)
    var context: UnsafeMutablePointer<AVIOContext>? = unsafe context
    unsafe avio_context_free(&context)
  }

  /// Names the demuxer that fits the content.
  ///
  /// - Throws: `.damaged` when none does, `.formatNotAllowed` when it is not on the list.
  borrowing func probe() throws(MediaError) -> UnsafePointer<AVInputFormat> {
    var format: UnsafePointer<AVInputFormat>?
    let status = unsafe av_probe_input_buffer2(context, &format, nil, nil, 0, 1 << 20)
    guard status >= 0, let format = unsafe format else {
      if source.failure == nil, source.byteCount == 0 { throw MediaError(.damaged, "the file is empty") }
      throw MediaError(status, doing: "unknown container", from: source)
    }
    let names = unsafe String(cString: format.pointee.name)
    guard Allowlist.allows(format: names) else {
      throw MediaError(.formatNotAllowed, "the container \(names.prefix(WireLimits.nameByteCount)) is not supported")
    }
    return unsafe format
  }
}

/// What a call of FFmpeg's `seek` asks for.
enum SeekRequest {
  /// How many bytes there are.
  case size
  /// To go to a place, which may be before the start or behind the end.
  case place(Int)
  case nowhere

  init(to offset: Int64, whence: Int32, from position: Int, byteCount: Int) {
    let base: Int
    switch whence & ~AVSEEK_FORCE {
    case AVSEEK_SIZE:
      self = .size
      return
    case SEEK_CUR: base = position
    case SEEK_END: base = byteCount
    default: base = 0
    }
    let (target, overflows) = base.addingReportingOverflow(Int(offset))
    self = overflows ? .nowhere : .place(target)
  }
}

private let readCallback: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int32) -> Int32 = {
  source, buffer, count in
  guard let source = unsafe source, let buffer = unsafe buffer, count > 0 else { return HR_ERROR_IO }
  let bytes = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
  return unsafe Unmanaged<MediaSource>.fromOpaque(source).takeUnretainedValue().read(into: bytes)
}

private let seekCallback: @convention(c) (UnsafeMutableRawPointer?, Int64, Int32) -> Int64 = { source, offset, whence in
  guard let source = unsafe source else { return Int64(HR_ERROR_IO) }
  return unsafe Unmanaged<MediaSource>.fromOpaque(source).takeUnretainedValue().seek(to: offset, whence: whence)
}
