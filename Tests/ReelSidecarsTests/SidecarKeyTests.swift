import ReelCatalog
import Testing

@testable import ReelSidecars

@Suite struct SidecarKeyTests {
  @Test(
    arguments: [
      ("Video by coach [Chunk8-jurw]", ["Chunk8-jurw"]),
      ("7300000000000000000", ["7300000000000000000"]),
      ("AQN_17990000000000001", ["17990000000000001"]),
      ("VID_20240611_063015", []),
      ("PXL_20240611_063015123", []),
      ("IMG_4032", []),
      ("squat [left side]", []),
      ("clamshell", []),
    ] as [(String, [String])])
  func `an id is found where downloaders and exports put it`(stem: String, ids: [String]) {
    #expect(SidecarKey.ids(inName: stem) == ids)
  }

  @Test(arguments: [
    ("clip.info.json", SidecarKind.ytDlp), ("clip.mp4.json", .galleryDL), ("clip.json", .instaloader),
    ("reels.json", .instagram), ("posts_1.json", .instagram), ("user_data_tiktok.json", .tikTok),
    ("clip.json.xz", .instaloaderXZ), ("clip.nfo", .kodi), ("clip.mp4.xmp", .xmp), ("clip.pt-BR.vtt", .subtitles),
    ("clip.txt", .text), ("clip.md", .text), ("clip.description", .text), ("reels.csv", .table), ("Reels.CSV", .table),
  ])
  func `a name tells whose file it is`(name: String, kind: SidecarKind) {
    #expect(SidecarKind(ofName: PathBytes(name)) == kind)
  }

  @Test(arguments: ["clip.mp4", "notes.csv", "archive.xz", "clip", "json", ".txt", "cover.jpg"])
  func `other files are no sidecars`(name: String) {
    #expect(SidecarKind(ofName: PathBytes(name)) == nil)
  }

  @Test(arguments: [
    ("a/clip.info.json", "a/clip.mp4"), ("a/clip.en.srt", "a/clip.mp4"), ("a/clip.pt-BR.vtt", "a/clip.mp4"),
    ("a/clip.srt", "a/clip.webm"), ("a/clip.mp4.xmp", "a/clip.mp4"), ("a/clip.xmp", "a/clip.mp4"),
    ("a/clip.mp4.json", "a/clip.mp4"), ("a/2024_UTC.json", "a/2024_UTC_2.mp4"), ("a/2024_UTC.txt", "a/2024_UTC_1.mp4"),
    ("a/2024_UTC.json.xz", "a/2024_UTC.mp4"),
  ])
  func `a sidecar finds the video of its name`(sidecar: String, video: String) throws {
    let kind = try #require(SidecarKind(ofName: PathBytes(sidecar).lastComponent))
    let keys = Set(SidecarKey.keys(ofVideo: PathBytes(video)))
    #expect(kind.keys(ofSidecar: PathBytes(sidecar)).contains(where: keys.contains))
  }

  @Test(arguments: [("a/clip.txt", "b/clip.mp4"), ("squat.txt", "squat_1.mp4"), ("a/clip.mp4.json", "a/clip.mov")])
  func `and no other`(sidecar: String, video: String) throws {
    let kind = try #require(SidecarKind(ofName: PathBytes(sidecar).lastComponent))
    let keys = Set(SidecarKey.keys(ofVideo: PathBytes(video)))
    #expect(!kind.keys(ofSidecar: PathBytes(sidecar)).contains(where: keys.contains))
  }
}
