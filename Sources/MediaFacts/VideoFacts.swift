/// What is known about one video file, in plain values that were range-checked on arrival.
///
/// Unknown is nil. Times are milliseconds from the start of the file. docs/MEDIA.md says how each fact is found.
public struct VideoFacts: Sendable, Equatable {
  /// FFmpeg's short name of the container, such as `mov` or `matroska`: the first of its list.
  public var container: String
  /// The playing time of the video stream, in milliseconds, from its first picture to the end of its last; nil when no
  /// honest figure was found.
  public var durationMilliseconds: Int?
  /// How `durationMilliseconds` was found; nil with it.
  public var durationSource: DurationSource?
  /// When the first picture is shown: 0 unless the video starts later than the file; nil when unknown.
  public var firstPictureMilliseconds: Int?
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
  /// Whether pictures come at uneven steps; nil when their times were not all looked at.
  public var isVariableFrameRate: Bool?
  /// FFmpeg's name of the video codec, such as `h264`.
  public var videoCodec: String
  /// FFmpeg's name of the codec's profile, such as `High` or `Main 10`.
  public var profile: String?
  /// Bits of a sample of brightness: 8 for most, 10 for most HDR. Legal values are `bitDepths`.
  public var bitDepth: Int?
  /// Nil for the standard dynamic range, also where nothing is said.
  public var hdr: HDRKind?
  public var colors: ColorTags
  /// FFmpeg's name of the first audio stream's codec; nil without sound.
  public var audioCodec: String?
  /// What it took to read the file.
  public var probe: ProbePath

  /// The legal bit depths.
  public static let bitDepths = 1...32

  public init(
    container: String, durationMilliseconds: Int? = nil, durationSource: DurationSource? = nil,
    firstPictureMilliseconds: Int? = nil, fileDurationMilliseconds: Int? = nil, displaySize: PixelSize,
    codedSize: PixelSize, rotation: Int = 0, isMirrored: Bool = false, frameRate: FrameRate? = nil,
    isVariableFrameRate: Bool? = nil, videoCodec: String, profile: String? = nil, bitDepth: Int? = nil,
    hdr: HDRKind? = nil, colors: ColorTags = .none, audioCodec: String? = nil, probe: ProbePath = .header
  ) {
    self.container = container
    self.durationMilliseconds = durationMilliseconds
    self.durationSource = durationSource
    self.firstPictureMilliseconds = firstPictureMilliseconds
    self.fileDurationMilliseconds = fileDurationMilliseconds
    self.displaySize = displaySize
    self.codedSize = codedSize
    self.rotation = rotation
    self.isMirrored = isMirrored
    self.frameRate = frameRate
    self.isVariableFrameRate = isVariableFrameRate
    self.videoCodec = videoCodec
    self.profile = profile
    self.bitDepth = bitDepth
    self.hdr = hdr
    self.colors = colors
    self.audioCodec = audioCodec
    self.probe = probe
  }
}
