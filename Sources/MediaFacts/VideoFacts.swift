/// What is known about one video file, in plain values that were range-checked on arrival.
///
/// Unknown is nil. Times are milliseconds from the start of the file.
public struct VideoFacts: Sendable, Equatable {
  /// FFmpeg's short name of the container, such as `mov` or `matroska`: the first of its list.
  public var container: String
  /// The playing time of the video stream, in milliseconds; nil when no honest figure was found.
  public var durationMilliseconds: Int?
  /// How `durationMilliseconds` was found; nil with it.
  public var durationSource: DurationSource?
  /// The longest stream's end, which can be an audio stream's, in milliseconds.
  public var fileDurationMilliseconds: Int?
  /// The size as shown: after rotation and pixel shape.
  public var displaySize: PixelSize
  /// The size as coded, in the stream's own pixels.
  public var codedSize: PixelSize
  /// How far the picture is turned clockwise for display: 0, 90, 180 or 270 degrees.
  public var rotation: Int
  /// Whether the display matrix also mirrors the picture left to right.
  public var isMirrored: Bool
  /// The average frame rate.
  public var frameRate: FrameRate?
  /// FFmpeg's name of the video codec, such as `h264`.
  public var videoCodec: String
  /// FFmpeg's name of the first audio stream's codec; nil without sound.
  public var audioCodec: String?

  public init(
    container: String, durationMilliseconds: Int? = nil, durationSource: DurationSource? = nil,
    fileDurationMilliseconds: Int? = nil, displaySize: PixelSize, codedSize: PixelSize, rotation: Int = 0,
    isMirrored: Bool = false, frameRate: FrameRate? = nil, videoCodec: String, audioCodec: String? = nil
  ) {
    self.container = container
    self.durationMilliseconds = durationMilliseconds
    self.durationSource = durationSource
    self.fileDurationMilliseconds = fileDurationMilliseconds
    self.displaySize = displaySize
    self.codedSize = codedSize
    self.rotation = rotation
    self.isMirrored = isMirrored
    self.frameRate = frameRate
    self.videoCodec = videoCodec
    self.audioCodec = audioCodec
  }
}
