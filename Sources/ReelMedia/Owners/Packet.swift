import CFFmpeg
import MediaFacts

/// Owns a packet's memory; the packet in it changes with every read.
@safe struct Packet: ~Copyable {
  // Owned by self; freed in deinit.
  let pointer: UnsafeMutablePointer<AVPacket>

  static func make() throws(MediaError) -> Packet {
    guard let pointer = unsafe av_packet_alloc() else { throw MediaError(.outOfMemory, "no memory for a packet") }
    return unsafe Packet(owning: pointer)
  }

  private init(owning pointer: UnsafeMutablePointer<AVPacket>) {
    unsafe self.pointer = unsafe pointer
  }

  deinit {
    var pointer: UnsafeMutablePointer<AVPacket>? = unsafe pointer
    unsafe av_packet_free(&pointer)
  }

  var streamIndex: Int { unsafe Int(pointer.pointee.stream_index) }

  var isKeyFrame: Bool { unsafe pointer.pointee.flags & AV_PKT_FLAG_KEY != 0 }

  /// Whether an edit list hides it: it is there for others to be decoded.
  var isHidden: Bool { unsafe pointer.pointee.flags & AV_PKT_FLAG_DISCARD != 0 }

  var isEncrypted: Bool {
    unsafe av_packet_get_side_data(pointer, AV_PKT_DATA_ENCRYPTION_INFO, nil) != nil
  }

  /// When it is shown, else when it is decoded, in the stream's time base; nil when the container says neither.
  var timestamp: Int64? {
    unsafe pointer.pointee.pts.known ?? pointer.pointee.dts.known
  }

  /// When it is shown, in the stream's time base; nil when the container does not say.
  var presentationTime: Int64? { unsafe pointer.pointee.pts.known }

  /// When it is decoded, in the stream's time base.
  var decodeTime: Int64? { unsafe pointer.pointee.dts.known }

  var byteCount: Int { unsafe max(0, Int(pointer.pointee.size)) }

  /// A copy of its first bytes; fewer if it has fewer.
  func bytes(first count: Int) -> [UInt8] {
    guard let data = unsafe pointer.pointee.data else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: data, count: max(0, min(count, Int(pointer.pointee.size)))))
  }

  /// In the stream's time base; nil when unknown.
  var duration: Int64? {
    let duration = unsafe pointer.pointee.duration
    return duration > 0 ? duration : nil
  }
}

extension Int64 {
  /// A time stamp, or nil if FFmpeg says there is none.
  var known: Int64? { self == HR_NO_PTS ? nil : self }
}
