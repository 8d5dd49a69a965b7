/// An order for one picture of a video.
public struct StillOrder: Sendable, Equatable {
  /// Which moment to take.
  public enum Choice: Sendable, Equatable {
    /// The first key frame at or before a fifth of the video, whatever it shows: the cheapest picture.
    case quick
    /// The one that shows the movement best; docs/THUMBNAILS.md says how it is found.
    case chosen
    /// The picture that is shown at a moment, in milliseconds from the start of the video stream; the last one when the
    /// video ends before.
    case at(milliseconds: Int)
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
  public var byteCount: Int { StillFrame.byteCount(of: box) }

  func write(to writer: inout WireWriter) {
    switch choice {
    case .quick: writer.put(1 as UInt8)
    case .chosen: writer.put(2 as UInt8)
    case .at(let milliseconds):
      writer.put(3 as UInt8)
      writer.put(milliseconds, byteCount: 8)
    }
    writer.put(box.width, byteCount: 2)
    writer.put(box.height, byteCount: 2)
    limits.write(to: &writer)
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.byte("choice") {
    case 1: choice = .quick
    case 2: choice = .chosen
    case 3: choice = .at(milliseconds: try reader.number("moment", byteCount: 8, in: WireLimits.milliseconds))
    default: throw WireError(.outOfRange, "choice")
    }
    box = try PixelSize(from: &reader, "box", sides: Self.boxSides)
    limits = try WorkLimits(from: &reader)
  }
}
