import ReelCatalog
import ReelSidecars
import Testing

@Suite struct SidecarFittingTests {
  private static func fit(_ sidecar: String, _ videos: [String], _ kind: SidecarKind = .text) -> SidecarFitting.Fit {
    let keys = kind.keys(ofSidecar: PathBytes(sidecar))
    return SidecarFitting(videos.map { PathBytes($0) }).fits(of: [.init(kind: kind, keys: keys)])[0]
  }

  private static func key(_ path: String) -> SidecarKey { .path(PathBytes(path)) }

  @Test(arguments: [
    ("a/mvi_7.txt", "a/MVI_7.MOV", "a/MVI_7"), ("MVI_7.TXT", "mvi_7.mp4", "mvi_7"),
    ("Hu\u{308}fte.txt", "H\u{FC}fte.mp4", "H\u{FC}fte"), ("h\u{FC}fte.txt", "HU\u{308}FTE.mp4", "HU\u{308}FTE"),
    ("\u{AC00}.txt", "\u{1100}\u{1161}.mp4", "\u{1100}\u{1161}"),
  ])
  func `a name that differs in case or form fits`(sidecar: String, video: String, key: String) {
    #expect(Self.fit(sidecar, [video]) == .one(Self.key(key)))
  }

  @Test(arguments: ["b/MVI_7.MOV", "MVI_70.MOV", "MVI-7.MOV", "Hufte.mp4", "mvi_7/x.mp4"])
  func `another name does not`(video: String) {
    #expect(Self.fit("a/mvi_7.txt", [video]) == .none)
    #expect(Self.fit("H\u{FC}fte.txt", [video]) == .none)
  }

  @Test func `two that fit equally are told, one name with two endings is one`() {
    #expect(
      Self.fit("clip.txt", ["Clip.mp4", "CLIP.mov"]) == .several([PathBytes("CLIP.mov"), PathBytes("Clip.mp4")]))
    #expect(Self.fit("clip.txt", ["CLIP.mp4", "CLIP.mov"]) == .one(Self.key("CLIP")))
    #expect(Self.fit("clip.mp4.json", ["CLIP.MP4", "CLIP.MOV"], .galleryDL) == .one(Self.key("CLIP.MP4")))
  }

  @Test func `a name that Google Takeout cut fits the one that begins so`() {
    let name = "a long name of a video about hips and more of it"
    #expect(name.utf8.count > 46)
    let cut = String(name.prefix(46))
    #expect(Self.fit("t/\(cut).json", ["t/\(name).mp4"], .takeout) == .one(Self.key("t/\(name).mp4")))
    #expect(Self.fit("t/\(cut).json", ["u/\(name).mp4"], .takeout) == .none)
    #expect(
      Self.fit("t/\(cut).json", ["t/\(name).mp4", "t/\(name)!.mp4"], .takeout)
        == .several([PathBytes("t/\(name)!.mp4"), PathBytes("t/\(name).mp4")]))
  }

  @Test func `a chat's clip may be in a folder below`() {
    let orphan = SidecarFitting.Orphan(kind: .whatsApp, keys: [Self.key("chat/VID-20240102-WA0007.mp4")])
    func fit(_ videos: String...) -> SidecarFitting.Fit {
      SidecarFitting(videos.map { PathBytes($0) }).fits(of: [orphan])[0]
    }
    #expect(fit("chat/hips/VID-20240102-WA0007.mp4") == .one(Self.key("chat/hips/VID-20240102-WA0007.mp4")))
    #expect(fit("other/VID-20240102-WA0007.mp4") == .none)
  }

  @Test func `names that are not text fit only exactly`() {
    let sidecar = SidecarFitting.Orphan(kind: .text, keys: [SidecarKey(bytes: [0x41, 0xFF])])
    #expect(SidecarFitting([PathBytes([0x61, 0xFF] + Array(".mp4".utf8))]).fits(of: [sidecar]) == [.none])
  }
}
