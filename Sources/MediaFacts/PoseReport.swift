/// What a pose worker says of one file; the numbers themselves are in shared memory.
public struct PoseReport: Sendable, Equatable {
  public var status: FileStatus
  /// Why there is no track, or what is odd about it.
  public var reason: String?
  /// What is in the memory; with the status `ok` and no other.
  public var outline: LandmarkTrack.Outline?

  public init(status: FileStatus, reason: String? = nil, outline: LandmarkTrack.Outline? = nil) {
    self.status = status
    self.reason = reason
    self.outline = outline
  }
}

extension LandmarkTrack {
  /// A track without its frames.
  public struct Outline: Sendable, Equatable {
    public var pictureSize: PixelSize
    /// 1...`largestFrameCount`.
    public var frameCount: Int
    public var cuts: [Int]
    public var isWhole: Bool

    public init(pictureSize: PixelSize, frameCount: Int, cuts: [Int], isWhole: Bool) {
      self.pictureSize = pictureSize
      self.frameCount = frameCount
      self.cuts = cuts
      self.isWhole = isWhole
    }

    /// How many bytes of shared memory the frames fill.
    public var byteCount: Int { frameCount * LandmarkFrame.byteCount }
  }

  /// The track without its frames.
  public var outline: Outline {
    Outline(pictureSize: pictureSize, frameCount: frames.count, cuts: cuts, isWhole: isWhole)
  }
}
