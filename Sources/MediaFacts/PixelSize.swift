/// A width and a height in pixels, each from 1 to 65,535.
public struct PixelSize: Sendable, Equatable, Hashable, Codable {
  public let width: Int
  public let height: Int

  /// Returns nil when a side is outside 1...65535.
  public init?(width: Int, height: Int) {
    guard Self.sides.contains(width), Self.sides.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// The legal length of a side, in pixels.
  public static let sides = 1...65535

  /// The box that every thumbnail fits: `StillFrame.largestSize`.
  public static let thumbnailBox = PixelSize(
    trustedWidth: StillFrame.largestSize.width, height: StillFrame.largestSize.height)

  private init(trustedWidth width: Int, height: Int) {
    precondition(Self.sides.contains(width) && Self.sides.contains(height))
    self.width = width
    self.height = height
  }
}
