import CFFmpeg
import MediaFacts

/// Reads the text tracks of a file: mov_text, WebVTT, SubRip and ASS.
///
/// Pictures of text, such as DVD's, are not read.
struct SubtitleReader: ~Copyable {
  /// A track that is being read.
  private struct Track {
    let streamIndex: Int
    let timeBase: AVRational
    let language: String?
    var cues: [TimedText] = []
  }

  private let demuxer: Demuxer
  private var tracks: [Track] = []
  private var cueCount = 0
  private var byteCount = 0

  /// Whether a container has text tracks, so that it is worth reading through.
  static func finds(in demuxer: borrowing Demuxer) -> Bool {
    (0..<demuxer.streamCount).contains { index in
      guard let stream = unsafe demuxer.stream(index) else { return false }
      return unsafe SubtitleDecoder.exists(for: stream)
    }
  }

  /// The tracks with their cues, as far as the source's limits allow; a track without any cue is left out.
  ///
  /// What cannot be read yields no text and no error: subtitles never decide a file's status.
  static func tracks(of source: MediaSource) -> [SubtitleTrack] {
    do throws(MediaError) {
      var reader = SubtitleReader(demuxer: try Demuxer.open(source))
      try reader.read()
      return reader.tracks.compactMap { track in
        SubtitleTrack(language: track.language, cues: track.cues).spoken {
          MetadataReader.bare($0, byteCount: WireLimits.cueByteCount)
        }
      }
    } catch {
      return []
    }
  }

  private init(demuxer: consuming Demuxer) { self.demuxer = demuxer }

  private mutating func read() throws(MediaError) {
    var decoders: [Int: SubtitleDecoder.Shared] = [:]
    for index in 0..<demuxer.streamCount {
      guard let stream = unsafe demuxer.stream(index) else { continue }
      guard tracks.count < WireLimits.trackCount, unsafe SubtitleDecoder.exists(for: stream) else {
        unsafe stream.pointee.discard = AVDISCARD_ALL
        continue
      }
      do throws(MediaError) {
        decoders[index] = SubtitleDecoder.Shared(unsafe try SubtitleDecoder.open(for: stream))
      } catch {
        // A broken track yields nothing; another may.
        unsafe stream.pointee.discard = AVDISCARD_ALL
        continue
      }
      tracks.append(unsafe Track(streamIndex: index, timeBase: stream.pointee.time_base, language: stream.language))
    }
    let packet = try Packet.make()
    var packetCount = 0
    while cueCount < WireLimits.cueCount, byteCount < WireLimits.subtitlesByteCount, demuxer.read(into: packet) {
      packetCount += 1
      // The clock is read only now and then.
      if packetCount.isMultiple(of: 64), demuxer.source.isOverdue { return }
      guard let track = tracks.firstIndex(where: { $0.streamIndex == packet.streamIndex }),
        let decoder = decoders[packet.streamIndex]
      else { continue }
      let words = decoder.decoder.events(in: packet).map { SubtitleMarkup.words(ofEvent: $0) }
      keep(words.filter { !$0.isEmpty }.joined(separator: "\n"), of: packet, in: track)
    }
  }

  /// How much more of a cue is looked at than is kept, in bytes: so no place is cut in two.
  private static let overhang = 256

  private mutating func keep(_ words: String, of packet: borrowing Packet, in track: Int) {
    let text = PlainText.cleaned(words, byteLimit: WireLimits.cueByteCount + Self.overhang)
    let timeBase = tracks[track].timeBase
    let keptByteCount = min(text.utf8.count, WireLimits.cueByteCount)
    guard !text.isEmpty, byteCount + keptByteCount <= WireLimits.subtitlesByteCount,
      let start = packet.timestamp.flatMap({ MediaTime.milliseconds(max(0, $0), in: timeBase) })
    else { return }
    let length = packet.duration.flatMap { MediaTime.milliseconds($0, in: timeBase) } ?? 0
    let end = start + length
    let isKnown = length > 0 && WireLimits.milliseconds.contains(end)
    cueCount += 1
    byteCount += keptByteCount
    tracks[track].cues.append(
      TimedText(startMilliseconds: start, endMilliseconds: isKnown ? end : nil, text: text))
  }
}

extension UnsafeMutablePointer<AVStream> {
  /// The container's code of the stream's language; nil when it does not say, or says that it is undetermined.
  fileprivate var language: String? {
    let entry = unsafe av_dict_get(pointee.metadata, "language", nil, 0)
    guard let entry = unsafe entry else { return nil }
    let code = unsafe MetadataReader.cleaned(entry.pointee.value, byteCount: WireLimits.languageByteCount)
    return code.isEmpty || code == "und" ? nil : code
  }
}
