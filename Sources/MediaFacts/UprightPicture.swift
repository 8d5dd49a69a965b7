/// A small decoded picture as it is shown, on its way from the decoder to a model within one worker.
public struct UprightPicture: Sendable, Equatable {
  public let size: PixelSize
  /// Red, green and blue of each point, row by row: exactly `3 * size.width * size.height` bytes.
  public let bytes: [UInt8]

  public init(size: PixelSize, bytes: [UInt8]) {
    precondition(bytes.count == 3 * size.width * size.height, "the bytes fill the picture")
    self.size = size
    self.bytes = bytes
  }
}
