import CFFmpeg
import MediaFacts

/// Decodes single pictures of one opened stream.
struct PictureReader: ~Copyable {
  private let decoder: Decoder
  private let packet: Packet
  /// The last picture that was decoded.
  let frame: Frame
  // Asking a decoder for a picture that it does not have empties the frame that was meant to hold it.
  private let arrival: Frame
  /// When the last picture is shown, in the stream's time base; nil when neither it nor its packet says.
  private(set) var timestamp: Int64?
  /// How long the last packet says that its picture is shown, in the stream's time base; nil when none does.
  private(set) var duration: Int64?
  /// What decoding has cost so far, see `StillEffort`.
  private(set) var effort = 0
  private let reckoning: StillEffort
  /// The time stamps of the packets that began the key frames seen so far.
  private var starts: Set<Int64> = []
  private var isDrained = false

  /// The packets that are tried before a stream counts as having no picture.
  private static let packetLimit = 400

  static func make(for media: borrowing OpenMedia) throws(MediaError) -> PictureReader {
    guard let stream = media.stream, let pointer = unsafe media.demuxer.stream(stream.index) else {
      throw MediaError(.noVideo, "there is no video stream")
    }
    media.demuxer.keepOnly(streamIndex: stream.index)
    let pixelCount = stream.codedSize.map { $0.width * $0.height } ?? 0
    return PictureReader(
      decoder: unsafe try Decoder.open(for: pointer), packet: try Packet.make(), frame: try Frame.make(),
      arrival: try Frame.make(), reckoning: StillEffort(pixelCount: pixelCount, codec: stream.codec))
  }

  private init(
    decoder: consuming Decoder, packet: consuming Packet, frame: consuming Frame, arrival: consuming Frame,
    reckoning: StillEffort
  ) {
    self.decoder = decoder
    self.packet = packet
    self.frame = frame
    self.arrival = arrival
    self.reckoning = reckoning
  }

  /// What decoding a picture from a number of bytes will cost.
  func effort(ofPicture byteCount: Int) -> Int { reckoning.ofPicture(byteCount: byteCount) }

  /// The result of looking for a picture.
  enum Outcome {
    case decoded
    /// The key frame was decoded before; `frame` is as it was.
    case same
    case nothing
  }

  // MARK: Key frames

  /// Decodes the key frame at or before a moment, alone: its packet, then the end, so that the decoder gives it at once
  /// instead of waiting for its neighbours.
  mutating func keyFrame(at timestamp: Int64, in media: borrowing OpenMedia) -> Outcome {
    guard let stream = media.stream, media.demuxer.seek(streamIndex: stream.index, to: timestamp) else {
      return .nothing
    }
    for _ in 0..<Self.packetLimit {
      guard nextPacket(of: stream, in: media) else { return .nothing }
      guard packet.isKeyFrame else { continue }
      if let start = packet.timestamp, starts.contains(start) { return .same }
      decoder.flush()
      guard decoder.send(packet) else { continue }
      decoder.drain()
      isDrained = true
      guard receive() else { continue }
      if let start = packet.timestamp { starts.insert(start) }
      return .decoded
    }
    return .nothing
  }

  // MARK: Onward

  /// Which pictures the decoder leaves out while decoding onward.
  enum Pace {
    /// None: to find one exact moment.
    case every
    /// Those that no other picture needs.
    case fast
    /// None, and those that others are made from are filtered: over a whole film, blocks would add up.
    case film
  }

  /// Goes to the key frame at or before a moment, ready to decode onward from there.
  mutating func seek(to timestamp: Int64, _ pace: Pace, in media: borrowing OpenMedia) -> Bool {
    guard let stream = media.stream, media.demuxer.seek(streamIndex: stream.index, to: timestamp) else {
      return false
    }
    begin(pace)
    return true
  }

  /// Makes the decoder ready to decode onward from where the container is.
  mutating func begin(_ pace: Pace) {
    decoder.flush()
    isDrained = false
    switch pace {
    case .every: decoder.skip(AVDISCARD_DEFAULT)
    case .film:
      decoder.skip(AVDISCARD_DEFAULT)
      decoder.leaveUnfiltered(AVDISCARD_NONREF)
    // Not all B pictures: P pictures may be made from some of them (x264's b-pyramid), and would be smeared.
    case .fast: decoder.skip(AVDISCARD_NONREF)
    }
  }

  /// Decodes the next picture onward; false at the end, when the packets allowed are used up, or when time is.
  ///
  /// - Parameters:
  ///   - packets: How many packets may be read in search of it.
  ///   - isUnneeded: Whether a picture with this time and duration, in the stream's time base, may be left out if no other one
  ///     needs it; nil leaves that to the pace.
  mutating func advance(
    in media: borrowing OpenMedia, packets limit: Int = packetLimit, unless isUnneeded: ((Int64, Int64) -> Bool)? = nil
  ) -> Bool {
    guard let stream = media.stream else { return false }
    if receive() { return true }
    guard !isDrained else { return false }
    for _ in 0..<limit {
      guard nextPacket(of: stream, in: media) else { return drain() }
      if let isUnneeded {
        let isUnneeded = packet.presentationTime.flatMap { time in packet.duration.map { isUnneeded(time, $0) } }
        decoder.skip(isUnneeded == true ? AVDISCARD_NONREF : AVDISCARD_DEFAULT)
      }
      if decoder.send(packet), receive() { return true }
    }
    return false
  }

  /// Makes the decoder return what it holds; false when it holds nothing.
  mutating func drain() -> Bool {
    if !isDrained {
      decoder.drain()
      isDrained = true
    }
    return receive()
  }

  private mutating func receive() -> Bool {
    guard decoder.receive(into: arrival) else { return false }
    frame.take(from: arrival)
    timestamp = frame.timestamp ?? packet.timestamp
    effort += reckoning.ofPicture(byteCount: frame.packetByteCount)
    return true
  }

  private mutating func nextPacket(of stream: VideoStream, in media: borrowing OpenMedia) -> Bool {
    while media.demuxer.read(into: packet) {
      // What an encrypted packet decodes to is noise.
      guard packet.streamIndex == stream.index, !packet.isEncrypted else { continue }
      duration = packet.duration ?? duration
      return !media.demuxer.source.isOverdue
    }
    return false
  }
}
