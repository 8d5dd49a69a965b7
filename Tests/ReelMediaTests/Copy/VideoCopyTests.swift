import CFFmpeg
import Foundation
import MediaFacts
import TestMedia
import TestSupport
import Testing

@testable import ReelMedia

/// What a copy that is given away has, and what it has not.
@Suite struct VideoCopyTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func copy(_ name: String) -> CopiedVideo { CopiedVideo(folder.path(of: name)) }

  /// Half a second of soft noise.
  private static let sound = (0..<4).map { part in (0..<2000).map { UInt8(truncatingIfNeeded: $0 * (part + 3)) } }

  private static func withSound(_ codec: String) -> TestVideo {
    var video = TestVideo()
    var track = TestTrack(.sound(codec: codec), packets: sound)
    track.packetMilliseconds = 125
    video.tracksAfter = [track]
    return video
  }

  /// Texts that no copy may have, each in a field of its own.
  private static let secrets = [
    "location": "+47.0707+015.4395/", "make": "Kameramarke", "model": "Kameramodell", "artist": "Grete Muster",
    "copyright": "Muster und Sohn", "comment": "bei Oma im Garten", "description": "der Beschreibung",
    "creation_time": "2023-08-09T10:11:12Z", "date": "2023-08-09", "encoder": "Schnittprogramm 7",
    "com.example.serial": "SN-0815-4711", "software": "Firmware-9",
  ]

  private func expectClean(_ copied: CopiedVideo, _ location: SourceLocation = #_sourceLocation) {
    #expect(copied.refusal == nil, sourceLocation: location)
    for secret in [
      "47.0707", "Kameramarke", "Kameramodell", "Muster", "Oma", "Beschreibung", "2023", "Schnittprogramm", "SN-0815",
      "Firmware", "Lavf59", "Lavf58", "GPSLatitude",
    ] {
      #expect(!copied.contains(secret), "\(secret)", sourceLocation: location)
    }
  }

  // MARK: What is left behind

  @Test(arguments: ["mp4", "mov", "matroska", "avi", "flv", "mpegts"])
  func `no text of a container but the title gets into a copy`(muxer: String) throws {
    var video = muxer == "flv" || muxer == "mpegts" ? TestVideo() : Self.withSound("pcm_s16le")
    if muxer == "mp4" { video.tracksAfter = [] }
    if muxer == "mpegts" { video.encoder = "mpeg2video" }
    if muxer == "flv" { video.encoder = "flv" }
    video.muxer = muxer
    video.metadata = Self.secrets
    video.metadata["title"] = "Bird dog"
    video.metadata["service_provider"] = "Grete Muster"
    video.muxerOptions = muxer == "mp4" || muxer == "mov" ? ["movflags": "use_metadata_tags"] : [:]
    let path = folder.path(of: "v")
    try video.write(to: path)
    let original = try Data(contentsOf: URL(filePath: path))
    #expect(original.range(of: Data("Muster".utf8)) != nil, "the secrets are there")
    let copied = CopiedVideo(path)
    expectClean(copied)
    let titles = PacketList(try copied.write(to: folder.path(of: "copy"))).title
    #expect(titles == (muxer == "mpegts" ? nil : "Bird dog"))
  }

  @Test func `atoms that FFmpeg does not read stay behind, and no date is set`() throws {
    var video = TestVideo()
    video.metadata = ["creation_time": "2023-08-09T10:11:12Z"]
    try video.write(to: folder.path(of: "plain.mp4"))
    let xmp = Array("<rdf exif:GPSLatitude='47,4.2N' tiff:Make='Kameramarke'/>".utf8)
    let atoms = TestAtom.atom(
      "udta",
      TestAtom.place(latitude: 47.0707, longitude: 15.4395) + TestAtom.classic("©mod", (0, Array("Kameramodell".utf8)))
        + TestAtom.classic("©xyz", (0, Array("+47.0707+015.4395/".utf8))) + TestAtom.atom("XMP_", xmp)
        + TestAtom.atom("CAME", Array("SN-0815-4711".utf8)))
    let plain = try folder.read("plain.mp4")
    let bytes =
      try #require(TestAtom.file(plain, withMovieAtoms: atoms))
      + TestAtom.atom("uuid", Array(repeating: 7, count: 16) + xmp)
    try Data(bytes).write(to: URL(filePath: folder.path(of: "camera.mp4")))
    let copied = copy("camera.mp4")
    expectClean(copied)
    #expect(!copied.contains("loci") && !copied.contains("XMP_") && !copied.contains("uuid"))
    for type in ["mvhd", "tkhd", "mdhd"] {
      let place = try #require(Data(copied.bytes).range(of: Data(type.utf8))).upperBound
      // Version and flags, then the moments of creation and of change.
      #expect(copied.bytes[place..<(place + 12)].dropFirst(4).allSatisfy { $0 == 0 }, "\(type)")
      let former = try #require(Data(bytes).range(of: Data(type.utf8))).upperBound
      #expect(!bytes[former..<(former + 8)].dropFirst(4).allSatisfy { $0 == 0 }, "\(type) had a date")
    }
  }

  @Test func `tracks of data, subtitles and chapters stay behind`() throws {
    var video = TestVideo()
    video.muxer = "mov"
    video.encoder = "mjpeg"
    video.chapters = [(0, 900, "bei Oma")]
    video.tracksAfter = [TestTrack(.data("gpmd"), packets: [Array("GPS5 SN-0815-4711 47.0707".utf8)])]
    video.subtitles = [TestSubtitles(codec: "mov_text", cues: [(0, 900, "47.0707 Muster")])]
    try video.write(to: folder.path(of: "v.mov"))
    let copied = copy("v.mov")
    expectClean(copied)
    #expect(PacketList(try copied.write(to: folder.path(of: "copy.mov"))).streamCount == 1)
  }

  @Test func `a cover, an attachment and tags of Matroska stay behind`() throws {
    var video = Self.withSound("pcm_s16le")
    video.muxer = "matroska"
    video.encoder = "libx264"
    video.metadata = Self.secrets
    video.tracksAfter[0].metadata = ["title": "Mikrofon von Muster", "SERIAL": "SN-0815-4711", "language": "ger"]
    video.tracksAfter.append(TestTrack(.attachment(name: "Muster.bin"), packets: [Array("47.0707 Oma".utf8)]))
    let cover = try TestTrack.jpeg(in: folder.path)
    video.tracksBefore = [TestTrack(.pictures(codec: "mjpeg", width: 32, height: 32), packets: [cover])]
    try video.write(to: folder.path(of: "v.mkv"))
    let copied = copy("v.mkv")
    expectClean(copied)
    #expect(copied.container == .mov && !copied.contains("Mikrofon"))
    let packets = PacketList(try copied.write(to: folder.path(of: "copy.mov")))
    #expect(packets.streamCount == 2 && packets.pictures.count == 20)
  }

  @Test func `a title that tells a place is no title`() throws {
    var video = TestVideo()
    video.metadata = ["title": "Squat +47.0707+015.4395/"]
    try video.write(to: folder.path(of: "v.mp4"))
    expectClean(copy("v.mp4"))
  }

  @Test func `an animation keeps its times and repeats, and loses comments`() throws {
    var animation = TestGIF(
      width: 8, height: 8, palette: [(0, 0, 0), (255, 255, 255)],
      frames: (0..<4).map { frame in (0..<64).map { UInt8(($0 + frame) % 2) } })
    animation.delay = 25
    let bytes = animation.bytes
    let comment = [0x21, 0xfe, 9] + Array("SN-0815-x".utf8) + [0]
    let xmp = [0x21, 0xff, 11] + Array("XMP DataXMP".utf8) + [6] + Array("Muster".utf8) + [0]
    let loop = [0x21, 0xff, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 6] + Array("Muster".utf8) + [0]
    let head = 13 + 3 * 128
    let spoken =
      bytes[..<head] + comment.map { UInt8($0) } + xmp.map { UInt8($0) } + loop.map { UInt8($0) } + bytes[head...]
    try Data(spoken + Array("Muster behind the end".utf8)).write(to: URL(filePath: folder.path(of: "v.gif")))
    let copied = copy("v.gif")
    expectClean(copied)
    #expect(copied.container == .gif && copied.contains("NETSCAPE2.0"))
    let report = Examined(try copied.write(to: folder.path(of: "copy.gif"))).report
    #expect(report.status == .ok && report.video?.durationMilliseconds == 1000)
    // One that was cut ends with what it has; one without a picture is none.
    try Data(spoken[..<(spoken.count - 30)]).write(to: URL(filePath: folder.path(of: "cut.gif")))
    #expect(Examined(try copy("cut.gif").write(to: folder.path(of: "copy.gif"))).report.status == .ok)
    try Data(spoken[..<(head + 20)]).write(to: URL(filePath: folder.path(of: "empty.gif")))
    #expect(copy("empty.gif").refusal == "the animation ends early")
  }

  // MARK: What is kept

  @Test(
    arguments: [
      ("mp4", "mpeg4", nil, .mp4), ("mp4", "libx264", nil, .mp4), ("mov", "libx265", nil, .mp4),
      ("mov", "mjpeg", "pcm_s16be", .mov), ("avi", "mjpeg", "pcm_s16le", .mov),
      ("matroska", "libx264", nil, .mp4), ("matroska", "libvpx", nil, .webm), ("webm", "libvpx-vp9", nil, .webm),
      ("mp4", "libvpx-vp9", nil, .mp4), ("flv", "flv", nil, .matroska), ("matroska", "libvpx", "pcm_s16le", .matroska),
    ] as [(String, String, String?, CopyContainer)])
  func `packets are the original's, byte for byte`(
    muxer: String, encoder: String, sound: String?, container: CopyContainer
  ) throws {
    var video = sound.map(Self.withSound) ?? TestVideo()
    (video.muxer, video.encoder) = (muxer, encoder)
    let path = folder.path(of: "v")
    try video.write(to: path)
    let copied = CopiedVideo(path)
    #expect(copied.refusal == nil && copied.container == container)
    let (before, after) = (PacketList(path), PacketList(try copied.write(to: folder.path(of: "copy"))))
    #expect(before.pictures.count == 20 && before.pictures == after.pictures)
    #expect(before.sounds.flatMap { $0 } == after.sounds.flatMap { $0 } && before.sounds.isEmpty == (sound == nil))
    guard container == .mp4 || container == .mov else { return }
    let (index, media) = (
      Data(copied.bytes).range(of: Data("moov".utf8)), Data(copied.bytes).range(of: Data("mdat".utf8))
    )
    #expect(try #require(index).lowerBound < #require(media).lowerBound, "the index comes first")
  }

  @Test func `the copy is turned, shaped and coloured like the original`() throws {
    var video = TestVideo()
    video.encoder = "libx264"
    video.matrix = [0, 65_536, 0, -65_536, 0, 0, 0, 0, 1 << 30]
    video.pixelShape = (4, 3)
    (video.colorSpace, video.colorRange, video.colorTransfer, video.isTenBit) = (9, 1, 18, true)
    try video.write(to: folder.path(of: "v.mov"))
    let before = Examined(folder.path(of: "v.mov")).report.video
    let copied = copy("v.mov")
    let after = Examined(try copied.write(to: folder.path(of: "copy.mp4"))).report.video
    #expect(after?.rotation == 90 && after?.hdr == .hlg)
    #expect(before?.displaySize == after?.displaySize && before?.colors == after?.colors)
    #expect(before?.durationMilliseconds == after?.durationMilliseconds)
    #expect(before?.frameRate == after?.frameRate)
  }

  @Test func `Apple's players get the name of HEVC that they take`() throws {
    var video = TestVideo()
    (video.muxer, video.encoder) = ("matroska", "libx265")
    try video.write(to: folder.path(of: "v.mkv"))
    #expect(copy("v.mkv").contains("hvc1"))
  }

  @Test func `a recording that was cut gives what can be read of it`() throws {
    var video = TestVideo()
    video.muxer = "matroska"
    try video.write(to: folder.path(of: "v.mkv"))
    let bytes = try folder.read("v.mkv")
    try Data(bytes.prefix(bytes.count * 2 / 3)).write(to: URL(filePath: folder.path(of: "cut.mkv")))
    let copied = copy("cut.mkv")
    #expect(Examined(try copied.write(to: folder.path(of: "copy.mp4"))).report.status == .ok)
  }

  @Test func `sound that no container takes beside the first is counted`() throws {
    var video = Self.withSound("pcm_s16le")
    (video.muxer, video.encoder) = ("avi", "mjpeg")
    let path = folder.path(of: "v.avi")
    try video.write(to: path)
    #expect(copy("v.avi").droppedSoundCount == 0)
    let further = TestTrack(.sound(codec: "adpcm_yamaha"), packets: Self.sound)
    video.tracksAfter += [further, further]
    try video.write(to: path)
    let copied = copy("v.avi")
    #expect(copied.container == .mov && copied.droppedSoundCount == 2)
    #expect(PacketList(try copied.write(to: folder.path(of: "copy.mov"))).streamCount == 2)
  }

  // MARK: What cannot be copied

  @Test func `what is no video, is encrypted or would grow too long is refused with a reason`() throws {
    try folder.write("nothing", to: "text.mp4")
    #expect(copy("text.mp4").refusal?.hasPrefix("unknown container") == true)
    try TestSound.write(to: folder.path(of: "voice.mov"))
    #expect(copy("voice.mov").refusal == "there is no video stream")
    var video = TestVideo()
    try video.write(to: folder.path(of: "v.mp4"))
    let limited = CopiedVideo(folder.path(of: "v.mp4")) { $0.byteLimit = 1000 }
    #expect(limited.refusal == "the copy would be larger than the video")
    video.muxerOptions = TestVideo.encryption
    video.encoder = "libx264"
    try video.write(to: folder.path(of: "e.mp4"))
    #expect(copy("e.mp4").refusal == "a part of it is encrypted")
  }

  @Test func `a time limit ends a copy`() throws {
    try TestVideo().write(to: folder.path(of: "v.mp4"))
    #expect(CopiedVideo(folder.path(of: "v.mp4")) { $0.deadlineMilliseconds = 0 }.refusal == "the deadline passed")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `whatever the bytes are, a copy ends`(seed: UInt64) throws {
    var video = Self.withSound("pcm_s16le")
    video.muxer = ["mov", "matroska", "avi"][Int(seed % 3)]
    video.encoder = "mjpeg"
    video.metadata = ["title": "x"]
    let path = folder.path(of: "v")
    try video.write(to: path)
    var bytes = try folder.read("v")
    var random = SeededRandom(seed: seed)
    for _ in 0..<30 { bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random) }
    try Data(bytes).write(to: URL(filePath: path))
    let copied = CopiedVideo(path)
    #expect((copied.refusal == nil) != copied.bytes.isEmpty)
  }

  // MARK: Parts

  @Test(
    arguments: [
      ([0xff, 0xf1, 0x50, 0x80, 0, 0, 0], 44_100, 2), ([0xff, 0xf9, 0x4c, 0x40, 0, 0, 0], 48_000, 1),
      ([0xff, 0xf1, 0x5d, 0xc0, 0, 0, 0], 22_050, 8),
    ])
  func `a frame of AAC says how it plays`(bytes: [UInt8], rate: Int, channels: Int) {
    let header = ADTSHeader(bytes)
    #expect(header?.sampleRate == rate && header?.channelCount == channels)
    #expect(ADTSHeader(Array(bytes.dropLast())) == nil)
  }

  @Test(arguments: [
    [0xff, 0xf1, 0x7c, 0x80, 0, 0, 0], [0xff, 0xf1, 0x50, 0x00, 0, 0, 0], [0xff, 0xfb, 0x50, 0x80, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0],
  ])
  func `what is no frame of AAC says nothing`(bytes: [UInt8]) {
    #expect(ADTSHeader(bytes) == nil)
  }

  @Test(
    arguments: [
      (AV_CODEC_ID_H264, [AV_CODEC_ID_AAC], false, .mp4), (AV_CODEC_ID_H264, [AV_CODEC_ID_VORBIS], false, .matroska),
      (AV_CODEC_ID_H264, [AV_CODEC_ID_PCM_S16LE], true, .mov), (AV_CODEC_ID_VP9, [AV_CODEC_ID_OPUS], true, .webm),
      (AV_CODEC_ID_VP9, [AV_CODEC_ID_OPUS], false, .mp4), (AV_CODEC_ID_VP9, [AV_CODEC_ID_VORBIS], false, .webm),
      (AV_CODEC_ID_VP9, [AV_CODEC_ID_AAC], true, .mp4), (AV_CODEC_ID_VP8, [], false, .webm),
      (AV_CODEC_ID_VP8, [AV_CODEC_ID_AAC], true, .matroska), (AV_CODEC_ID_AV1, [], true, .webm),
      (AV_CODEC_ID_MJPEG, [AV_CODEC_ID_PCM_U8], false, .mov), (AV_CODEC_ID_GIF, [], false, nil),
      (AV_CODEC_ID_H264, [AV_CODEC_ID_PCM_BLURAY], false, nil),
    ] as [(AVCodecID, [AVCodecID], Bool, CopyContainer?)])
  func `codecs decide the container`(
    video: AVCodecID, sounds: [AVCodecID], prefersWebM: Bool, container: CopyContainer?
  ) {
    #expect(CopyPlan.container(for: video, sounds, prefersWebM: prefersWebM) == container)
  }
}
