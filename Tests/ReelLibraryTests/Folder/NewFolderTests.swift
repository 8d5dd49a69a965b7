import Foundation
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct NewFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func everything() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a folder appears whole, or leaves nothing`() throws {
    let path = PathBytes(folder.path(of: "bundle/"))
    do {
      let new = try NewFolder(at: path)
      try new.add([1], as: "a.txt")
      #expect(try everything().filter { $0.hasPrefix("bundle.part-") }.count == 2)
    }
    #expect(try everything() == [])
    let new = try NewFolder(at: path)
    try new.add([1], as: "a.txt")
    try new.commit()
    #expect(try everything() == ["bundle", "bundle/a.txt"])
  }

  @Test func `a place with anything in it is refused, an empty folder is taken`() throws {
    try folder.write("x", to: "full/file")
    try folder.write("x", to: "file")
    try FileManager.default.createDirectory(at: folder.url.appending(path: "empty"), withIntermediateDirectories: true)
    for name in ["full", "file", "nowhere/deep"] {
      #expect(throws: LibraryError.self, "\(name)") { _ = try NewFolder(at: PathBytes(folder.path(of: name))) }
    }
    try NewFolder(at: PathBytes(folder.path(of: "empty"))).commit()
    #expect(try everything() == ["empty", "file", "full", "full/file"])
  }

  @Test func `a place is known by its own name, also through dots`() throws {
    try folder.write("x", to: "reels/file")
    let place = try FolderPlace(PathBytes(folder.path(of: "reels/..//reels/.")))
    #expect(place.name == PathBytes("reels"))
    #expect(place.name(adding: "old").text == "reels.old-\(getpid())")
    #expect(try FolderPlace(PathBytes(folder.path(of: "new///"))).name == PathBytes("new"))
  }
}

@Suite struct VideoTransferTests {
  @Test(arguments: [(VideoTransfer.link, true), (.copy, false), (.linkOrCopy, true)])
  func `a video is given away as a second name or as a copy`(way: VideoTransfer, isSameFile: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("video", to: "a.mp4")
    let root = try LibraryFolder(root: PathBytes(folder.path)).openRoot()
    let video = try MediaFile.open(PathBytes("a.mp4"), below: root)
    try root.put(video, as: PathBytes("b.mp4"), by: way)
    #expect(try folder.read("b.mp4") == Array("video".utf8))
    let files = try ["a.mp4", "b.mp4"].map { try root.status(of: PathBytes($0))?.st_ino }
    #expect((files[0] == files[1]) == isSameFile)
  }
}
