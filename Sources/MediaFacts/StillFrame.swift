/// A description of the picture that the worker left in shared memory: planar YUV 4:2:0, full range, upright.
///
/// Plane Y holds `size.width * size.height` bytes, planes U and V `(width + 1) / 2 * (height + 1) / 2` bytes each,
/// one after the other without padding.
public struct StillFrame: Sendable, Equatable {
  public let size: PixelSize
  /// The picture's moment, in milliseconds from the start of the video stream.
  public let timeMilliseconds: Int
  /// Why this moment was taken.
  public let reason: StillReason

  public init(size: PixelSize, timeMilliseconds: Int, reason: StillReason) {
    self.size = size
    self.timeMilliseconds = timeMilliseconds
    self.reason = reason
  }

  /// The box that every still fits: a portrait phone screen, in pixels.
  public static let largestSize = (width: 360, height: 640)

  /// How many bytes of shared memory the picture fills.
  public var byteCount: Int { Self.byteCount(of: size) }

  /// How many bytes of shared memory a picture of a size fills.
  public static func byteCount(of size: PixelSize) -> Int {
    size.width * size.height + 2 * ((size.width + 1) / 2) * ((size.height + 1) / 2)
  }
}
