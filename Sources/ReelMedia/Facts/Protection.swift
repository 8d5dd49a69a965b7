import CFFmpeg
import MediaFacts

/// Tells encrypted films from broken ones, by what FFmpeg passes over: protected sample entries (ISO/IEC 23001-7, and
/// QuickTime's `drmi`), scrambled transport streams (ISO/IEC 13818-1, 2.4.3.3), and Apple's SAMPLE-AES in them.
enum Protection {
  private static let encrypted = MediaError(.noFrame, "the pictures are encrypted")

  /// A failure, or that the film is encrypted if that is why.
  ///
  /// - Parameter limits: What looking for that may take.
  static func explained(_ error: MediaError, of source: MediaSource, _ limits: WorkLimits) -> MediaError {
    guard [.noFrame, .noVideo, .damaged, .codecNotAllowed].contains(error.status), !source.isOverdue else {
      return error
    }
    source.renew(limits)
    return explainsFailure(of: source) ? encrypted : error
  }

  /// Refuses an opened film that is silently encrypted.
  static func refuse(_ stream: VideoStream, in demuxer: borrowing Demuxer) throws(MediaError) {
    if isSilent(stream, in: demuxer) { throw encrypted }
  }

  /// Whether a film of which nothing can be shown is encrypted.
  static func explainsFailure(of source: MediaSource) -> Bool {
    let head = source.bytes(at: 0, count: Self.headByteCount)
    if head.count >= 8, topLevelTypes.contains(Atom.type(head, at: 4)) { return hasProtectedEntry(source) }
    guard let packets = TransportPackets(head) else { return false }
    return packets.isScrambled || packets.announcesSampleAES
  }

  /// Whether the pictures of an opened film are encrypted although no packet says so, which noise would be decoded from.
  static func isSilent(_ stream: VideoStream, in demuxer: borrowing Demuxer) -> Bool {
    if stream.isSaidEncrypted { return true }
    // FFmpeg 5.1 marks the encrypted packets of all other codecs.
    if demuxer.container == "mov", stream.codec == AV_CODEC_ID_AV1 { return hasProtectedEntry(demuxer.source) }
    guard demuxer.container == "mpegts" else { return false }
    return TransportPackets(demuxer.source.bytes(at: 0, count: 64 << 10))?.announcesSampleAES ?? false
  }

  private static let headByteCount = 1 << 20
  private static let topLevelTypes = ["ftyp", "moov", "mdat", "free", "wide", "skip", "styp", "pnot", "uuid", "moof"]

  // MARK: MP4 and QuickTime

  /// Whether any track of pictures has a protected sample entry.
  private static func hasProtectedEntry(_ source: MediaSource) -> Bool {
    var atomsLeft = 2048
    return hasProtectedEntry(in: 0..<source.byteCount, depth: 0, source, &atomsLeft)
  }

  /// Atoms are inside their parents, and their number and depth are bounded.
  private static func hasProtectedEntry(
    in range: Range<Int>, depth: Int, _ source: MediaSource, _ atomsLeft: inout Int
  ) -> Bool {
    var offset = range.lowerBound
    while atomsLeft > 0, let atom = Atom(at: offset, in: range, zeroMeansToTheEnd: true, source.bytes(at:count:)) {
      atomsLeft -= 1
      if ["encv", "drmi"].contains(atom.type), depth == containers.count { return true }
      if depth < containers.count, atom.type == containers[depth] {
        // The list of sample entries begins with a version, flags and a count.
        let end = atom.payload.upperBound
        let start = min(end, atom.payload.lowerBound + (atom.type == "stsd" ? 8 : 0))
        if hasProtectedEntry(in: start..<end, depth: depth + 1, source, &atomsLeft) { return true }
      }
      offset = atom.payload.upperBound
    }
    return false
  }

  private static let containers = ["moov", "trak", "mdia", "minf", "stbl", "stsd"]
}

/// The packets at the start of an MPEG transport stream.
private struct TransportPackets {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Nil when the bytes are none: packets begin with 0x47, and are 188 bytes long, or 192 or 204 on discs and tapes.
  init?(_ bytes: [UInt8]) {
    for length in [188, 192, 204] {
      for first in 0..<min(length, bytes.count) where bytes[first] == 0x47 {
        let starts = Array(stride(from: first, to: bytes.count - 187, by: length))
        guard starts.count >= 5, starts.prefix(8).allSatisfy({ bytes[$0] == 0x47 }) else { continue }
        (self.bytes, self.starts) = (bytes, starts)
        return
      }
    }
    return nil
  }

  private func pid(_ start: Int) -> Int { Int(bytes[start + 1] & 0x1f) << 8 | Int(bytes[start + 2]) }

  /// Whether most packets of a programme's stream are scrambled.
  var isScrambled: Bool {
    var counts: [Int: (all: Int, scrambled: Int)] = [:]
    for start in starts where bytes[start] == 0x47 && bytes[start + 3] & 0x10 != 0 {
      counts[pid(start), default: (0, 0)].all += 1
      if bytes[start + 3] & 0x80 != 0 { counts[pid(start), default: (0, 0)].scrambled += 1 }
    }
    return counts.values.contains { $0.scrambled >= 3 && 2 * $0.scrambled > $0.all }
  }

  /// Whether a programme's map has a film of Apple's type for H.264 with SAMPLE-AES.
  ///
  /// https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/HLS_Sample_Encryption
  var announcesSampleAES: Bool { starts.contains { mapTypes(at: $0).contains(0xdb) } }

  /// The types of streams in a programme map that begins in a packet; none if none does.
  private func mapTypes(at start: Int) -> [UInt8] {
    let packet = Array(bytes[start..<(start + 188)])
    guard packet[0] == 0x47, packet[1] & 0x40 != 0, packet[3] & 0xd0 == 0x10 else { return [] }
    var offset = packet[3] & 0x20 != 0 ? 5 + Int(packet[4]) : 4
    guard offset < 188 else { return [] }
    offset += 1 + Int(packet[offset])
    guard offset + 12 <= 188, packet[offset] == 2 else { return [] }
    let end = min(188, offset + 3 + (Int(packet[offset + 1] & 0x0f) << 8 | Int(packet[offset + 2])) - 4)
    offset += 12 + (Int(packet[offset + 10] & 0x0f) << 8 | Int(packet[offset + 11]))
    var types: [UInt8] = []
    while offset + 5 <= end {
      types.append(packet[offset])
      offset += 5 + (Int(packet[offset + 3] & 0x0f) << 8 | Int(packet[offset + 4]))
    }
    return types
  }
}
