import Foundation
import MediaFacts
import TestMedia
import TestSupport
import Testing

/// A film that nobody can see without a key says so, in every container and codec.
@Suite struct EncryptionTests {
  private let folder: TemporaryFolder
  private static let reason = "the pictures are encrypted"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func written(_ muxer: String, _ encoder: String, _ options: [String: String] = [:]) throws -> [UInt8] {
    var video = TestVideo()
    (video.muxer, video.encoder, video.muxerOptions) = (muxer, encoder, options)
    try video.write(to: folder.path(of: "v"))
    return try folder.read("v")
  }

  private func report(_ bytes: [UInt8]) throws -> Report {
    try Data(bytes).write(to: URL(filePath: folder.path(of: "e")))
    return Examined(folder.path(of: "e")).report
  }

  private func expectEncrypted(_ report: Report, _ location: SourceLocation = #_sourceLocation) {
    #expect(report.status == .noFrame, sourceLocation: location)
    #expect(report.reason?.contains(Self.reason) == true, "\(report.reason ?? "")", sourceLocation: location)
  }

  @Test(arguments: ["libx264", "libx265", "libvpx-vp9", "mpeg4", "libaom-av1"])
  func `common encryption is named for every codec`(encoder: String) throws {
    expectEncrypted(try report(written("mp4", encoder, TestVideo.encryption)))
  }

  @Test func `a film in fragments is encrypted, too`() throws {
    let options = TestVideo.encryption.merging(["movflags": "frag_keyframe+empty_moov"]) { $1 }
    expectEncrypted(try report(written("mp4", "libx264", options)))
  }

  @Test(arguments: [("libx264", "avc1"), ("mpeg4", "mp4v")])
  func `a shop's protected entry is named`(encoder: String, type: String) throws {
    var bytes = try written("mov", encoder)
    let place = try #require(Data(bytes).range(of: Data("\(type)\0\0\0\0\0\0".utf8)))
    bytes.replaceSubrange(place.lowerBound..<(place.lowerBound + 4), with: "drmi".utf8)
    expectEncrypted(try report(bytes))
  }

  @Test func `a WebM with a key is encrypted`() throws {
    let bytes = try written("webm", "libvpx-vp9", ["live": "1"])
    // ContentEncodings: one, of type 1 (encryption), with AES and the key's number.
    let key = [0x47, 0xe2, 0x84, 1, 2, 3, 4]
    let encryption = [0x50, 0x35, 0x80 + 4 + key.count, 0x47, 0xe1, 0x81, 5] + key
    let encoding = [0x50, 0x33, 0x81, 1] + encryption
    let listed = [0x62, 0x40, 0x80 + encoding.count] + encoding
    let encodings = [0x6d, 0x80, 0x80 + listed.count] + listed
    expectEncrypted(try report(WebM.adding(encodings.map { UInt8($0) }, toFirstTrackOf: bytes)))
    // The same change with something harmless, a name: the file itself is whole.
    #expect(try report(WebM.adding([0x53, 0x6e, 0x81, 0x78], toFirstTrackOf: bytes)).status == .ok)
  }

  @Test func `a scrambled transport stream is encrypted`() throws {
    var bytes = try written("mpegts", "mpeg2video")
    #expect(try report(bytes).status == .ok)
    var random = SeededRandom(seed: 1)
    for start in stride(from: 0, to: bytes.count, by: 188) {
      // The video's PID is FFmpeg's first.
      guard bytes[start + 1] & 0x1f == 1, bytes[start + 2] == 0, bytes[start + 3] & 0x10 != 0 else { continue }
      bytes[start + 3] |= 0x80
      let payload = bytes[start + 3] & 0x20 == 0 ? start + 4 : start + 5 + Int(bytes[start + 4])
      for index in payload..<(start + 188) { bytes[index] = .random(in: 0...255, using: &random) }
    }
    expectEncrypted(try report(bytes))
  }

  @Test func `Apple's way of encrypting streams is named`() throws {
    var bytes = try written("mpegts", "libx264")
    #expect(try report(bytes).status == .ok)
    for start in stride(from: 0, to: bytes.count, by: 188) {
      // FFmpeg's programme map is on PID 0x1000: its only stream is of type 0x1b.
      guard bytes[start + 1] & 0x1f == 0x10, bytes[start + 2] == 0 else { continue }
      let type = try #require(bytes[start..<(start + 188)].firstIndex(of: 0x1b))
      bytes[type] = 0xdb
    }
    expectEncrypted(try report(bytes))
  }

  @Test(arguments: [("mp4", "libx264"), ("mp4", "libaom-av1"), ("webm", "libvpx-vp9"), ("mpegts", "libx264")])
  func `a clear film is none of these`(muxer: String, encoder: String) throws {
    #expect(try report(written(muxer, encoder)).status == .ok)
  }

  @Test func `what is broken is not called encrypted`() throws {
    var bytes = try written("mp4", "libx264")
    let media = try #require(Data(bytes).range(of: Data("mdat".utf8))).upperBound
    let index = try #require(Data(bytes).range(of: Data("moov".utf8))).lowerBound
    for place in media..<(index - 4) { bytes[place] = 0 }
    let broken = try report(bytes)
    #expect(broken.status != .ok && broken.reason?.contains("encrypted") == false)
    let noise = try report((0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) })
    #expect(noise.status == .damaged && noise.reason?.contains("encrypted") == false)
  }
}

/// A WebM file, changed byte by byte.
private enum WebM {
  /// Appends elements to the first track; sizes are written anew.
  static func adding(_ elements: [UInt8], toFirstTrackOf bytes: [UInt8]) throws -> [UInt8] {
    var bytes = bytes
    // The index before the tracks names them, too. From the inside out: the entry, then the list of tracks; the segment
    // of a live file has no size.
    let tracks = try #require(Data(bytes).range(of: Data([0x16, 0x54, 0xae, 0x6b]), options: .backwards)).upperBound
    let (tracksSize, tracksLength) = size(in: bytes, at: tracks)
    let entry = tracks + tracksLength
    try #require(bytes[entry] == 0xae)
    let (entrySize, entryLength) = size(in: bytes, at: entry + 1)
    let end = entry + 1 + entryLength + entrySize
    bytes.insert(contentsOf: elements, at: end)
    let newEntry = long(entrySize + elements.count)
    bytes.replaceSubrange((entry + 1)..<(entry + 1 + entryLength), with: newEntry)
    let grown = tracksSize + elements.count + newEntry.count - entryLength
    bytes.replaceSubrange(tracks..<(tracks + tracksLength), with: long(grown))
    return bytes
  }

  private static func size(in bytes: [UInt8], at offset: Int) -> (value: Int, length: Int) {
    let length = bytes[offset].leadingZeroBitCount + 1
    var value = Int(bytes[offset]) & (0xff >> length)
    for index in 1..<max(1, length) { value = value << 8 | Int(bytes[offset + index]) }
    return (value, length)
  }

  /// A size of eight bytes.
  private static func long(_ value: Int) -> [UInt8] { [1] + TestAtom.number(value, byteCount: 7) }
}
