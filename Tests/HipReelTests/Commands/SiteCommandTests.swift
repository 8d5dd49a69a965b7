import Foundation
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
