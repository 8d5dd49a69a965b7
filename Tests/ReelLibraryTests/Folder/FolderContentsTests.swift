import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct FolderContentsTests {
  /// The first bytes of an MP4 file.
  private static let video: [UInt8] = [0, 0, 0, 24] + Array("ftypisom".utf8) + Array(repeating: 0, count: 64)

  private static func contents(
    _ place: TemporaryFolder, knownVideos: Set<String> = [], knownOthers: [PathBytes: FileStamp] = [:]
  ) throws -> (contents: FolderContents, walk: FolderWalk) {
    let library = try LibraryFolder(root: PathBytes(place.path))
    let walk = try FolderWalk(of: library.root)
    let contents = FolderContents(
      walk, in: library, knownVideos: Set(knownVideos.map { PathBytes($0) }), knownOthers: knownOthers)
    return (contents, walk)
  }

  private static func names(_ files: [FoundFile]) -> [String] { files.map(\.path.text).sorted() }

  @Test func `an ending decides, and where it says nothing the first bytes do`() throws {
    let place = try TemporaryFolder()
    try place.write("no video", to: "a.mp4")
    try place.write("said", to: "a.txt")
    try place.write(Self.video, to: "nameless")
    try place.write("words", to: "other.xyz")
    let (contents, walk) = try Self.contents(place)
    #expect(Self.names(contents.candidates) == ["a.mp4", "nameless"])
    #expect(Self.names(contents.sidecars) == ["a.txt"])
    #expect(Self.names(contents.newOthers) == ["other.xyz"])
    // What was looked into once is not looked into again, until its stamp is another.
    let other = try #require(walk.files.first { $0.path.text == "other.xyz" })
    #expect(try Self.contents(place, knownOthers: [other.path: other.stamp]).contents.newOthers.isEmpty)
    let stale = FileStamp(byteCount: 0, modified: 0, changed: 0, inode: 0)
    #expect(try Self.contents(place, knownOthers: [other.path: stale]).contents.newOthers.count == 1)
  }

  @Test func `a file that the catalog has a row for stays a candidate, whatever is in it now`() throws {
    let place = try TemporaryFolder()
    try place.write("words", to: "nameless")
    #expect(Self.names(try Self.contents(place, knownVideos: ["nameless"]).contents.candidates) == ["nameless"])
    #expect(Self.names(try Self.contents(place).contents.candidates) == [])
  }

  @Test func `what a rename leaves of a stamp tells a file`() {
    let one = FileIdentity(byteCount: 1, modified: 2, inode: 3)
    #expect(one == FileIdentity(byteCount: 1, modified: 2, inode: 3))
    #expect(
      Set([one, FileIdentity(byteCount: 2, modified: 1, inode: 3), FileIdentity(byteCount: 1, modified: 3, inode: 2)])
        .count == 3)
  }
}
