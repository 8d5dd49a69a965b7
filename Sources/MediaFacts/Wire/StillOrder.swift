/// An order for one picture of a video.
public struct StillOrder: Sendable, Equatable {
  /// How much work the choice of the moment is worth.
  public enum Choice: UInt8, Sendable, CaseIterable {
    /// The first key frame at or before a fifth of the video, whatever it shows: the cheapest picture.
    case quick = 1
    /// The best of a few candidates across the video; see `StillChooser` in ReelMedia.
    case chosen = 2
  }

  public var choice: Choice
  /// The picture fits this box as displayed, and is never made larger than the video; sides 1...4096.
  public var box: PixelSize
  public var limits: WorkLimits

  /// The legal sides of the box, in pixels.
  public static let boxSides = 1...4096

  public init(choice: Choice = .chosen, box: PixelSize = .thumbnailBox, limits: WorkLimits = .init()) {
    self.choice = choice
    self.box = box
    self.limits = limits
  }

  /// The shared memory that a picture of this order can fill, in bytes.
  public var byteCount: Int { StillFrame(size: box, timeMilliseconds: 0).byteCount }

  func write(to writer: inout WireWriter) {
    writer.put(choice.rawValue)
    writer.put(box.width, byteCount: 2)
    writer.put(box.height, byteCount: 2)
    limits.write(to: &writer)
  }

  init(from reader: inout WireReader) throws(WireError) {
    guard let choice = Choice(rawValue: try reader.byte("choice")) else { throw WireError(.outOfRange, "choice") }
    self.choice = choice
    box = try PixelSize(from: &reader, "box", sides: Self.boxSides)
    limits = try WorkLimits(from: &reader)
  }
}
