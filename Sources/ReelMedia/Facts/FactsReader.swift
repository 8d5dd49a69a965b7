import CFFmpeg
import MediaFacts

/// Reads a file's facts from its container, by the cheapest way that gives all of them.
///
/// The header is enough for most files. Where it leaves out the codec or the size, the streams are probed; where it
/// leaves out the playing time, packets are read.
struct FactsReader {
  private(set) var neededFullProbe = false
  /// What is worth telling about the file, in the order of finding.
  private(set) var notes: [String] = []

  mutating func note(_ text: String) { notes.append(text) }

  /// Opens a container and finds its video stream.
  ///
  /// - Parameter isProbed: Whether to probe although the header may be enough.
  mutating func open(_ source: MediaSource, probed isProbed: Bool = false) throws(MediaError) -> OpenMedia {
    let demuxer = try Demuxer.open(source)
    var stream = VideoStream.first(of: demuxer)
    let isComplete = stream.map { $0.codec != AV_CODEC_ID_NONE && $0.codedSize != nil } ?? !demuxer.mayHaveMoreStreams
    if isProbed || !isComplete {
      neededFullProbe = true
      try demuxer.probeStreams()
      stream = VideoStream.first(of: demuxer)
    }
    return OpenMedia(demuxer: demuxer, stream: stream)
  }

  /// The facts of an opened file.
  ///
  /// - Throws: `.noVideo` without a video stream.
  mutating func facts(of media: borrowing OpenMedia) throws(MediaError) -> VideoFacts {
    guard let stream = media.stream else { throw MediaError(.noVideo, "there is no video stream") }
    guard let codedSize = stream.codedSize else { throw MediaError(.damaged, "the picture has no size") }
    let duration = try duration(of: stream, in: media)
    let matrix = stream.matrix ?? .identity
    if stream.matrix == nil { notes.append("the display matrix is broken and was ignored") }
    let geometry = unsafe DisplayGeometry(codedSize: codedSize, pixelShape: media.pixelShape(of: nil), matrix: matrix)
    // In a file that was cut the header's figure is as wrong for the file as for the video.
    let fileDuration = media.endsEarly ? nil : media.demuxer.fileDurationMilliseconds
    return VideoFacts(
      container: media.demuxer.container, durationMilliseconds: duration.milliseconds, durationSource: duration.source,
      fileDurationMilliseconds: [fileDuration, duration.milliseconds].compactMap { $0 }.max(),
      displaySize: geometry.displaySize, codedSize: codedSize, rotation: matrix.rotation,
      isMirrored: matrix.isMirrored, frameRate: stream.frameRate ?? duration.frameRate,
      videoCodec: stream.codecName, audioCodec: media.demuxer.audioCodecName)
  }

  private struct FoundDuration {
    var milliseconds: Int?
    var source: DurationSource?
    var frameRate: FrameRate?
  }

  private mutating func duration(of stream: VideoStream, in media: borrowing OpenMedia) throws(MediaError)
    -> FoundDuration
  {
    if stream.hasAbsurdDuration { notes.append("the header's playing time cannot be") }
    if media.endsEarly {
      notes.append("the file ends early")
    } else if let said = media.headerDuration {
      return FoundDuration(milliseconds: said.milliseconds, source: said.source)
    }
    let scan = try PacketScan(of: stream, in: media.demuxer)
    var found = FoundDuration()
    if scan.isComplete {
      found.milliseconds = scan.durationMilliseconds(in: stream.timeBase)
      found.source = .packets
    } else {
      found.milliseconds = scan.estimatedMilliseconds(
        in: stream.timeBase, byteCount: media.demuxer.source.byteCount)
      found.source = .estimated
    }
    guard let milliseconds = found.milliseconds else {
      notes.append("the playing time is unknown")
      return FoundDuration()
    }
    if scan.isComplete { found.frameRate = .average(of: scan.packetCount, in: milliseconds) }
    return found
  }
}
