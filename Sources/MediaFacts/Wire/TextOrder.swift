/// An order for the words in a video's pictures.
public struct TextOrder: Sendable, Equatable {
  /// At most so many pictures are looked at; 1...`ScreenText.largestPictureCount`.
  public var pictureCount: Int
  /// What was read at the deadline is the answer, if it is anything. Together with a `PoseOrder`, that one's hold.
  public var limits: WorkLimits

  /// The legal counts of pictures.
  public static let pictureCounts = 1...ScreenText.largestPictureCount

  public init(
    pictureCount: Int = ScreenText.largestPictureCount,
    limits: WorkLimits = .film
  ) {
    self.pictureCount = pictureCount
    self.limits = limits
  }

  func write(to writer: inout WireWriter) {
    writer.put(pictureCount, byteCount: 2)
    limits.write(to: &writer)
  }

  init(from reader: inout WireReader) throws(WireError) {
    pictureCount = try reader.number("pictureCount", byteCount: 2, in: Self.pictureCounts)
    limits = try WorkLimits(from: &reader)
  }
}
