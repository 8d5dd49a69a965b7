/// Where a person's joints were, picture by picture, as a pose model saw them: numbers, no claims.
///
/// The model is BlazePose (full). Left and right are the person's own.
public struct LandmarkTrack: Sendable, Equatable {
  /// The size of the pictures that were looked at, upright: the long side at most 640.
  public var pictureSize: PixelSize
  /// In order of time, about `picturesPerSecond` a second.
  public var frames: [LandmarkFrame]
  /// Where the film cuts to another shot: indexes of the first frame after each cut, ascending, within `frames`.
  public var cuts: [Int]
  /// Whether the video was looked at to its end.
  public var isWhole: Bool

  /// How many pictures are looked at for each second of film.
  public static let picturesPerSecond = 10
  /// The most pictures of one video that are looked at.
  public static let largestFrameCount = 600
  /// The longest side of a picture that is looked at, in pixels.
  public static let longestSide = 640

  public init(pictureSize: PixelSize, frames: [LandmarkFrame], cuts: [Int] = [], isWhole: Bool = true) {
    self.pictureSize = pictureSize
    self.frames = frames
    self.cuts = cuts
    self.isWhole = isWhole
  }
}

/// One picture of a `LandmarkTrack`.
public struct LandmarkFrame: Sendable, Equatable {
  /// From the start of the video stream.
  public var timeMilliseconds: Int
  /// `Landmark.count` of them, by `Joint`; nil where nobody was found.
  public var landmarks: [Landmark]?
  /// Whether the person was looked for anew: the first picture, and every one after the track was lost.
  public var isDetection: Bool
  /// What the picture looks like around the person: of the first picture with one in each second.
  public var pictureHash: PictureHash?

  public init(
    timeMilliseconds: Int, landmarks: [Landmark]?, isDetection: Bool, pictureHash: PictureHash? = nil
  ) {
    self.timeMilliseconds = timeMilliseconds
    self.landmarks = landmarks
    self.isDetection = isDetection
    self.pictureHash = pictureHash
  }
}

/// One point of a body.
public struct Landmark: Sendable, Equatable {
  /// In pixels of the picture, x to the right and y down; can lie outside the picture.
  public var x: Float
  public var y: Float
  /// How likely the point is not hidden, 0...1.
  public var visibility: Float
  /// How likely the point is inside the picture, 0...1.
  public var presence: Float
  /// In metres from the middle of the hips, turned so that y is down in the picture; z away from the camera.
  public var worldX: Float
  public var worldY: Float
  public var worldZ: Float

  /// How many points the model gives of a body.
  public static let count = 33
  /// What a plausible place in a picture is, in pixels.
  public static let pixels: ClosedRange<Float> = -4096...4096
  /// What a plausible distance from the hips is, in metres.
  public static let metres: ClosedRange<Float> = -8...8

  public init(
    x: Float, y: Float, visibility: Float, presence: Float, worldX: Float, worldY: Float, worldZ: Float
  ) {
    self.x = x
    self.y = y
    self.visibility = visibility
    self.presence = presence
    self.worldX = worldX
    self.worldY = worldY
    self.worldZ = worldZ
  }
}

/// The points that hipreel uses, by their numbers in BlazePose (Bazarevsky et al. 2020, arXiv:2006.10204).
public enum Joint: Int, Sendable, CaseIterable {
  case nose = 0
  case leftShoulder = 11
  case rightShoulder, leftElbow, rightElbow, leftWrist, rightWrist
  case leftHip = 23
  case rightHip, leftKnee, rightKnee, leftAnkle, rightAnkle, leftHeel, rightHeel, leftToe, rightToe
}
