import Foundation
import Glibc
import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// What a file tells of a person, as far as it can be found.
@Suite struct TraceReaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func traces(_ name: String, _ limits: WorkLimits = WorkLimits()) -> Set<Trace>? {
    let descriptor = open(folder.path(of: name), O_RDONLY)
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    return TraceReader.traces(of: MediaSource(descriptor: descriptor, byteCount: size, limits: limits))
  }

  private func traces(of atoms: [UInt8]) throws -> Set<Trace> {
    try #require(try tracesIfWhole(of: atoms))
  }

  private func tracesIfWhole(of atoms: [UInt8]) throws -> Set<Trace>? {
    try TestVideo().write(to: folder.path(of: "plain.mp4"))
    let bytes = try #require(TestAtom.file(folder.read("plain.mp4"), withMovieAtoms: atoms))
    try Data(bytes).write(to: URL(filePath: folder.path(of: "camera.mp4")))
    return traces("camera.mp4")
  }

  @Test(
    arguments: [
      ("location", "+48.1+016.2/", .place), ("com.apple.quicktime.make", "Kamera", .device),
      ("com.android.version", "14", .device), ("camera serial number", "12", .serialNumber),
      ("artist", "Grete", .owner),
      ("copyright", "Grete", .owner), ("creation_time", "2024-01-01T00:00:00Z", .date), ("comment", "Hallo", .comment),
    ] as [(String, String, Trace)])
  func `a field tells`(key: String, value: String, trace: Trace) {
    #expect(TraceReader.traces(ofKey: key, value: value).contains(trace))
  }

  @Test(arguments: ["title", "language", "handler_name", "vendor_id", "major_brand", "minor_version", "encoder"])
  func `a field that every file has tells nothing`(key: String) {
    #expect(TraceReader.traces(ofKey: key, value: "Bird dog, for the back").isEmpty)
    #expect(TraceReader.traces(ofKey: "software", value: "Lavf59.27.100").isEmpty)
  }

  @Test func `atoms of cameras tell what FFmpeg does not`() throws {
    #expect(try traces(of: TestAtom.atom("udta", TestAtom.place(latitude: 1, longitude: 2))).contains(.place))
    #expect(try traces(of: TestAtom.atom("udta", TestAtom.atom("CAME", [1, 2]))).contains(.serialNumber))
    let sony = TestAtom.atom("xml ", Array("<Device serialNo='5' modelName='X'/>".utf8))
    let found = try traces(of: TestAtom.atom("meta", [0, 0, 0, 0] + sony))
    #expect(found.isSuperset(of: [.serialNumber, .device]))
    #expect(try traces(of: TestAtom.atom("gps ", [0, 0])).contains(.place))
    let maker = TestAtom.atom("udta", TestAtom.atom("MKER", Array("at +48.2082+016.3738/ today".utf8)))
    #expect(try traces(of: maker).contains(.place))
  }

  @Test func `a receiver's track tells a place, a plain video nothing`() throws {
    var video = TestVideo()
    try video.write(to: folder.path(of: "plain.mp4"))
    #expect(traces("plain.mp4") == [])
    video.tracksAfter = [TestTrack(.data("gpmd"), packets: [[1, 2, 3]])]
    try video.write(to: folder.path(of: "action.mp4"))
    #expect(traces("action.mp4")?.contains(.place) == true)
  }

  @Test(arguments: [("mp4", "libx264"), ("mpegts", "libx264"), ("mov", "libx265"), ("matroska", "libx265")])
  func `what a camcorder writes between the pictures tells place, device and date`(
    muxer: String, encoder: String
  ) throws {
    var video = TestVideo()
    (video.muxer, video.encoder) = (muxer, encoder)
    let told: Set<Trace> = [.place, .device, .date]
    try video.write(to: folder.path(of: "plain"))
    #expect(try #require(traces("plain")).isDisjoint(with: told))
    video.supplement = [0, 0, 0, 1] + TestSupplement.unit(TestSupplement.camera, isHEVC: encoder == "libx265")
    try video.write(to: folder.path(of: "camera"))
    #expect(try #require(traces("camera")).isSuperset(of: told))
  }

  @Test func `the texts among a container's packets tell, too`() throws {
    var video = TestVideo()
    (video.muxer, video.encoder) = ("flv", "flv")
    video.metadata = ["artist": "Grete"]
    try video.write(to: folder.path(of: "v.flv"))
    #expect(traces("v.flv")?.contains(.owner) == true)
  }

  // MARK: Where it cannot tell

  @Test func `of a file that cannot be read, or not as far as needed, nothing is known`() throws {
    try folder.write("text", to: "text.mp4")
    #expect(traces("text.mp4") == nil)
    try TestVideo().write(to: folder.path(of: "plain.mp4"))
    #expect(traces("plain.mp4", WorkLimits(readBudgetByteCount: 600)) == nil)
    #expect(traces("plain.mp4", WorkLimits(deadlineMilliseconds: 0)) == nil)
    // Zeros fill up a file; a trailer of a camera's own is no atom.
    let bytes = try folder.read("plain.mp4")
    try Data(bytes + [UInt8](repeating: 0, count: 100)).write(to: URL(filePath: folder.path(of: "filled.mp4")))
    #expect(traces("filled.mp4") == [])
    try Data(bytes + [0, 0, 0, 3] + Array("trailer".utf8)).write(to: URL(filePath: folder.path(of: "trailer.mp4")))
    #expect(traces("trailer.mp4") == nil)
  }

  @Test func `a text that is too long to be searched may tell anything`() throws {
    func text(_ count: Int) -> [UInt8] { TestAtom.atom("XMP_", [UInt8](repeating: 0x61, count: count)) }
    #expect(try tracesIfWhole(of: TestAtom.atom("udta", text(TraceAtoms.longestPayload))) == [])
    #expect(try tracesIfWhole(of: TestAtom.atom("udta", text(TraceAtoms.longestPayload + 1))) == nil)
  }

  private func isWhole(_ bytes: [UInt8]) -> Bool {
    var atoms = TraceAtoms()
    atoms.walk(in: bytes.count) { offset, count in Array(bytes[offset..<min(bytes.count, offset + count)]) }
    return atoms.isWhole
  }

  @Test func `more atoms than are looked at may tell anything`() {
    let atom = TestAtom.atom("free", [])
    #expect(isWhole(Array(repeatElement(atom, count: TraceAtoms.mostAtoms).joined())))
    #expect(!isWhole(Array(repeatElement(atom, count: TraceAtoms.mostAtoms + 1).joined())))
    let nested = (0..<TraceAtoms.deepestLevel).reduce(TestAtom.atom("free", [])) { atom, _ in
      TestAtom.atom("moov", atom)
    }
    #expect(isWhole(nested))
    #expect(!isWhole(TestAtom.atom("moov", nested)))
    let long = TestAtom.atom("uuid", [UInt8](repeating: 0x61, count: TraceAtoms.longestPayload))
    let most = TraceAtoms.mostSearchedBytes / TraceAtoms.longestPayload
    #expect(isWhole(Array(repeatElement(long, count: most).joined())))
    #expect(!isWhole(Array(repeatElement(long, count: most + 1).joined())))
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `whatever the atoms are, the search ends`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var bytes: [UInt8] = (0..<2000).map { _ in .random(in: 0...255, using: &random) }
    for offset in stride(from: 0, to: 1900, by: 16) where Bool.random(using: &random) {
      let type = ["moov", "udta", "meta", "trak", "uuid"].randomElement(using: &random) ?? "moov"
      let size = Int.random(in: 0...400, using: &random)
      bytes.replaceSubrange(offset..<(offset + 8), with: TestAtom.number(size, byteCount: 4) + Array(type.utf8))
    }
    let file = bytes
    var atoms = TraceAtoms()
    atoms.walk(in: file.count) { offset, count in Array(file.dropFirst(offset).prefix(count)) }
  }
}
