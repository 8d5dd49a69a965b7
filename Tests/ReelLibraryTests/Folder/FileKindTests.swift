import ReelCatalog
import Testing

@testable import ReelLibrary

@Suite struct FileKindTests {
  @Test(
    arguments: [
      ("squat.MP4", .video), ("old.dv", .video), ("clip.rm", .video), ("segment.m4s", .video), ("raw.264", .video),
      ("notes.txt", .sidecar), ("still.avif", .other), ("list.m3u8", .other), ("stream.mpd", .unknown),
      ("no ending", .unknown), (".hidden", .unknown),
    ] as [(String, FileKind)])
  func `an ending says what kind a file is`(name: String, kind: FileKind) {
    #expect(FileKind(ofName: PathBytes(name)) == kind)
  }

  @Test(arguments: [
    ("squat.mp4", true), ("a/b c/squat", true), ("a.b/..c.mp4", false), ("a/.b/c.mp4", false), (".c.mp4", false),
    ("taxes.pdf", false), ("notes.txt", false), ("../x.mp4", false), ("/x.mp4", false), ("", false), ("x./y.mp4", true),
  ])
  func `a path that no look at the folder would take is no reel's`(path: String, canBe: Bool) {
    #expect(FileKind.canBeReel(PathBytes(path)) == canBe)
  }

  @Test func `only a video's ending is kept when it is given away`() {
    #expect(FileKind.videoEnding(of: PathBytes("a/Squat.MOV")) == "mov")
    for name in ["x.desktop", "x", "x.html", "x.exe"] { #expect(FileKind.videoEnding(of: PathBytes(name)) == nil) }
  }
}
