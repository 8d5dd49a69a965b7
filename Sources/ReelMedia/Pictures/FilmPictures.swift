import CFFmpeg
public import MediaFacts

/// The pictures of a film from its start, so many a second, small and as they are shown.
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

  private let source: MediaSource
  private let limits: WorkLimits
  /// Takes a picture, its moment and how much of the film is left, both in milliseconds; whether another one is wanted.
  private let take: (UprightPicture, Int, Int?) -> Bool
  private var pictureCount = 0
  private var isEnough = false

  /// Reads a film's pictures.
  ///
  /// Never fails: whatever is wrong with the file is the ending's status and reason, and what was read before time was up or
  /// damage was met counts.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading; stays the caller's. Its offset is neither used nor changed.
  ///   - take: Takes a picture, its moment and what is left of the film after it, both in milliseconds, the latter nil when
  ///     unknown; returns whether another one is wanted.
  public static func read(
    descriptor: Int32, byteCount: Int, _ limits: WorkLimits, take: @escaping (UprightPicture, Int, Int?) -> Bool
  ) -> Ending {
    let source = MediaSource(descriptor: descriptor, byteCount: byteCount, limits: limits)
    var pictures = FilmPictures(source: source, limits: limits, take: take)
    return pictures.ending()
  }

  private init(source: MediaSource, limits: WorkLimits, take: @escaping (UprightPicture, Int, Int?) -> Bool) {
    self.source = source
    self.limits = limits
    self.take = take
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
      return Ending(status: .ok, reason: nil, isWhole: source.failure == nil && !isEnough)
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
    var renderer = PictureRenderer(stream.matrix ?? .identity)
    let shown = try Frame.make()
    var moments = PictureMoments(stream)
    let length = media.headerMilliseconds
    // Of 30 pictures a second most are replaced before a moment comes.
    while reader.advance(in: media, unless: { [moments] in moments.isReplaced(at: $0, after: $1) }) {
      let moments = moments.next(at: reader.timestamp, lasting: reader.duration)
      try pass(shown, for: moments, length, media, &renderer)
      shown.take(from: reader.frame)
      if isEnough || source.isOverdue { return }
    }
    // Deadlines and budgets end a film without an end.
    guard source.failure == nil else { return }
    try pass(shown, for: moments.last(), length, media, &renderer)
  }

  /// Passes a picture on for each of some moments, of which there are none before the first picture.
  private mutating func pass(
    _ frame: borrowing Frame, for moments: Range<Int>, _ length: Int?, _ media: borrowing OpenMedia,
    _ renderer: inout PictureRenderer
  ) throws(MediaError) {
    guard !moments.isEmpty, !isEnough else { return }
    let picture = try renderer.picture(of: frame, shape: unsafe media.pixelShape(of: frame.pointer))
    for moment in moments where !isEnough && !source.isOverdue {
      let milliseconds = moment * 1000 / LandmarkTrack.picturesPerSecond
      pictureCount += 1
      isEnough = !take(picture, milliseconds, length.map { max(0, $0 - milliseconds) })
    }
  }
}
