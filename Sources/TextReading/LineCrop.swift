/// One line of words, cut out of a picture: black on white, a byte for each point.
public struct LineCrop: Sendable, Equatable {
  public let width: Int
  public let height: Int
  /// Row by row: exactly `width * height` bytes.
  public let bytes: [UInt8]

  public init(width: Int, height: Int, bytes: [UInt8]) {
    precondition(bytes.count == width * height, "the bytes fill the crop")
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}
