import Foundation
import TestMedia
import TestSupport
import Testing

/// `hipreel site` on the sample reels.
@Suite struct SiteCommandTests {
  private func indexed(_ names: [String]? = nil) throws -> SampleFolder {
    let samples = try SampleFolder(names ?? ["IMG_4032.MOV", "IMG_4032.txt", "seated_figure_4_stretch.webm"])
    #expect(try samples.hipreel("index", ".").status == 0)
    return samples
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  @Test func `inside the folder the pages play the reels where they are, and an index run does not mind them`() throws {
    let samples = try indexed(["#shinbox #hipmobility #hipswitch #deskbreak.mp4", "Puente de glúteos.mp4"])
    let run = try samples.hipreel("site", "pages/for all")
    #expect(run.status != 0, "the folder above must be there")
    try samples.write("", to: "pages/.keep")
    let written = try samples.hipreel("site", "pages/for all", "--title", "Our reels")
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.text.hasPrefix("2 reels, "))
    let rows = try text("pages/for all/data/reels-0.js", in: samples.url)
    #expect(rows.contains("\"../../%23shinbox%20%23hipmobility%20%23hipswitch%20%23deskbreak.mp4\""))
    #expect(rows.contains("\"../../Puente%20de%20gl%C3%BAteos.mp4\""))
    #expect(!rows.contains(samples.url.path(percentEncoded: false)))
    let again = try samples.hipreel("index", ".")
    #expect(again.text.hasPrefix("0 new, 0 changed, 0 moved, 2 unchanged, 0 gone, 0 failed"))
    #expect(try samples.hipreel("site", "pages/for all").status == 0, "it replaces its own folder")
  }

  @Test func `elsewhere the reels are put in, and it must be said how`() throws {
    let samples = try indexed()
    let silent = try samples.hipreel("site", "../elsewhere")
    #expect(silent.status == 64)
    #expect(silent.errors.contains("is outside the folder of the reels"))
    #expect(try samples.hipreel("site", "site", "--copy").status == 64)
    #expect(try samples.hipreel("site", ".").errors.contains("is the folder of the reels\n"))
    #expect(try samples.hipreel("site", "../elsewhere", "--link", "--copy").status == 64)
    let linked = try samples.hipreel("site", "../elsewhere", "--link", "--json")
    #expect(linked.status == 0, "\(linked.errors)")
    let report = try #require(try JSONSerialization.jsonObject(with: linked.output) as? [String: Any])
    #expect(report["reels"] as? Int == 2)
    #expect(report["failures"] as? Int == 0)
    let site = samples.url.deletingLastPathComponent().appending(path: "elsewhere")
    let files = try FileManager.default.subpathsOfDirectory(atPath: site.path(percentEncoded: false))
    #expect(files.count { $0.hasPrefix("reels/") } == 2)
    #expect(files.count { $0.hasSuffix(".jpg") } == 2)
    #expect(report["files"] as? Int == files.count { $0.contains(".") } - 1, "all but the list of them are counted")
  }

  /// A folder with a video as a telephone makes it, and one that tells nothing.
  private func filmed() throws -> SampleFolder {
    let samples = try SampleFolder(["standing-hip-abduction.mp4"])
    var video = TestVideo()
    video.muxer = "mov"
    video.metadata = [
      "location": "+47.0707+015.4395/", "make": "Kameramarke", "artist": "Grete Muster", "title": "Bird dog",
      "comment": "bei Oma", "creation_time": "2023-08-09T10:11:12Z",
    ]
    video.muxerOptions = ["movflags": "use_metadata_tags"]
    try video.write(to: samples.url.appending(path: "filmed.mov").path(percentEncoded: false))
    #expect(try samples.hipreel("index", ".").status == 0)
    return samples
  }

  private func reels(of site: String, beside samples: SampleFolder) throws -> [String: Data] {
    let folder = samples.url.deletingLastPathComponent().appending(path: site)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.contains(".") }.map {
        ($0, try Data(contentsOf: folder.appending(path: $0)))
      })
  }

  private static let secrets = ["47.0707", "Kameramarke", "Muster", "bei Oma"]

  private func tell(_ data: Data) -> [String] { Self.secrets.filter { data.range(of: Data($0.utf8)) != nil } }

  @Test func `no file of a copied site tells what the videos tell`() throws {
    let samples = try filmed()
    #expect(tell(try Data(contentsOf: samples.url.appending(path: "filmed.mov"))) == Self.secrets)
    let run = try samples.hipreel("site", "../copied", "--copy", "--without-evidence")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let files = try reels(of: "copied", beside: samples)
    let videos = files.filter { $0.key.hasPrefix("reels/") }
    #expect(videos.count == 2 && videos.keys.allSatisfy { $0.hasSuffix(".mp4") })
    for (name, data) in files where !name.hasSuffix(".js") && !name.hasSuffix(".html") {
      #expect(tell(data).isEmpty, "\(name)")
    }
    #expect(videos.values.contains { $0.range(of: Data("Bird dog".utf8)) != nil }, "the title stays")
    // The pages know the names that the copies got.
    let rows = String(decoding: files["data/reels-0.js"] ?? Data(), as: UTF8.self)
    for name in videos.keys { #expect(rows.contains("\"\(name)\"")) }
    let kept = try samples.hipreel("site", "../copied", "--copy", "--keep-metadata")
    #expect(kept.status == 0)
    let original = try Data(contentsOf: samples.url.appending(path: "filmed.mov"))
    #expect(try reels(of: "copied", beside: samples).values.contains(original))
  }

  @Test func `a still carries pixels and nothing else`() throws {
    let samples = try filmed()
    try samples.hipreel("site", "../copied", "--copy")
    let stills = try reels(of: "copied", beside: samples).filter { $0.key.hasSuffix(".jpg") }.values
    #expect(stills.count == 2)
    for still in stills {
      // The markers of a JPEG up to its scan: APP1 (EXIF, XMP) to APP15, and comments, are none of ours.
      var (offset, markers): (Int, [UInt8]) = (2, [])
      while still[offset + 1] != 0xda {
        markers.append(still[offset + 1])
        offset += 2 + Int(still[offset + 2]) << 8 + Int(still[offset + 3])
      }
      #expect(!markers.contains { (0xe1...0xef).contains($0) || $0 == 0xfe }, "\(markers)")
      #expect(tell(still).isEmpty)
    }
  }

  @Test func `a link is refused to a file that tells a place, unless it may`() throws {
    let samples = try filmed()
    let run = try samples.hipreel("site", "../linked", "--link")
    #expect(run.status == 3)
    #expect(
      run.errors == """
        hipreel: filmed.mov: is not linked, since the file tells: place, device, person, date, comment; use --copy, or \
        --keep-metadata

        """)
    #expect(try reels(of: "linked", beside: samples).keys.count { $0.hasPrefix("reels/") } == 1)
    #expect(try samples.hipreel("site", "../linked", "--link", "--keep-metadata").status == 0)
    #expect(try reels(of: "linked", beside: samples).keys.count { $0.hasPrefix("reels/") } == 2)
    #expect(try samples.hipreel("site", "pages", "--keep-metadata").status == 64)
  }

  @Test func `a link is refused to a file that cannot be looked through`() throws {
    let samples = try SampleFolder(["standing-hip-abduction.mp4"])
    var bytes = try Data(contentsOf: samples.url.appending(path: "standing-hip-abduction.mp4"))
    bytes += [0, 0, 0, 3] + Array("a trailer of the camera's own".utf8)
    try bytes.write(to: samples.url.appending(path: "trailer.mp4"))
    #expect(try samples.hipreel("index", ".").status == 0)
    let run = try samples.hipreel("site", "../linked", "--link")
    #expect(run.status == 3)
    #expect(
      run.errors == """
        hipreel: trailer.mp4: is not linked, since hipreel cannot tell what the file says; use --copy, or \
        --keep-metadata

        """)
    #expect(try reels(of: "linked", beside: samples).keys.count { $0.hasPrefix("reels/") } == 1)
    #expect(try samples.hipreel("site", "../linked", "--link", "--keep-metadata").status == 0)
  }

  @Test func `a copy that lacks a sound track is named`() throws {
    let samples = try SampleFolder(["standing-hip-abduction.mp4"])
    var video = TestVideo()
    (video.muxer, video.encoder) = ("avi", "mjpeg")
    let samplesOfSound = [[UInt8](repeating: 7, count: 4000)]
    video.tracksAfter = ["pcm_s16le", "adpcm_yamaha"].map { TestTrack(.sound(codec: $0), packets: samplesOfSound) }
    try video.write(to: samples.url.appending(path: "two.avi").path(percentEncoded: false))
    #expect(try samples.hipreel("index", ".").status == 0)
    let run = try samples.hipreel("site", "../copied", "--copy")
    #expect(run.status == 0)
    #expect(run.errors == "hipreel: two.avi: the copy lacks 1 further sound track\n")
    #expect(try reels(of: "copied", beside: samples).keys.count { $0.hasPrefix("reels/") } == 2)
  }

  @Test func `a reel that is not there any more is named, and the rest is written`() throws {
    let samples = try indexed()
    try FileManager.default.removeItem(at: samples.url.appending(path: "IMG_4032.MOV"))
    let run = try samples.hipreel("site", "../elsewhere", "--copy")
    #expect(run.status == 3)
    #expect(run.errors == "hipreel: IMG_4032.MOV: cannot be read: no such file or directory\n")
    #expect(run.text.hasPrefix("2 reels, "))
  }

  @Test func `a dry run writes nothing, and a folder of somebody else's is left alone`() throws {
    let samples = try indexed()
    #expect(try samples.hipreel("site", "site", "--dry-run").text.hasSuffix("; nothing written\n"))
    #expect(!FileManager.default.fileExists(atPath: samples.url.appending(path: "site").path(percentEncoded: false)))
    try samples.write("mine", to: "site/mine.txt")
    let run = try samples.hipreel("site", "site")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("already exists"))
    #expect(try text("site/mine.txt", in: samples.url) == "mine")
  }

  @Test func `what the pages tell is chosen: some reels, notes or none, words or none`() throws {
    let samples = try indexed()
    try samples.hipreel("note", "IMG_4032.MOV", "good for Anna")
    #expect(try samples.hipreel("site", "site", "--query", "exercise:clamshell").text.hasPrefix("1 reel, "))
    let usual = try text("site/data/why-0.js", in: samples.url) + text("site/data/reels-0.js", in: samples.url)
    #expect(usual.contains("Clamshells") && !usual.contains("anna") && !usual.contains("Anna"))
    try samples.hipreel("site", "site", "--with-notes", "--without-evidence")
    let other = try text("site/data/why-0.js", in: samples.url) + text("site/data/reels-0.js", in: samples.url)
    #expect(!other.contains("Clamshells") && other.contains("Anna"))
  }

  @Test func `the same catalog gives the same pages`() throws {
    let samples = try indexed()
    try samples.hipreel("site", "one")
    try samples.hipreel("site", "two")
    let root = samples.url.path(percentEncoded: false)
    for name in try FileManager.default.subpathsOfDirectory(atPath: root + "/one").sorted() where name.contains(".") {
      let (one, two) = (
        FileManager.default.contents(atPath: "\(root)/one/\(name)"),
        FileManager.default.contents(atPath: "\(root)/two/\(name)")
      )
      #expect(one == two, "\(name)")
    }
  }
}
