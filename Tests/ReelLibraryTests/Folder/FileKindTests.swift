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
}
