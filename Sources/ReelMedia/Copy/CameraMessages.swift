import CFFmpeg
import Glibc
import MediaFacts

/// What camcorders write between the pictures of H.264 and HEVC: supplemental messages that say when, where and with what
/// was filmed.
///
/// AVCHD puts the packs of a tape (`MDPM`: date, maker, model, GPS) into user data under Blu-ray's UUID; exiftool reads
/// them (exiftool/exiftool, lib/Image/ExifTool/H264.pm). Messages: ITU-T H.264 and H.265, 7.3.2.3 and 7.3.2.4.
struct CameraMessages {
  private let isHEVC: Bool
  /// How long the length before each unit is; nil where start codes part them.
  private let lengthByteCount: Int?

  /// Nil for codecs that have none.
  ///
  /// - Parameter header: The codec's own, as the container has it.
  /// - Throws: When the header itself has such a message.
  init?(codec: AVCodecID, header: [UInt8]) throws(MediaError) {
    guard [AV_CODEC_ID_H264, AV_CODEC_ID_HEVC].contains(codec) else { return nil }
    isHEVC = codec == AV_CODEC_ID_HEVC
    if isHEVC {
      // As FFmpeg tells `hvcC` from start codes (libavcodec/hevc_parse.c).
      let isRecord = header.count >= 23 && (header[0] > 0 || header[1] > 0 || header[2] > 1)
      lengthByteCount = isRecord ? Int(header[21] & 3) + 1 : nil
    } else {
      lengthByteCount = header.count >= 7 && header[0] == 1 ? Int(header[4] & 3) + 1 : nil
    }
    if Self.occur(in: header[...]) { throw Self.unremovable }
  }

  private static let unremovable = MediaError(
    .damaged, "its stream tells when and with what it was filmed, at a place where it cannot be taken out")

  /// None has two zeros in a row: they are the same in an escaped unit.
  private static let markers: [[UInt8]] = [
    Array("MDPM".utf8),
    [0x17, 0xee, 0x8c, 0x60, 0xf8, 0x4d, 0x11, 0xd9, 0x8c, 0xd6, 0x08, 0x00, 0x20, 0x0c, 0x9a, 0x66],
  ]

  /// Whether a mark of such a message is among the bytes; coded pictures can have it by chance.
  static func occur(in bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in unsafe occur(in: bytes) }
  }

  static func occur(in bytes: UnsafeRawBufferPointer) -> Bool {
    for marker in markers where unsafe contains(marker, bytes) { return true }
    return false
  }

  private static func contains(_ marker: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var offset = 0
    while bytes.count - offset >= marker.count {
      let count = bytes.count - offset - marker.count + 1
      guard let hit = unsafe memchr(base + offset, Int32(marker[0]), count) else { return false }
      let place = unsafe UnsafeRawPointer(hit) - base
      if unsafe bytes[place..<(place + marker.count)].elementsEqual(marker) { return true }
      offset = place + 1
    }
    return false
  }

  // MARK: Taking them out

  /// A packet without such messages; its other units are the same, byte for byte. Never longer than it was.
  ///
  /// - Throws: When one is where no unit can be made out.
  func removed(from packet: [UInt8]) throws(MediaError) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(packet.count)
    let outside = lengthByteCount.map { parted(packet, lengthByteCount: $0, &kept) } ?? parted(packet, &kept)
    if Self.occur(in: outside) { throw Self.unremovable }
    return kept
  }

  /// - Returns: What is in no unit.
  private func parted(_ packet: [UInt8], lengthByteCount: Int, _ kept: inout [UInt8]) -> ArraySlice<UInt8> {
    var offset = 0
    while packet.count - offset > lengthByteCount {
      let start = offset + lengthByteCount
      let size = packet.bigEndian(at: offset, byteCount: lengthByteCount)
      guard size <= packet.count - start else { break }
      offset = start + size
      guard let unit = cleaned(packet[start..<offset]) else { continue }
      for place in (0..<lengthByteCount).reversed() {
        kept.append(UInt8(truncatingIfNeeded: unit.count >> (8 * place)))
      }
      kept += unit
    }
    kept += packet[offset...]
    return packet[offset...]
  }

  /// - Returns: What is in no unit.
  private func parted(_ packet: [UInt8], _ kept: inout [UInt8]) -> ArraySlice<UInt8> {
    let codes = packet.indices.dropLast(2).filter { packet[$0] == 0 && packet[$0 + 1] == 0 && packet[$0 + 2] == 1 }
    let first = codes.first ?? packet.count
    kept += packet[..<first]
    for (number, code) in codes.enumerated() {
      let next = number + 1 < codes.count ? codes[number + 1] : packet.count
      var end = next
      // Zeros between two units belong to neither.
      while end > code + 3, packet[end - 1] == 0 { end -= 1 }
      if let unit = cleaned(packet[(code + 3)..<end]) {
        kept += [0, 0, 1] + unit
      } else {
        // Those that made its start code a long one: FFmpeg would count two of them to the unit before.
        while kept.last == 0 { kept.removeLast() }
      }
      kept += packet[end..<next]
    }
    return packet[..<first]
  }

  /// A unit without such messages; nil when nothing is left of it.
  private func cleaned(_ unit: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = unit.first, Self.occur(in: unit) else { return unit }
    let type = isHEVC ? first >> 1 & 63 : first & 31
    if (isHEVC ? [39, 40] : [6]).contains(type) { return withoutMessages(unit) }
    return (isHEVC ? Self.neededByHEVC : Self.neededByAVC).contains(type) ? unit : nil
  }

  /// Pictures, which can have such bytes by chance, and what is needed to decode them.
  private static let neededByAVC: Set<UInt8> = [1, 2, 3, 4, 5, 7, 8, 13, 14, 15, 19, 20, 21]
  private static let neededByHEVC = Set<UInt8>(0...34)

  private func withoutMessages(_ unit: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let bytes = Self.unescaped(unit)
    var offset = isHEVC ? 2 : 1
    guard bytes.count > offset else { return nil }
    var kept = Array(bytes[..<offset])
    let header = kept.count
    // A set bit and zeros end the unit.
    let end = bytes.lastIndex { $0 != 0 } ?? 0
    while offset < end {
      let start = offset
      guard Self.number(in: bytes, &offset) != nil, let size = Self.number(in: bytes, &offset),
        size <= bytes.count - offset
      else { return nil }
      offset += size
      if !Self.occur(in: bytes[start..<offset]) { kept += bytes[start..<offset] }
    }
    guard kept.count > header else { return nil }
    let escaped = Self.escaped(kept + bytes[offset...])
    return escaped.count <= unit.count ? escaped[...] : nil
  }

  /// A type or a size: bytes of 255, and a smaller one, are added up.
  private static func number(in bytes: [UInt8], _ offset: inout Int) -> Int? {
    var number = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      number += Int(byte)
      if byte < 0xff { return number }
    }
    return nil
  }

  // MARK: No three bytes of a unit may look like a start code

  private static func unescaped(_ unit: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var zeroCount = 0
    for byte in unit {
      if zeroCount >= 2, byte == 3 {
        zeroCount = 0
        continue
      }
      bytes.append(byte)
      zeroCount = byte == 0 ? zeroCount + 1 : 0
    }
    return bytes
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var unit: [UInt8] = []
    var zeroCount = 0
    for byte in bytes {
      if zeroCount >= 2, byte <= 3 {
        unit.append(3)
        zeroCount = 0
      }
      unit.append(byte)
      zeroCount = byte == 0 ? zeroCount + 1 : 0
    }
    return unit
  }
}

extension Packet {
  /// Whether a mark of such a message is in it.
  var hasCameraMarks: Bool {
    guard let data = unsafe pointer.pointee.data else { return false }
    return unsafe CameraMessages.occur(in: UnsafeRawBufferPointer(start: data, count: Int(pointer.pointee.size)))
  }

  /// Takes such messages out of it.
  ///
  /// - Returns: Whether anything is left.
  func remove(_ messages: CameraMessages) throws(MediaError) -> Bool {
    let bytes = try messages.removed(from: bytes(first: .max))
    guard !bytes.isEmpty else { return false }
    guard unsafe av_packet_make_writable(pointer) >= 0, let data = unsafe pointer.pointee.data else {
      throw MediaError(.outOfMemory, "no memory for a packet")
    }
    unsafe data.update(from: bytes, count: bytes.count)
    unsafe av_shrink_packet(pointer, Int32(bytes.count))
    return true
  }
}
