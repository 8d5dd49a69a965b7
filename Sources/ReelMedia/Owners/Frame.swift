import CFFmpeg
import MediaFacts

/// Owns a picture's memory; the picture in it changes with every decoding.
@safe struct Frame: ~Copyable {
  // Owned by self; freed in deinit.
  let pointer: UnsafeMutablePointer<AVFrame>

  static func make() throws(MediaError) -> Frame {
    guard let pointer = unsafe av_frame_alloc() else { throw MediaError(.outOfMemory, "no memory for a picture") }
    return unsafe Frame(owning: pointer)
  }

  /// An empty picture of planar YUV 4:2:0, its rows padded as the scaler likes.
  static func makeYUV420(width: Int, height: Int) throws(MediaError) -> Frame {
    let frame = try make()
    unsafe frame.pointer.pointee.width = Int32(clamping: width)
    unsafe frame.pointer.pointee.height = Int32(clamping: height)
    unsafe frame.pointer.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    guard unsafe av_frame_get_buffer(frame.pointer, 0) >= 0 else {
      throw MediaError(.outOfMemory, "no memory for a picture")
    }
    return frame
  }

  private init(owning pointer: UnsafeMutablePointer<AVFrame>) {
    unsafe self.pointer = unsafe pointer
  }

  deinit {
    var pointer: UnsafeMutablePointer<AVFrame>? = unsafe pointer
    unsafe av_frame_free(&pointer)
  }

  var width: Int { unsafe Int(pointer.pointee.width) }
  var height: Int { unsafe Int(pointer.pointee.height) }
  var format: AVPixelFormat { unsafe AVPixelFormat(rawValue: pointer.pointee.format) }

  /// When it is shown, in the stream's time base, as far as FFmpeg could tell.
  var timestamp: Int64? { unsafe pointer.pointee.best_effort_timestamp.known }

  /// The size of the packet that it was decoded from; 0 when unknown.
  var packetByteCount: Int { unsafe max(0, Int(pointer.pointee.pkt_size)) }

  /// Crops rows and columns on each side, without touching the pixels.
  ///
  /// - Returns: False when the picture cannot be cropped; it is then unchanged.
  func crop(_ bars: PictureBars) -> Bool {
    unsafe pointer.pointee.crop_top = bars.top
    unsafe pointer.pointee.crop_bottom = bars.bottom
    unsafe pointer.pointee.crop_left = bars.left
    unsafe pointer.pointee.crop_right = bars.right
    return unsafe av_frame_apply_cropping(pointer, Int32(AV_FRAME_CROP_UNALIGNED)) >= 0
  }

  /// Takes the picture of another frame, which is empty afterwards.
  func take(from other: borrowing Frame) {
    unsafe av_frame_unref(pointer)
    unsafe av_frame_move_ref(pointer, other.pointer)
  }

  /// The plane's first byte and the distance from row to row, in bytes; nil when the picture has no such plane.
  func plane(_ index: Int) -> (start: UnsafeMutablePointer<UInt8>, rowByteCount: Int)? {
    let start = unsafe withUnsafeBytes(of: pointer.pointee.data) { data in
      unsafe data.bindMemory(to: UnsafeMutablePointer<UInt8>?.self)[index]
    }
    let rowByteCount = unsafe withUnsafeBytes(of: pointer.pointee.linesize) { sizes in
      unsafe Int(sizes.bindMemory(to: Int32.self)[index])
    }
    guard let start = unsafe start, rowByteCount != 0 else { return nil }
    return unsafe (start, rowByteCount)
  }
}
