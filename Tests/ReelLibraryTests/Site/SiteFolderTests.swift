import Foundation
import ReelCatalog
import ReelLibrary
import TestSupport
import Testing

@Suite struct SiteFolderTests {
  private let folder: TemporaryFolder
  private var path: PathBytes { PathBytes(folder.path(of: "site")) }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ files: [String: String]) throws {
    var site = try SiteFolder(at: path)
    for (name, text) in files { try site.add(Array(text.utf8), as: name) }
    try site.commit()
  }

  /// Everything in the folder around the site, sorted.
  private func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a site appears whole, and the next one takes its place`() throws {
    try write(["index.html": "one", "data/site.js": "one", "stills/ab/x.jpg": "one"])
    try write(["index.html": "two", "data/site.js": "two"])
    #expect(try folder.read("site/index.html") == Array("two".utf8))
    #expect(
      try everything() == ["site", "site/data", "site/data/site.js", "site/hipreel-site.txt", "site/index.html"])
  }

  @Test func `one that is not finished leaves what was there`() throws {
    try write(["index.html": "one"])
    do {
      var site = try SiteFolder(at: path)
      try site.add([1], as: "data/deep/file")
    }
    #expect(try folder.read("site/index.html") == Array("one".utf8))
    #expect(try everything() == ["site", "site/hipreel-site.txt", "site/index.html"])
  }

  @Test(arguments: ["mine.txt", ".git/config", "data/mine.txt", "hipreel-site.txt/x"])
  func `a folder with anything that hipreel did not write is not touched`(name: String) throws {
    if name != "hipreel-site.txt/x" { try write(["index.html": "one", "data/site.js": "one"]) }
    try folder.write("mine", to: "site/\(name)")
    let before = try everything()
    #expect(throws: LibraryError.self) { _ = try SiteFolder(at: path) }
    #expect(try everything() == before)
    #expect(try folder.read("site/\(name)") == Array("mine".utf8))
  }

  @Test func `what file managers leave in a folder is nobody's, and goes with the former site`() throws {
    try folder.write("", to: "site/.DS_Store")
    try write(["index.html": "one", "data/site.js": "one"])
    for name in [".DS_Store", "data/Thumbs.db", "desktop.ini", ".directory", "data/._site.js"] {
      try folder.write("litter", to: "site/\(name)")
    }
    try write(["index.html": "two"])
    #expect(try everything() == ["site", "site/hipreel-site.txt", "site/index.html"])
  }

  @Test func `what a killed run left is taken away by the next, and nothing else`() throws {
    let gone = try Self.endedProcess()
    // A run in the middle of its work, as a kill would leave it.
    do {
      var site = try SiteFolder(at: path)
      try site.add([1], as: "index.html")
      try site.add([1], as: "stills/ab/x.jpg")
      let left = folder.path(of: "site.part-\(gone)")
      try FileManager.default.copyItem(atPath: folder.path(of: "site.part-\(getpid())"), toPath: left)
      for name in ["site.part-\(getppid())", "site.part-notes", "other.part-\(gone)", "mine.site.part-\(gone)"] {
        try FileManager.default.copyItem(atPath: left, toPath: folder.path(of: name))
      }
    }
    // The page that was being written, and one of a run whose number this process has by chance.
    try folder.write("half", to: "site.part-\(gone)/index.html.part-\(gone)")
    try FileManager.default.copyItem(
      atPath: folder.path(of: "site.part-\(gone)"), toPath: folder.path(of: "site.part-\(getpid())"))
    try folder.write("mine", to: "site.old-\(gone)/mine.txt")
    try write(["index.html": "two"])
    let tops = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(
      tops
        == [
          "mine.site.part-\(gone)", "other.part-\(gone)", "site", "site.old-\(gone)", "site.part-\(getppid())",
          "site.part-notes",
        ].sorted())
    #expect(try folder.read("site.old-\(gone)/mine.txt") == Array("mine".utf8))
  }

  /// The number of a process that is no more.
  private static func endedProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test func `a list cannot make it delete what lies elsewhere`() throws {
    try folder.write("mine", to: "mine.txt")
    try write(["index.html": "one"])
    let list = String(decoding: try folder.read("site/hipreel-site.txt"), as: UTF8.self)
    try folder.write(list + "../mine.txt\n/etc/hostname\n", to: "site/hipreel-site.txt")
    try write(["index.html": "two"])
    #expect(try folder.read("mine.txt") == Array("mine".utf8))
  }

  @Test func `a link in place of the folder is refused`() throws {
    try folder.write("mine", to: "other/mine.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "site"), withDestinationPath: folder.path(of: "other"))
    #expect(throws: LibraryError.self) { _ = try SiteFolder(at: path) }
  }

  @Test func `files get in as links or as copies, and links in a folder are not followed`() throws {
    try folder.write("reel", to: "reel.mp4")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "link.mp4"), withDestinationPath: folder.path(of: "reel.mp4"))
    let root = try LibraryFolder(root: PathBytes(folder.path)).openRoot()
    let reel = try MediaFile.open(PathBytes("reel.mp4"), below: root)
    var site = try SiteFolder(at: path)
    try site.add(reel, as: "reels/linked.mp4", by: .link)
    try site.add(reel, as: "reels/copied.mp4", by: .copy)
    #expect(throws: MediaFile.Refusal.self) { _ = try MediaFile.open(PathBytes("link.mp4"), below: root) }
    // A link that takes the name of an open video's is not given away in its place.
    try FileManager.default.removeItem(atPath: folder.path(of: "reel.mp4"))
    try FileManager.default.moveItem(atPath: folder.path(of: "link.mp4"), toPath: folder.path(of: "reel.mp4"))
    do { try site.add(reel, as: "reels/followed.mp4", by: .link); Issue.record("a link was given away") } catch {}
    try site.commit()
    func inode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.path(of: name))[.systemFileNumber] as? Int
    }
    #expect(try inode("site/reels/copied.mp4") != inode("site/reels/linked.mp4"))
    #expect(try folder.read("site/reels/linked.mp4") == Array("reel".utf8))
    #expect(try folder.read("site/reels/copied.mp4") == Array("reel".utf8))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "site/reels/followed.mp4")))
  }
}
