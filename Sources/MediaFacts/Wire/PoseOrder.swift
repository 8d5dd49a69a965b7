/// An order for the track of the person in a video.
public struct PoseOrder: Sendable, Equatable {
  /// At most so many pictures are looked at, ten for each second of film; 1...`LandmarkTrack.largestFrameCount`.
  public var frameCount: Int
  /// After so many pictures with a person's legs in them the rest of a long film is left out; 1...600.
  public var trackedFrameCount: Int
  /// A rest of the film that is not longer is looked at all the same, in milliseconds; 0...600,000.
  public var restMilliseconds: Int
  /// What was seen at the deadline is the answer, if it is anything.
  public var limits: WorkLimits

  /// The legal counts of pictures.
  public static let frameCounts = 1...LandmarkTrack.largestFrameCount
  /// The legal rests, in milliseconds.
  public static let rests = 0...600_000

  public init(
    frameCount: Int = LandmarkTrack.largestFrameCount, trackedFrameCount: Int = 150, restMilliseconds: Int = 10_000,
    limits: WorkLimits = .film
  ) {
    self.frameCount = frameCount
    self.trackedFrameCount = trackedFrameCount
    self.restMilliseconds = restMilliseconds
    self.limits = limits
  }

  /// The shared memory that a track of this order can fill, in bytes.
  public var byteCount: Int { frameCount * LandmarkFrame.byteCount }

  func write(to writer: inout WireWriter) {
    writer.put(frameCount, byteCount: 2)
    writer.put(trackedFrameCount, byteCount: 2)
    writer.put(restMilliseconds, byteCount: 4)
    limits.write(to: &writer)
  }

  init(from reader: inout WireReader) throws(WireError) {
    frameCount = try reader.number("frameCount", byteCount: 2, in: Self.frameCounts)
    trackedFrameCount = try reader.number("trackedFrameCount", byteCount: 2, in: Self.frameCounts)
    restMilliseconds = try reader.number("restMilliseconds", byteCount: 4, in: Self.rests)
    limits = try WorkLimits(from: &reader)
  }
}
