import CFFmpeg
public import MediaFacts

/// Somebody who looks at a film: at so many pictures a second, of one size, until it was enough.
public struct FilmViewer {
  let picturesPerSecond: Int
  let longestSide: Int
  let wants: (Int) -> Bool
  let take: (UprightPicture, Int, Int?) -> Bool

  /// - Parameters:
  ///   - longestSide: Of the pictures, in pixels.
  ///   - wants: Whether the picture of a moment, in milliseconds from the start, is wanted; one that is not costs nothing more.
  ///   - take: Takes a picture, its moment and what is left of the film after it, both in milliseconds, the latter nil when
  ///     unknown; returns whether another one is wanted.
  public init(
    picturesPerSecond: Int, longestSide: Int, wants: @escaping (Int) -> Bool = { _ in true },
    take: @escaping (UprightPicture, Int, Int?) -> Bool
  ) {
    self.picturesPerSecond = picturesPerSecond
    self.longestSide = longestSide
    self.wants = wants
    self.take = take
  }
}

/// The pictures of a film from its start, small and as they are shown, for one viewer or several: the film is decoded once.
///
/// They are chosen as FFmpeg's `fps` filter does it: the picture of a moment is the last one whose time, rounded to a moment,
/// is not later. One that is shown for longer comes again.
public struct FilmPictures {
  /// How reading ended.
  public struct Ending: Equatable {
    public let status: FileStatus
    public let reason: String?
    /// Whether the film ended; else it was nobody's wish to see more, or time was up.
    public let isWhole: Bool
  }

  /// A viewer, and what is ready for it.
  private struct Seat {
    let viewer: FilmViewer
    var moments: PictureMoments
    var renderer: PictureRenderer
    /// Whether it wants no more.
    var isLeft = false
  }

  private let source: MediaSource
  private let limits: WorkLimits
  private let viewers: [FilmViewer]
  private var pictureCount = 0
  private var areAllGone = false

  /// Reads a film's pictures.
  ///
  /// Never fails: whatever is wrong with the file is the ending's status and reason, and what was read before time was up or
  /// damage was met counts.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading; stays the caller's. Its offset is neither used nor changed.
  ///   - viewers: At least one.
  public static func read(
    descriptor: Int32, byteCount: Int, _ limits: WorkLimits, for viewers: [FilmViewer]
  ) -> Ending {
    let source = MediaSource(descriptor: descriptor, byteCount: byteCount, limits: limits)
    var pictures = FilmPictures(source: source, limits: limits, viewers: viewers)
    return pictures.ending()
  }

  private init(source: MediaSource, limits: WorkLimits, viewers: [FilmViewer]) {
    self.source = source
    self.limits = limits
    self.viewers = viewers
  }

  private mutating func ending() -> Ending {
    do throws(MediaError) {
      // A header can be silent about what the decoder needs.
      for isProbed in [false, true] where pictureCount == 0 && !source.isOverdue {
        source.renew(limits)
        var facts = FactsReader()
        try read(try facts.open(source, probed: isProbed))
      }
      if case .system(let number) = source.failure { throw MediaSource.Failure.system(number).error }
      guard pictureCount > 0 else {
        throw source.failure?.error ?? MediaError(.noFrame, "no picture could be decoded")
      }
      return Ending(status: .ok, reason: nil, isWhole: source.failure == nil && !areAllGone)
    } catch {
      let error = Protection.explained(error, of: source, limits)
      let reason = PlainText.cleaned(error.reason, byteLimit: WireLimits.reasonByteCount, markingCutsWith: "…")
      return Ending(status: error.status, reason: reason, isWhole: false)
    }
  }

  private mutating func read(_ media: consuming OpenMedia) throws(MediaError) {
    guard let stream = media.stream else { throw MediaError(.noVideo, "there is no video stream") }
    try media.refuseUnwanted()
    var reader = try PictureReader.make(for: media)
    reader.begin(.film)
    let matrix = stream.matrix ?? .identity
    var seats = viewers.map { viewer in
      Seat(
        viewer: viewer, moments: PictureMoments(stream, perSecond: viewer.picturesPerSecond),
        renderer: PictureRenderer(matrix, longestSide: viewer.longestSide))
    }
    let shown = try Frame.make()
    let length = media.headerMilliseconds
    // Of 30 pictures a second most are replaced before a moment comes.
    while reader.advance(
      in: media,
      unless: { [seats] time, duration in
        seats.allSatisfy { $0.isLeft || $0.moments.isReplaced(at: time, after: duration) }
      })
    {
      for place in seats.indices where !seats[place].isLeft {
        let moments = seats[place].moments.next(at: reader.timestamp, lasting: reader.duration)
        try pass(shown, for: moments, length, media, &seats[place])
      }
      shown.take(from: reader.frame)
      areAllGone = seats.allSatisfy(\.isLeft)
      if areAllGone || source.isOverdue { return }
    }
    // Deadlines and budgets end a film without an end.
    guard source.failure == nil else { return }
    for place in seats.indices where !seats[place].isLeft {
      try pass(shown, for: seats[place].moments.last(), length, media, &seats[place])
    }
    areAllGone = seats.allSatisfy(\.isLeft)
  }

  /// Passes a picture on for each of some moments, of which there are none before the first picture.
  private mutating func pass(
    _ frame: borrowing Frame, for moments: Range<Int>, _ length: Int?, _ media: borrowing OpenMedia, _ seat: inout Seat
  ) throws(MediaError) {
    var picture: UprightPicture?
    for moment in moments where !seat.isLeft && !source.isOverdue {
      let milliseconds = moment * 1000 / seat.viewer.picturesPerSecond
      pictureCount += 1
      guard seat.viewer.wants(milliseconds) else { continue }
      if picture == nil {
        picture = try seat.renderer.picture(of: frame, shape: unsafe media.pixelShape(of: frame.pointer))
      }
      guard let picture else { return }
      seat.isLeft = !seat.viewer.take(picture, milliseconds, length.map { max(0, $0 - milliseconds) })
    }
  }
}
