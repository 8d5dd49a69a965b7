import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// Names that systems and programs make.
@Suite struct LitterNameTests {
  @Test(arguments: [
    ("#recycle/", LitterName.Kind.recycleBin), ("@Recycle/", .recycleBin), ("$RECYCLE.BIN/", .recycleBin),
    (".Trash-1000/", .recycleBin), (".trashed-1720000000-squat.mp4", .recycleBin), ("#snapshot/", .snapshot),
    ("~snapshot/", .snapshot), ("@Recently-Snapshot/", .snapshot), ("System Volume Information/", .system),
    ("FOUND.000/", .system), ("LOST.DIR/", .system), ("@eaDir/", .preview), (".@__thumb/", .preview),
    ("Plex Versions/", .preview), ("frog.trickplay/", .preview), ("frog.mp4.part", .unfinished),
    ("frog [Ab-9_xyzAbc].f248.webm", .unfinished), ("frog.f140-drc.m4a", .unfinished),
    ("frog.fhls-1080.mp4", .unfinished),
    ("frog.fdash-12345v.mp4", .unfinished), ("frog.temp.mkv", .unfinished), ("frog.mp4.part-Frag7", .unfinished),
    ("frog.mp4.ytdl", .unfinished), ("Unconfirmed 4711.crdownload", .unfinished), ("frog.mp4.opdownload", .unfinished),
    ("frog.mp4.download/", .unfinished), ("frog.mp4.1a2b3c4d.partial", .unfinished), ("frog.mp4.!qB", .unfinished),
    ("frog.mp4.filepart", .unfinished), ("frog.mp4_exiftool_tmp", .unfinished),
    (".pending-1720000000-frog.mp4", .unfinished),
    (".syncthing.frog.mp4.tmp", .syncing), ("~syncthing~frog.mp4.tmp", .syncing), (".frog.mp4.~1f0a", .syncing),
    ("frog.mp4.!sync", .syncing), ("frog.mp4.bts", .syncing), ("frog.mp4.ffs_tmp", .syncing),
    ("frog.mp4_original", .backup),
    ("frog.mp4~", .backup), ("#frog.mp4#", .backup), ("frog.mp4.~3~", .syncing), ("frog.mp4.bak", .backup),
    ("frog.bak.mp4", .backup),
    ("frog~20240611-101112.mp4", .backup), ("frog.mp4.v1720000000", .backup), ("frog.f30080.mp4", .unfinished),
    ("frog.f1234567890123456v.mp4", .unfinished),
    ("frog.mp4.crswap", .unfinished), ("encoded-video/", .preview), ("frog.unison.tmp", .syncing),
    ("frog.mp4 2024-06-11 101112.mp4", .backup),
  ])
  func `is no reel`(name: String, kind: LitterName.Kind) throws {
    let isFolder = name.hasSuffix("/")
    let path = PathBytes(isFolder ? String(name.dropLast()) : name)
    #expect(LitterName.named(path, isFolder: isFolder)?.kind == kind)
    if name.hasPrefix(".") { #expect(LitterName.canBeHidden(path)) }
  }

  @Test(arguments: [
    "recycle/", "Snapshots of hips/", "part.mp4", "partial squat.mp4", "frog.f1.mp4", "f137.mp4", "temp.mp4",
    "my temp.mp4", "frog.original.mp4", "frog (1).mp4", "frog-2024-06-11.mp4", "frog 2024-06-11 101112.mp4", "bak.mp4",
    "old.mp4", "~", "frog.v2.mp4", "#1 frog.mp4", "# hips/", "~frog.mp4", "download/", "Downloads/", "frog.part.mp4",
    "clips.d/", "Clamshell v1.5 2024-06-11 211503.mp4", "day.unisono.mp4", "glute.temp.left.mp4",
    "Hip.f101.Basics.mp4", "hip.bak.2.mp4", "trash talk.mp4", "frog.Full-1080.mp4", "recycler.mp4",
  ])
  func `is a reel or a folder like any other`(name: String) {
    let isFolder = name.hasSuffix("/")
    #expect(LitterName.named(PathBytes(isFolder ? String(name.dropLast()) : name), isFolder: isFolder) == nil)
  }

  @Test func `every name in the table can be met`() {
    for name in LitterName.all {
      let isFolder = name.pattern.hasSuffix("/")
      let text = Array(name.pattern.utf8.dropLast(isFolder ? 1 : 0))
      #expect(NamePattern(text[...], ignoresCase: true) != nil, "\(name.pattern)")
      #expect(name.pattern == name.pattern.lowercased())
    }
    #expect(Set(LitterName.all.map(\.pattern)).count == LitterName.all.count)
  }

  @Test(arguments: [
    "Backup/frog.mp4", "clips/Backup 2024-06/frog.mp4", "Copia de seguridad/x/frog.mp4", "Sicherung/frog.mp4",
    "frog.sync-conflict-20240611-101112-ABCDEFG.mp4", "frog (Anna's conflicted copy 2024-06-11).mp4",
    "frog (conflicted copy 2024-06-11 101112).mp4", "frog (SFConflict a@b.org 2024-06-11-10-11-12).mp4",
    "frog_NAS_Jun-11-1011-2024_Conflict.mp4", "frog.Conflict.mp4", "frog - Copy (2).mp4", "frog (copy).mp4",
    "Copy of frog.mp4",
    "frog - Kopie.mp4", "frog-DESKTOP-AB12CD3.mp4", "frog copy.mp4", "frog - Cópia.mp4",
  ])
  func `is a copy`(path: String) {
    #expect(CopyName.isCopy(PathBytes(path)))
  }

  @Test(arguments: [
    "clips/frog.mp4", "frog.mp4", "backup dancer.mp4", "copycat.mp4", "conflict.mp4", "frog 2.mp4",
    "desktop stretch.mp4",
    "Archive/frog.mp4",
  ])
  func `is no copy`(path: String) {
    #expect(!CopyName.isCopy(PathBytes(path)))
  }

  @Test func `companions are known by what is beside them`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "IMG_0001.MOV", "IMG_0001.HEIC", "IMG_0002.MOV", "IMG_0002.JPG", "IMG_0003.MOV", "frog.mp4", "frog.jpg",
      "a/x.mp4",
      "a/x.HEIC", "PXL_1.MP", "PXL_1.MP.jpg", "GX010001.MP4", "GL010001.LRV", "GL010001.MP4", "b/GL010002.MP4",
      "IMG_0004_HEVC.MOV", "IMG_0004.HEIC", "MVIMG_5.mp4", "MVIMG_5.jpg",
      "Proxy/frog.mp4", "Proxy/newt.mp4", "x.photoslibrary/originals/frog.mp4", "x.photoslibrary/resources/frog.mp4",
      "LRV_20240611_101112_11_001.insv", "DJI_1.LRF", "SUB/C0001S03.MP4", "frog_Proxy.mov", "toad_Proxy.mov",
      "Lesson S03.mp4",
      "whole.mp4", "whole.mp4.aria2", "cut.mp4", "cut.uncut.mp4", "alone.uncut.mp4",
      "squat.orig.mp4", "squat.txt", "plank_proxy.mp4", "plank.txt",
    ] { try folder.write("x", to: name) }
    let walk = try FolderWalk(of: PathBytes(folder.path))
    func paths(_ kind: ReelKind) -> [String] { walk.files.filter { $0.reelKind == kind }.map(\.path.text) }
    #expect(
      paths(.livePhoto) == ["IMG_0001.MOV", "IMG_0002.MOV", "IMG_0004_HEVC.MOV", "MVIMG_5.mp4", "PXL_1.MP", "a/x.mp4"])
    #expect(
      paths(.proxy) == [
        "DJI_1.LRF", "GL010001.LRV", "GL010001.MP4", "LRV_20240611_101112_11_001.insv", "Proxy/frog.mp4",
        "SUB/C0001S03.MP4",
        "frog_Proxy.mov",
      ])
    #expect(
      walk.leftOut.map(\.path.text) == ["cut.uncut.mp4", "whole.mp4", "whole.mp4.aria2", "x.photoslibrary/resources"])
    #expect(walk.files.contains { $0.path.text == "alone.uncut.mp4" })
    // A note beside it makes no film old.
    #expect(walk.files.contains { $0.path.text == "squat.orig.mp4" })
  }
}
