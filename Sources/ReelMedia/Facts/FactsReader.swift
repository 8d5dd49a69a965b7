import CFFmpeg
import MediaFacts

/// Reads a file's facts from its container, by the cheapest way that gives all of them.
///
/// The header is enough for most files. Where it leaves out the codec or the size, the streams are probed; how the
/// playing time is found and checked is `DurationReader`'s to know.
struct FactsReader {
  private(set) var neededFullProbe = false
  /// What is worth saying about the file, in the order of finding.
  private(set) var notes: [String] = []

  mutating func note(_ text: String) { notes.append(text) }

  /// Opens a container and finds its video stream.
  ///
  /// - Parameter isProbed: Whether to probe although the header may be enough.
  mutating func open(_ source: MediaSource, probed isProbed: Bool = false) throws(MediaError) -> OpenMedia {
    let demuxer = try Demuxer.open(source)
    var stream = VideoStream.main(of: demuxer)
    let isComplete = stream.map { $0.codec != AV_CODEC_ID_NONE && $0.codedSize != nil } ?? !demuxer.mayHaveMoreStreams
    if isProbed || !isComplete {
      neededFullProbe = true
      try demuxer.probeStreams()
      stream = VideoStream.main(of: demuxer)
    }
    return OpenMedia(demuxer: demuxer, stream: stream)
  }

  /// The facts of an opened file, which learns from them where its stream starts.
  ///
  /// - Throws: `.noVideo` without a video stream.
  mutating func facts(of media: inout OpenMedia) throws(MediaError) -> VideoFacts {
    guard let stream = media.stream else { throw MediaError(.noVideo, "there is no video stream") }
    guard let codedSize = stream.codedSize else { throw MediaError(.damaged, "the picture has no size") }
    let duration = try duration(of: stream, in: media)
    if let start = duration.start { media.stream?.start = start }
    let matrix = stream.matrix ?? .identity
    if stream.matrix == nil { notes.append("the display matrix is broken and was ignored") }
    let geometry = unsafe DisplayGeometry(codedSize: codedSize, pixelShape: media.pixelShape(of: nil), matrix: matrix)
    // In a file that was cut, or has a false header, the header's figure is as wrong for the file as for the video.
    let said =
      duration.endsEarly ? nil : saidFileDuration(stream, isWrong: duration.isShorterThanSaid, in: media.demuxer)
    let fileDuration = duration.fileMilliseconds ?? said
    let videoEnd = duration.milliseconds.map { $0 + (duration.firstPictureMilliseconds ?? 0) }
    return VideoFacts(
      container: media.demuxer.container, durationMilliseconds: duration.milliseconds, durationSource: duration.source,
      firstPictureMilliseconds: duration.firstPictureMilliseconds,
      fileDurationMilliseconds: [fileDuration, videoEnd].compactMap { $0 }.filter(WireLimits.milliseconds.contains)
        .max(),
      displaySize: geometry.displaySize, codedSize: codedSize, rotation: matrix.rotation,
      isMirrored: matrix.isMirrored, frameRate: duration.frameRate ?? stream.frameRate,
      isVariableFrameRate: duration.isVariable, videoCodec: stream.codecName, profile: stream.profile,
      bitDepth: stream.bitDepth, hdr: stream.isDolbyVision ? .dolbyVision : stream.colors.hdr, colors: stream.colors,
      audioCodec: media.demuxer.audioCodecName, probe: neededFullProbe ? .fullProbe : .header)
  }

  private func saidFileDuration(_ stream: VideoStream, isWrong: Bool, in demuxer: borrowing Demuxer) -> Int? {
    guard isWrong else { return demuxer.headerFileMilliseconds }
    // MP4 has a header for each stream, so that others can be right.
    return demuxer.container == "mov" ? demuxer.longestStreamMilliseconds(except: stream.index) : nil
  }

  private mutating func duration(of stream: VideoStream, in media: borrowing OpenMedia) throws(MediaError)
    -> DurationReader.Times
  {
    if stream.hasAbsurdDuration { notes.append("the header's playing time is impossible") }
    let found = try DurationReader.find(stream, in: media)
    if found.endsEarly { notes.append("the file ends early") }
    if found.milliseconds == nil {
      notes.append("the playing time is unknown")
    } else if found.isShorterThanSaid, !found.endsEarly, !stream.hasAbsurdDuration {
      notes.append("the file is shorter than its header says")
    }
    return found
  }
}
