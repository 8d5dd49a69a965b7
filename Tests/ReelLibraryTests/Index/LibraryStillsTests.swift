import Foundation
import MediaFacts
import ReelCatalog
import ReelLibrary
import TestMedia
import TestSupport
import Testing

@Suite struct LibraryStillsTests {
  private let files: ExaminedFolder
  private let stills: LibraryStills
  private let box: PixelSize

  init() throws {
    files = try ExaminedFolder()
    stills = try LibraryStills(
      LibraryFolder(root: PathBytes(files.folder.path)),
      executable: PathBytes(Checkout.program("hipreel-worker").path))
    box = try #require(PixelSize(width: 32, height: 40))
  }

  /// Reels of files as they are now.
  private func reels(_ names: [String]) throws -> [Reel] {
    let found = try files.examine(names)
    return try names.map { name in
      let examination = try #require(found[name])
      let fingerprint = try #require(examination.report.fingerprint)
      let id = try #require(ReelID(fingerprint: fingerprint))
      return Reel(
        id: id, paths: [PathBytes(name)], status: .ok, byteCount: examination.stamp?.byteCount ?? 0,
        fingerprint: fingerprint, hasThumbnail: true, thumbnailMilliseconds: 400)
    }
  }

  @Test func `each reel has its picture in the box, in the order of the reels`() throws {
    let names = ["a.mp4", "bb.mp4", "ccc.mp4", "dddd.mp4"]
    for (place, name) in names.enumerated() {
      var video = TestVideo()
      video.height = 16 * (place + 1)
      try video.write(to: files.folder.path(of: name))
    }
    let pictures = try stills.pictures(of: reels(names), box: box)
    #expect(pictures.map { $0?.size.width } == [32, 32, 32, 32])
    #expect(pictures.map { $0?.size.height } == [8, 16, 24, 32])
    #expect(pictures.allSatisfy { Set($0?.bytes ?? []).count > 20 })
    #expect(try stills.pictures(of: [], box: box).isEmpty)
  }

  @Test func `a file that is gone, changed or damaged has none, and the others have theirs`() throws {
    let names = ["a.mp4", "bb.mp4", "ccc.mp4", "dddd.mp4"]
    for (place, name) in names.enumerated() {
      var video = TestVideo()
      video.frameCount = 20 + place
      try video.write(to: files.folder.path(of: name))
    }
    let known = try reels(names)
    try FileManager.default.removeItem(at: files.folder.url.appending(path: "a.mp4"))
    var other = TestVideo()
    other.frameCount = 40
    try other.write(to: files.folder.path(of: "bb.mp4"))
    try files.folder.write("no video", to: "ccc.mp4")
    let pictures = try stills.pictures(of: known, box: box)
    #expect(pictures.map { $0 != nil } == [false, false, false, true])
  }

  @Test func `colours are those that JPEG means`() throws {
    let size = try #require(PixelSize(width: 3, height: 1))
    let frame = StillFrame(size: size, timeMilliseconds: 0, reason: .clear)
    // A grey pair that shares its colour, and pure red.
    let still = StillPixels(frame: frame, bytes: [128, 255, 76, 128, 85, 128, 255])
    #expect(RGBPicture(still).bytes == [128, 128, 128, 255, 255, 255, 254, 0, 0])
  }
}
