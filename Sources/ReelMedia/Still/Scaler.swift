import CFFmpeg
import MediaFacts

/// Owns a scaler that turns one kind of picture into planar YUV 4:2:0 of another size.
///
/// YUV keeps its matrix and range, for `ColorConversion` to see to; RGB becomes JPEG's YUV.
@safe struct Scaler: ~Copyable {
  // Owned by self; freed in deinit.
  private let context: OpaquePointer

  /// - Parameters:
  ///   - format: The picture's own, or one without alpha where it was flattened.
  ///   - filter: Averaging over the area is the right filter for making pictures smaller; the pose model was trained on, and
  ///     measured with, smoother ones.
  static func make(
    from frame: borrowing Frame, as format: AVPixelFormat, width: Int, height: Int, filter: Int32 = SWS_AREA
  ) throws(MediaError) -> Scaler {
    guard let context = unsafe sws_alloc_context() else { throw MediaError(.outOfMemory, "no memory for a scaler") }
    let scaler = unsafe Scaler(owning: context)  // owned from here
    let isFullRange = frame.colors.isFullRange
    // Full range is also what RGB is to become; there the source's range says nothing.
    let options: [(String, Int64)] = [
      ("srcw", Int64(frame.width)), ("srch", Int64(frame.height)), ("src_format", Int64(format.rawValue)),
      ("src_range", isFullRange ? 1 : 0), ("dstw", Int64(width)), ("dsth", Int64(height)),
      ("dst_format", Int64(AV_PIX_FMT_YUV420P.rawValue)), ("dst_range", isFullRange ? 1 : 0),
      // The flags make every machine's bytes equal.
      ("sws_flags", Int64(filter | SWS_ACCURATE_RND | SWS_BITEXACT)),
    ]
    for (name, value) in options {
      guard unsafe av_opt_set_int(UnsafeMutableRawPointer(context), name, value, 0) >= 0 else { throw cannotScale }
    }
    guard unsafe sws_init_context(context, nil, nil) >= 0 else { throw cannotScale }
    return scaler
  }

  private static var cannotScale: MediaError { MediaError(.noFrame, "the picture cannot be scaled") }

  private init(owning context: OpaquePointer) {
    unsafe self.context = unsafe context
  }

  deinit { unsafe sws_freeContext(context) }

  func scale(_ frame: borrowing Frame, into target: borrowing Frame) throws(MediaError) {
    let rows = unsafe withUnsafeBytes(of: &frame.pointer.pointee.data) { source in
      unsafe withUnsafeBytes(of: &frame.pointer.pointee.linesize) { sourceSizes in
        unsafe withUnsafeBytes(of: &target.pointer.pointee.data) { targetPlanes in
          unsafe withUnsafeBytes(of: &target.pointer.pointee.linesize) { targetSizes in
            unsafe sws_scale(
              context, source.bindMemory(to: UnsafePointer<UInt8>?.self).baseAddress,
              sourceSizes.bindMemory(to: Int32.self).baseAddress, 0, Int32(clamping: frame.height),
              targetPlanes.bindMemory(to: UnsafeMutablePointer<UInt8>?.self).baseAddress,
              targetSizes.bindMemory(to: Int32.self).baseAddress)
          }
        }
      }
    }
    guard rows == Int32(clamping: target.height) else { throw Self.cannotScale }
  }
}
