import CFFmpeg
import Foundation
import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// What cameras write between the pictures is taken out, and nothing else.
@Suite struct CameraMessagesTests {
  private static let avcRecord: [UInt8] = [1, 100, 0, 30, 0xff, 0xe1, 0]
  private static let hevcRecord: [UInt8] = [1] + [UInt8](repeating: 0, count: 20) + [0xff, 0]
  /// Where decoding can begin.
  private static let recoveryPoint = TestSupplement.message(6, [0x84, 0, 0, 0])
  /// As x264 signs its streams.
  private static let settings = TestSupplement.message(5, Array(repeating: 0xdc, count: 16) + Array("x264".utf8))

  private func messages(_ codec: AVCodecID = AV_CODEC_ID_H264, _ header: [UInt8] = []) throws -> CameraMessages {
    try #require(try CameraMessages(codec: codec, header: header))
  }

  private func coded(_ units: [[UInt8]]) -> [UInt8] { units.flatMap { [0, 0, 0, 1] + $0 } }

  private func measured(_ units: [[UInt8]]) -> [UInt8] {
    units.flatMap { TestAtom.number($0.count, byteCount: 4) + $0 }
  }

  @Test func `a unit of nothing else goes, the others stay as they are`() throws {
    let slice: [UInt8] = [0x65, 1, 2, 0, 0, 3, 1]
    let camera = TestSupplement.unit(TestSupplement.camera)
    let before = [[0x09, 0x10], TestSupplement.unit(Self.settings), camera, slice]
    let after = [[0x09, 0x10], TestSupplement.unit(Self.settings), slice]
    #expect(try messages(AV_CODEC_ID_H264, Self.avcRecord).removed(from: measured(before)) == measured(after))
    #expect(try messages().removed(from: coded(before)) == coded(after))
    #expect(try messages().removed(from: coded([slice, camera])) == coded([slice]))
    #expect(try messages().removed(from: coded([camera, slice])) == coded([slice]))
  }

  @Test func `of a unit with other messages only the camera's goes`() throws {
    for order in [TestSupplement.camera + Self.recoveryPoint, Self.recoveryPoint + TestSupplement.camera] {
      let rest = [TestSupplement.unit(Self.recoveryPoint), [0x65, 1]]
      let packet = [TestSupplement.unit(order), [0x65, 1]]
      #expect(try messages(AV_CODEC_ID_H264, Self.avcRecord).removed(from: measured(packet)) == measured(rest))
      #expect(try messages().removed(from: coded(packet)) == coded(rest))
    }
  }

  @Test func `HEVC has them before and behind its pictures`() throws {
    let slice: [UInt8] = [0x26, 0x01, 5]
    var suffix = TestSupplement.unit(TestSupplement.camera, isHEVC: true)
    suffix[0] = 40 << 1
    let packet = [TestSupplement.unit(TestSupplement.camera + Self.settings, isHEVC: true), slice, suffix]
    let rest = [TestSupplement.unit(Self.settings, isHEVC: true), slice]
    #expect(try messages(AV_CODEC_ID_HEVC, Self.hevcRecord).removed(from: measured(packet)) == measured(rest))
    #expect(try messages(AV_CODEC_ID_HEVC).removed(from: coded(packet)) == coded(rest))
  }

  @Test func `the mark or the UUID alone is enough, wherever in a message`() throws {
    for payload in [TestSupplement.cameraUUID + [1], Array("abcMDPMxyz".utf8)] {
      let packet = measured([TestSupplement.unit(TestSupplement.message(4, payload))])
      #expect(try messages(AV_CODEC_ID_H264, Self.avcRecord).removed(from: packet).isEmpty)
    }
  }

  @Test func `a unit that is too short for its message goes as a whole`() throws {
    let cut = Array(TestSupplement.unit(TestSupplement.camera).dropLast(8))
    let unknown: [UInt8] = [0x18] + Array("MDPM".utf8)
    #expect(
      try messages(AV_CODEC_ID_H264, Self.avcRecord).removed(from: measured([cut, unknown, [0x65]]))
        == measured([[0x65]]))
  }

  @Test func `pictures may have such bytes by chance, and so may what they need`() throws {
    for type: UInt8 in [0x41, 0x65, 0x67, 0x68] {
      let packet = measured([[type] + Array("MDPM".utf8)])
      #expect(try messages(AV_CODEC_ID_H264, Self.avcRecord).removed(from: packet) == packet)
    }
  }

  @Test func `what is in no unit, or in the header, cannot be taken out`() throws {
    let camera = TestSupplement.unit(TestSupplement.camera)
    #expect(throws: MediaError.self) { try messages().removed(from: measured([camera])) }
    let wrong = Array(measured([camera]).dropLast(2))
    #expect(throws: MediaError.self) { try messages(AV_CODEC_ID_H264, Self.avcRecord).removed(from: wrong) }
    #expect(throws: MediaError.self) { _ = try messages(AV_CODEC_ID_HEVC, Self.hevcRecord + camera) }
    #expect(try CameraMessages(codec: AV_CODEC_ID_VP9, header: camera) == nil)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `whatever the bytes are, no packet grows`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let isHEVC = Bool.random(using: &random)
    var packet = (0..<6).flatMap { _ in
      let unit = TestSupplement.unit(TestSupplement.camera + Self.recoveryPoint, isHEVC: isHEVC)
      return Bool.random(using: &random) ? coded([unit]) : measured([unit])
    }
    for _ in 0..<40 { packet[Int.random(in: packet.indices, using: &random)] = .random(in: 0...6, using: &random) }
    let record = isHEVC ? Self.hevcRecord : Self.avcRecord
    let messages = try messages(isHEVC ? AV_CODEC_ID_HEVC : AV_CODEC_ID_H264, Bool.random(using: &random) ? record : [])
    guard let kept = try? messages.removed(from: packet) else { return }
    #expect(kept.count <= packet.count)
  }

  // MARK: In a film

  @Test(
    arguments: [
      ("mp4", "libx264"), ("mov", "libx265"), ("matroska", "libx264"), ("mpegts", "libx264"), ("mpegts", "libx265"),
      ("avi", "libx264"),
    ])
  func `a camcorder's film is copied without, and plays`(muxer: String, encoder: String) throws {
    let folder = try TemporaryFolder()
    var video = TestVideo()
    (video.muxer, video.encoder) = (muxer, encoder)
    let path = folder.path(of: "v")
    try video.write(to: path)
    let plain = CopiedVideo(path)
    let unit = TestSupplement.unit(TestSupplement.camera, isHEVC: encoder == "libx265")
    video.supplement = coded([unit])
    try video.write(to: path)
    let original = try Data(contentsOf: URL(filePath: path))
    #expect(original.range(of: Data("MDPM".utf8)) != nil, "it is there")
    let copied = CopiedVideo(path)
    #expect(copied.refusal == nil && !copied.contains("MDPM"))
    #expect(original.range(of: Data("x26".utf8)) == nil || copied.contains("x26"), "other messages stay")
    let (packets, wanted) = (
      PacketList(try copied.write(to: folder.path(of: "copy"))),
      PacketList(try plain.write(to: folder.path(of: "plain")))
    )
    #expect(packets.pictures == wanted.pictures && wanted.pictures.count == 20)
    #expect(Examined(folder.path(of: "copy")).report.status == .ok)
  }
}
