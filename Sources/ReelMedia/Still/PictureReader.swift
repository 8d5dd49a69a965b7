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
  /// The time stamp of the packet that began the last key frame.
  private var lastStart: Int64?

  /// The packets that are tried before a stream counts as having no picture.
  private static let packetLimit = 400

  static func make(for media: borrowing OpenMedia) throws(MediaError) -> PictureReader {
    guard let stream = media.stream, let pointer = unsafe media.demuxer.stream(stream.index) else {
      throw MediaError(.noVideo, "there is no video stream")
    }
    media.demuxer.keepOnly(streamIndex: stream.index)
    return PictureReader(
      decoder: unsafe try Decoder.open(for: pointer), packet: try Packet.make(), frame: try Frame.make(),
      arrival: try Frame.make())
  }

  private init(
    decoder: consuming Decoder, packet: consuming Packet, frame: consuming Frame, arrival: consuming Frame
  ) {
    self.decoder = decoder
    self.packet = packet
    self.frame = frame
    self.arrival = arrival
  }

  /// What came of looking for a picture.
  enum Outcome {
    case decoded
    /// The key frame is the one that was decoded last; `frame` is as it was.
    case same
    case nothing
  }

  /// Decodes the key frame at or before a moment, alone: its packet, then the end, so that the decoder gives it at once
  /// instead of waiting for its neighbours.
  mutating func keyFrame(at timestamp: Int64, in media: borrowing OpenMedia) -> Outcome {
    guard let stream = media.stream, media.demuxer.seek(streamIndex: stream.index, to: timestamp) else {
      return .nothing
    }
    for _ in 0..<Self.packetLimit {
      guard nextPacket(of: stream, in: media) else { return .nothing }
      guard packet.isKeyFrame else { continue }
      if let start = packet.timestamp, start == lastStart { return .same }
      decoder.flush()
      guard decoder.send(packet) else { continue }
      decoder.drain()
      guard receive() else { continue }
      lastStart = packet.timestamp
      return .decoded
    }
    return .nothing
  }

  /// Decodes onward from where the container is, until a picture at or after a moment, else the last one there is.
  mutating func nextPicture(notBefore timestamp: Int64, in media: borrowing OpenMedia, packets limit: Int? = nil)
    -> Outcome
  {
    guard let stream = media.stream else { return .nothing }
    var outcome = Outcome.nothing
    for _ in 0..<(limit ?? Self.packetLimit) {
      let isEnd = !nextPacket(of: stream, in: media)
      if isEnd {
        decoder.drain()
      } else if !decoder.send(packet) {
        continue
      }
      while receive() {
        outcome = .decoded
        if self.timestamp ?? .max >= timestamp { return outcome }
      }
      if isEnd { break }
    }
    return outcome
  }

  /// Goes to the key frame at or before a moment and forgets what was decoded.
  mutating func seek(to timestamp: Int64, in media: borrowing OpenMedia) -> Bool {
    guard let stream = media.stream, media.demuxer.seek(streamIndex: stream.index, to: timestamp) else {
      return false
    }
    decoder.flush()
    lastStart = nil
    return true
  }

  private mutating func receive() -> Bool {
    guard decoder.receive(into: arrival) else { return false }
    frame.take(from: arrival)
    timestamp = frame.timestamp ?? packet.timestamp
    return true
  }

  private func nextPacket(of stream: VideoStream, in media: borrowing OpenMedia) -> Bool {
    while media.demuxer.read(into: packet) {
      // What an encrypted packet decodes to is noise.
      guard packet.streamIndex == stream.index, !packet.isEncrypted else { continue }
      return !media.demuxer.source.isOverdue
    }
    return false
  }
}
