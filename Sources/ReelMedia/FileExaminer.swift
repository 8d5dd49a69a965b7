import CFFmpeg
public import MediaFacts

/// Examines one open file and answers a request: everything that a media worker does.
public struct FileExaminer {
  /// The answers to a request.
  public struct Findings {
    public let report: Report
    /// Described only when a still was ordered and the report's status is `ok`.
    public let still: StillFrame?
    /// None unless subtitles were ordered.
    public let subtitles: [SubtitleTrack]
    /// Nil unless they were ordered, and where the file could not be looked through.
    public let traces: Set<Trace>?
  }

  private let source: MediaSource
  private let request: Request
  private var report = Report(status: .damaged)
  private var facts = FactsReader()

  /// Examines a file.
  ///
  /// Never fails: whatever is wrong with the file is the report's status and reason.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading; stays the caller's. Its offset is neither used nor changed.
  ///   - pixels: Where the picture goes; of the order's `byteCount`.
  ///
  /// A copy that the request orders is `VideoCopy`'s to make.
  public static func examine(
    descriptor: Int32, _ request: Request, pixels: UnsafeMutableRawBufferPointer
  ) -> Findings {
    let limits = request.facts ?? request.still?.limits ?? request.subtitles ?? request.traces ?? WorkLimits()
    var examiner = FileExaminer(
      source: MediaSource(descriptor: descriptor, byteCount: request.fileByteCount, limits: limits), request: request)
    return unsafe examiner.findings(descriptor, pixels)
  }

  private init(source: MediaSource, request: Request) {
    self.source = source
    self.request = request
  }

  private mutating func findings(_ descriptor: Int32, _ pixels: UnsafeMutableRawBufferPointer) -> Findings {
    var still: StillFrame?
    var hasSubtitles = false
    do throws(MediaError) {
      // An empty file has no content to identify it: a thousand of them are not copies of one reel.
      if request.fileByteCount > 0 {
        let fingerprint = try FileFingerprint(of: descriptor, byteCount: request.fileByteCount)
        (report.fingerprint, report.oshash) = (fingerprint.digest, fingerprint.oshash)
      }
      var media = try facts.open(source)
      let metadata = media.demuxer.metadata(streamIndex: media.stream?.index)
      report.fields = metadata.fields
      report.xmp = metadata.xmp
      report.location = request.keepsLocation ? metadata.location : nil
      report.chapters = media.demuxer.chapters
      hasSubtitles = request.subtitles != nil && SubtitleReader.finds(in: media.demuxer)
      report.video = try facts.facts(of: &media)
      try media.refuseUnwanted()
      report.status = .ok
      if let order = request.still { still = unsafe try self.still(order, media, pixels) }
    } catch {
      let error = Protection.explained(error, of: source, request.facts ?? request.still?.limits ?? WorkLimits())
      report.status = error.status
      facts.note(error.reason)
    }
    if facts.neededFullProbe { report.video?.probe = .fullProbe }
    if !facts.notes.isEmpty {
      report.reason = PlainText.cleaned(
        facts.notes.joined(separator: "; "), byteLimit: WireLimits.reasonByteCount, markingCutsWith: "…")
    }
    var subtitles: [SubtitleTrack] = []
    if hasSubtitles, let limits = request.subtitles {
      source.renew(limits)
      subtitles = SubtitleReader.tracks(of: source)
    }
    var traces: Set<Trace>?
    if let limits = request.traces {
      source.renew(limits)
      traces = TraceReader.traces(of: source)
    }
    return Findings(report: report, still: still, subtitles: subtitles, traces: traces)
  }

  // MARK: The still

  private mutating func still(
    _ order: StillOrder, _ media: consuming OpenMedia, _ pixels: UnsafeMutableRawBufferPointer
  ) throws(MediaError) -> StillFrame {
    source.renew(order.limits)
    let duration = report.video?.durationMilliseconds
    let chooser = try StillChooser.make(for: media)
    if let picture = chooser.choose(order.choice, durationMilliseconds: duration, in: media) {
      return unsafe try render(picture, order, media, pixels)
    }
    // A search can leave a container where nothing decodes; what was just opened may still do, probed or not.
    for isProbed in facts.neededFullProbe ? [true] : [false, true] {
      if source.isOverdue { break }
      source.renew(order.limits)
      let reopened = try facts.open(source, probed: isProbed)
      if !facts.neededFullProbe { report.video?.probe = .plainDecode }
      let chooser = try StillChooser.make(for: reopened)
      if let picture = chooser.firstPicture(in: reopened) { return unsafe try render(picture, order, reopened, pixels) }
    }
    throw source.failure?.error ?? MediaError(.noFrame, "no picture could be decoded")
  }

  /// Renders the picture, whose own size and pixel shape overrule the header's.
  private mutating func render(
    _ picture: borrowing ChosenPicture, _ order: StillOrder, _ media: borrowing OpenMedia,
    _ pixels: UnsafeMutableRawBufferPointer
  ) throws(MediaError) -> StillFrame {
    guard let stream = media.stream, let codedSize = PixelSize(width: picture.frame.width, height: picture.frame.height)
    else {
      throw MediaError(.noFrame, "the picture has no size")
    }
    let pixelShape = unsafe media.pixelShape(of: picture.frame.pointer)
    let matrix = stream.matrix ?? .identity
    let whole = DisplayGeometry(codedSize: codedSize, pixelShape: pixelShape, matrix: matrix)
    report.video?.codedSize = codedSize
    report.video?.displaySize = whole.displaySize
    report.video?.complete(from: picture.frame)
    let cropped = picture.crop()
    let geometry = cropped.map { DisplayGeometry(codedSize: $0, pixelShape: pixelShape, matrix: matrix) } ?? whole
    let size = unsafe try StillRenderer.render(picture.frame, geometry, into: order.box, pixels)
    let (sinceStart, overflows) = (picture.timestamp ?? stream.start).subtractingReportingOverflow(stream.start)
    let time = overflows ? nil : MediaTime.milliseconds(max(0, sinceStart), in: stream.timeBase)
    return StillFrame(size: size, timeMilliseconds: time ?? 0, reason: picture.reason)
  }
}
