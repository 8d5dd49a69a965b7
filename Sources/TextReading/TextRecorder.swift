public import MediaFacts

/// Reads the words in a film's pictures, one picture after the other.
///
/// A line is read when it has come a second time: words stand still for a while, and most of what only looks like words does
/// not. One that is not quite sure is read up to twice more.
public struct TextRecorder {
  private let readers: [LineReader]
  private let largestPictureCount: Int
  private var planes = Planes()
  private var finder = LineFinder()
  private var tracks = LineTracks()
  private var allowance = ReadingAllowance()
  private var size: PixelSize?
  private var pictureCount = 0
  private var lastMoment: Int?
  private var changedMoment: Int?
  private var hasChangedSize = false

  /// How long after a change the next one is expected, in milliseconds.
  private static let changingTime = 1500

  /// - Parameters:
  ///   - readers: In the order in which they are tried; the others only where the first is unsure.
  ///   - pictureCount: The most pictures that are looked at.
  public init(_ readers: [LineReader], atMost pictureCount: Int = ScreenText.largestPictureCount) {
    self.readers = readers
    largestPictureCount = pictureCount
  }

  /// Whether the picture of a moment is wanted, in milliseconds from the start: two a second, three while words change.
  public func wants(_ milliseconds: Int) -> Bool {
    guard !hasEnough else { return false }
    guard let lastMoment else { return true }
    let isChanging = changedMoment.map { milliseconds - $0 <= Self.changingTime } ?? false
    let perSecond = isChanging ? ScreenText.changingPicturesPerSecond : ScreenText.picturesPerSecond
    // Moments are whole milliseconds of sixths of a second.
    return milliseconds - lastMoment >= 1000 / perSecond - 1
  }

  /// Whether no further picture is wanted.
  public var hasEnough: Bool { hasChangedSize || pictureCount >= largestPictureCount }

  /// Looks at the next picture.
  ///
  /// - Parameter milliseconds: From the start of the video stream; later than the picture before.
  public mutating func take(_ picture: UprightPicture, at milliseconds: Int) {
    guard !hasEnough else { return }
    // A film whose pictures change their size is read as long as they do not.
    guard picture.size == size ?? picture.size else {
      hasChangedSize = true
      return
    }
    size = picture.size
    pictureCount += 1
    allowance.refill(milliseconds: milliseconds - (lastMoment ?? milliseconds))
    lastMoment = milliseconds
    planes.take(picture)
    tracks.begin(pictureCount)
    for mask in Mask.allCases where mask != .bright || planes.colouredCount > 40 {
      for line in finder.lines(mask, in: planes) {
        if tracks.take(line, at: milliseconds, in: planes, readers, &allowance) { changedMoment = milliseconds }
      }
    }
    tracks.forgetOld()
  }

  /// What was read; nil before the first picture.
  ///
  /// - Parameter isWhole: Whether the film ended with the last picture.
  public func text(isWhole: Bool) -> ScreenText? {
    size.map { size in
      ScreenText(
        pictureSize: size, lines: TextVote.lines(tracks.witnesses, in: size), isWhole: isWhole && !hasChangedSize)
    }
  }
}
