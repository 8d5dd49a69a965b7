import Foundation
import ReelCatalog
import ReelLibrary
import Testing
import TestSupport

@Suite struct FolderWalkTests {
  @Test func `a walk lists videos and texts, sorted, and nothing hidden or known to be something else`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.mp4", "a/c.MOV", "a/c.txt", "cover.jpg", "noending", ".hidden.mp4", ".hipreel/x.mp4", "a/._c.MOV"] {
      try folder.write("x", to: name)
    }
    let walk = try FolderWalk(of: PathBytes(folder.path))
    #expect(walk.files.map(\.path.text) == ["a/c.MOV", "a/c.txt", "b.mp4", "noending"])
    #expect(walk.files.map(\.kind) == [.video, .sidecar, .video, .unknown])
  }

  @Test func `names are kept as bytes, whatever they are`() throws {
    let folder = try TemporaryFolder()
    let names: [[UInt8]] = [
      Array("#1 100%.mp4".utf8), Array("-v.mp4".utf8), Array("a\nb.mp4".utf8), Array("🦵.mp4".utf8),
      [0xFF, 0xFE] + Array(".mp4".utf8),
    ]
    for name in names { try folder.write("x".utf8, toRawName: name) }
    let walk = try FolderWalk(of: PathBytes(folder.path))
    #expect(Set(walk.files.map(\.path.bytes)) == Set(names))
  }

  @Test func `excluded names and links are left out, and listed with the reason`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "in/a.mp4")
    try folder.write("x", to: "odd/b.mp4")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "link.mp4"), withDestinationURL: folder.url.appending(path: "in/a.mp4"))
    try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "in/up"), withDestinationURL: folder.url)
    let walk = try FolderWalk(of: PathBytes(folder.path), excluding: IgnorePatterns(Array("odd\nnone\n".utf8)))
    #expect(walk.files.map(\.path.text) == ["in/a.mp4"])
    #expect(walk.leftOut.map(\.path.text) == ["in/up", "link.mp4", "odd"])
    #expect(walk.leftOut.map(\.reason) == [.link, .link, .pattern("odd", file: nil)])
    #expect(walk.usedPatterns == [0])
  }

  @Test func `files with patterns hold below their folder, the deeper one first, and what is given over all`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.mp4", "b.mp4", "in/a.mp4", "in/b.mp4", "in/deep/b.mp4", "x.part", "in/y.part"] {
      try folder.write("x", to: name)
    }
    try folder.write("b.mp4\n!*.part\n", to: ".hipreelignore")
    try folder.write("!b.mp4\n/a.mp4\n", to: "in/.hipreelignore")
    let root = PathBytes(folder.path)
    #expect(
      try FolderWalk(of: root).files.map(\.path.text) == ["a.mp4", "in/b.mp4", "in/deep/b.mp4", "in/y.part", "x.part"])
    let walk = try FolderWalk(of: root, excluding: IgnorePatterns(Array("*.part\n!/b.mp4\nin/deep\n".utf8)))
    #expect(walk.files.map(\.path.text) == ["a.mp4", "b.mp4", "in/b.mp4"])
    #expect(walk.leftOut.last?.reason == .pattern("*.part", file: nil))
    #expect(walk.leftOut.first?.reason == .pattern("/a.mp4", file: PathBytes("in/.hipreelignore")))
    #expect(walk.ignoreFiles.map(\.path.text) == [".hipreelignore", "in/.hipreelignore"])
  }

  @Test func `more patterns than a name may cost are refused, and told`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "*aaaaaaaaaaaaab\n", count: 600), to: ".hipreelignore")
    try folder.write(String(repeating: "*aaaaaaaaaaaaab\n", count: 600), to: "in/.hipreelignore")
    try folder.write("x", to: "in/a.mp4")
    let walk = try FolderWalk(of: PathBytes(folder.path))
    #expect(walk.unseen.map(\.path.text) == ["in/.hipreelignore"])
    #expect(walk.files.map(\.path.text) == ["in/a.mp4"])
  }

  @Test func `a file with patterns that cannot be read is told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a.mp4")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: ".hipreelignore"), withIntermediateDirectories: false)
    let walk = try FolderWalk(of: PathBytes(folder.path))
    #expect(walk.files.map(\.path.text) == ["a.mp4"])
    #expect(walk.unseen.map(\.path.text) == [".hipreelignore"])
  }

  @Test func `a pipe with a video's name is found but not a regular file`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path + "/pipe.mp4", 0o600) == 0)
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let walk = try FolderWalk(of: PathBytes(folder.path))
    #expect(walk.files.map(\.path.text) == ["pipe.mp4"])
    #expect(walk.files.map(\.isRegular) == [false])
  }

  @Test func `folders deeper than any person makes them are told, not entered`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: String(repeating: "d/", count: 64) + "a.mp4")
    try folder.write("x", to: String(repeating: "d/", count: 80) + "b.mp4")
    let walk = try FolderWalk(of: PathBytes(folder.path))
    #expect(walk.files.map(\.path.lastComponent.text) == ["a.mp4"])
    #expect(walk.unseen.map(\.path.bytes.count) == [129])
    #expect(walk.unseen.map(\.reason) == ["more than 64 folders deep"])
  }

  @Test func `a folder that is not there is an error, not an empty folder`() throws {
    let folder = try TemporaryFolder()
    #expect {
      try FolderWalk(of: PathBytes(folder.path + "/missing"))
    } throws: { error in
      (error as? LibraryError)?.code == .unreadableFolder
    }
  }
}
