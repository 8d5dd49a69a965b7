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

  @Test func `the number of a second file of one cut name tells which it is`() {
    let name = "another long name of a video about hips and more"
    let (cut, base) = (name.prefix(46), name.prefix(47))
    let videos = ["t/\(base).mp4"] + (1...12).map { "t/\(base)(\($0)).mp4" }
    #expect(Self.fit("t/\(cut).json", videos, .takeout) == .one(Self.key("t/\(base).mp4")))
    for number in [1, 2, 12] {
      let expected = Self.key("t/\(base)(\(number)).mp4")
      #expect(Self.fit("t/\(cut)(\(number)).json", videos.reversed(), .takeout) == .one(expected))
    }
    #expect(Self.fit("t/\(cut)(13).json", [videos[0], "t/\(base)!.mp4"], .takeout) != .one(Self.key(videos[0])))
    // A number of the name's own.
    #expect(Self.fit("t/\(cut).json", ["t/\(base) (1).mp4"], .takeout) == .one(Self.key("t/\(base) (1).mp4")))
  }

  @Test func `edited versions of a long name share what fits the original`() {
    let name = String("another long name of a video about hips and more".prefix(47))
    let json = "\(name.prefix(46)).json"
    let versions = ["\(name)-edited.mp4", "\(name)-edite.mp4", "\(name)-ha editado.mp4"]
    #expect(Self.fit(json, versions + ["\(name).mp4"], .takeout) == .one(Self.key("\(name).mp4")))
    #expect(Self.fit(json, ["\(name).mp4", "\(name)-hips.mp4"], .takeout) != .one(Self.key("\(name).mp4")))
    for version in versions {
      #expect(SidecarKey.keys(ofVideo: PathBytes(version)).contains { $0 == Self.key("\(name).mp4").editedVersions })
    }
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
