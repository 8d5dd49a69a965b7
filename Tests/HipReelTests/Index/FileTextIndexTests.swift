import Foundation
import Testing
import TestMedia
import TestSupport

/// What the texts inside videos come to in the catalog.
@Suite struct FileTextIndexTests {
  private let folder: SampleFolder

  init() throws { folder = try SampleFolder([]) }

  private func write(_ name: String, _ muxer: String = "matroska", _ change: (inout TestVideo) -> Void) throws {
    var video = TestVideo()
    video.muxer = muxer
    change(&video)
    try video.write(to: folder.url.appending(path: name).path(percentEncoded: false))
  }

  private func count(_ query: String) throws -> String { try folder.hipreel("find", query, "--count").text }

  @Test func `subtitles are evidence of their own, kept with their times and read once`() throws {
    try write("IMG_1.mkv") { video in
      video.subtitles = [
        TestSubtitles(codec: "subrip", language: "eng", cues: [(200, 800, "<i>This is a clamshell</i>")])
      ]
    }
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try count("exercise:clamshell") == "1\n")
    #expect(try folder.hipreel("why", "IMG_1.mkv").text.contains("subtitles eng “clamshell”"))
    #expect(try folder.hipreel("show", "IMG_1.mkv").text.contains("1 cue, eng"))
    let observed = try folder.hipreel("export", "--with-observations").text
    #expect(observed.contains(#"{"startMs": 200, "endMs": 1000, "text": "This is a clamshell"}"#))
    #expect(!(try folder.hipreel("export").text.contains("startMs")))
    #expect(try folder.hipreel("index", ".", environment: Tool.withoutWorker).status == 0)
    // What the file says is below what the person's own text says, and above the name.
    try Data("glute bridge".utf8).write(to: folder.url.appending(path: "IMG_1.txt"))
    try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(try count("exercise:glute-bridge") == "1\n")
  }

  @Test func `chapters are shown, exported and evidence`() throws {
    try write("IMG_2.mp4", "mp4") { $0.chapters = [(0, 900, "Warm-up"), (900, 2000, "Clamshell")] }
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("show", "IMG_2.mp4").text.contains("0:00 Warm-up"))
    #expect(try folder.hipreel("export").text.contains(#"{"startMs": 900, "endMs": 2000, "title": "Clamshell"}"#))
    #expect(try folder.hipreel("why", "IMG_2.mp4").text.contains("embedded chapters “Clamshell”"))
  }

  @Test func `the artist is kept from the tagger and the description is not`() throws {
    try write("IMG_3.mkv") { $0.metadata = ["artist": "Clamshell Club"] }
    try write("IMG_4.mkv") { video in
      (video.metadata, video.frameCount) = (["description": "glute bridge"], 21)
    }
    try folder.hipreel("index", ".")
    #expect(try count("exercise:clamshell") == "0\n")
    #expect(try count("exercise:glute-bridge") == "1\n")
  }

  @Test func `XMP inside a video is evidence, its places are not`() throws {
    try write("IMG_5.mp4", "mp4") { _ in }
    let file = folder.url.appending(path: "IMG_5.mp4")
    let packet = """
      <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta><rdf:RDF><rdf:Description exif:GPSLatitude='48.2082'>
      <dc:subject><rdf:Bag><rdf:li>clamshell</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>
      \(String(repeating: " ", count: 3000))<?xpacket end='w'?>
      """
    let uuid: [UInt8] = [
      0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
    ]
    let bytes = Array(try Data(contentsOf: file)) + TestAtom.atom("uuid", uuid + Array(packet.utf8))
    try Data(bytes).write(to: file)
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("why", "IMG_5.mp4").text.contains("embedded xmp:subject “clamshell”"))
    #expect(!(try catalogHolds("48.2082")))
  }

  @Test func `places are in no file of the catalog without the option, and in it with the option`() throws {
    try write("filmed.mp4", "mp4") { _ in }
    let file = folder.url.appending(path: "filmed.mp4")
    let user =
      TestAtom.classic("©xyz", (0x15c7, Array("+48.2082+016.3738/".utf8)))
      + TestAtom.place(latitude: 48.2082, longitude: 16.3738)
      + TestAtom.classic("©des", (0, Array("bridge at +48.2082+016.3738/".utf8)))
    let bytes = try #require(
      TestAtom.file(Array(try Data(contentsOf: file)), withMovieAtoms: TestAtom.atom("udta", user)))
    try Data(bytes).write(to: file)
    try write("tagged.mkv") { video in
      video.metadata = [
        "LOCATION": "+48.2082+016.3738/", "GPSLatitude": "48.2082", "exif:GPSLongitude": "16.3738",
        "XMP": "<exif:GPSLatitude>48.2082</exif:GPSLatitude>", "title": "bridge",
      ]
    }
    #expect(try folder.hipreel("index", ".").status == 0)
    for planted in ["48.2082", "16.3738"] { #expect(!(try catalogHolds(planted))) }
    #expect(!(try folder.hipreel("export", "--with-observations").text.contains("location")))

    try FileManager.default.removeItem(at: folder.url.appending(path: ".hipreel"))
    #expect(try folder.hipreel("index", ".", "--keep-location").status == 0)
    #expect(try folder.hipreel("export").text.contains(#""location": "+48.2082+016.3738/""#))
    #expect(try folder.hipreel("show", "filmed.mp4").text.contains("location"))
    #expect(try !folder.hipreel("why", "filmed.mp4").text.contains("48.2082"))
  }

  /// Whether a text stands in any file of the catalog.
  private func catalogHolds(_ text: String) throws -> Bool {
    let catalog = folder.url.appending(path: ".hipreel")
    let files = FileManager.default.enumerator(atPath: catalog.path(percentEncoded: false))?.allObjects ?? []
    #expect(files.count >= 2)
    return try files.compactMap { $0 as? String }.contains { name in
      let file = catalog.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return false }
      return try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `the date says who told it, and an impossible one is not believed`() throws {
    try write("phone.mp4", "mp4") { $0.metadata = ["creation_time": "2024-05-01T16:03:20.000000Z"] }
    try write("ahead.mp4", "mp4") { video in
      (video.metadata, video.frameCount) = (["creation_time": "2039-05-01T16:03:20.000000Z"], 21)
    }
    try folder.hipreel("index", ".")
    #expect(
      try folder.hipreel("show", "phone.mp4").text.contains("2024-05-01T16:03:20Z (from the container)"))
    #expect(try folder.hipreel("show", "ahead.mp4").text.contains("(from the time of the file)"))
    #expect(try count("recorded:2024-05-01") == "1\n")
    #expect(try count("recorded:2039") == "0\n")
  }

  @Test func `a reel is found by the hash that Stash gives it`() throws {
    try write("reel.mkv") { _ in }
    try folder.hipreel("index", ".")
    let line = try #require(
      try folder.hipreel("export").text.split(separator: "\n").first { $0.contains("\"oshash\"") })
    let hash = String(line.split(separator: "\"")[3])
    #expect(hash.utf8.count == 16)
    #expect(try count("oshash:\(hash.uppercased())") == "1\n")
    #expect(try count("oshash:0000000000000000") == "0\n")
  }
}
