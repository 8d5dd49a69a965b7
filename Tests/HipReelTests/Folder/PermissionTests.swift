import Foundation
import Glibc
import TestSupport
import Testing

/// Folders and files that may not be read, looked at by a user for whom that is so.
@Suite(.enabled(if: OrdinaryUser.isThere, Comment(rawValue: OrdinaryUser.absence)))
struct PermissionTests {
  private let user: OrdinaryUser
  private let folder: SampleFolder

  init() throws {
    user = try OrdinaryUser()
    folder = try SampleFolder()
  }

  private func change(_ name: String, to mode: mode_t) {
    #expect(chmod(folder.url.appending(path: name).path(percentEncoded: false), mode) == 0)
  }

  @Test func `what may not be read is named, the run goes on, and what is known is kept`() throws {
    try folder.move("IMG_4032.MOV", to: "locked/IMG_4032.MOV")
    try folder.move("standing-hip-abduction.mp4", to: "listed/deep/standing-hip-abduction.mp4")
    user.own(folder)
    #expect(try user.hipreel("index", ".", in: folder).text.hasPrefix("15 new,"))
    let before = try user.hipreel("export", in: folder).text

    change("locked", to: 0)
    change("listed", to: 0o444)  // Its names can be read, and nothing of what they name.
    change("Standing Hip CARs.mp4", to: 0)
    let run = try user.hipreel("index", ".", in: folder)
    #expect(run.status == 3)
    #expect(run.text == "0 new, 0 changed, 0 moved, 12 unchanged, 0 gone, 1 failed\n")
    #expect(
      run.errors == """
        hipreel: listed: cannot be read: permission denied; what the catalog knows about it is kept
        hipreel: locked: cannot be read: permission denied; what the catalog knows about it is kept
        hipreel: Standing Hip CARs.mp4: unreadable: permission denied

        """)
    #expect(try user.hipreel("find", "--count", in: folder).text == "15\n")
    #expect(try user.hipreel("find", "status:unreadable", "--paths", in: folder).text == "Standing Hip CARs.mp4\n")

    // The file is a known failure now; the folders are told every time.
    let again = try user.hipreel("index", ".", "--json", in: folder)
    #expect(again.status == 3)
    #expect(again.text.contains(#""failed": 0"#) && again.text.contains(#""unseen": 2"#), "\(again.text)")

    change("locked", to: 0o755)
    change("listed", to: 0o755)
    change("Standing Hip CARs.mp4", to: 0o644)
    #expect(try user.hipreel("index", ".", in: folder).status == 0)
    #expect(try user.hipreel("export", in: folder).text == before)
  }

  @Test func `a root that may not be read ends the run and changes nothing`() throws {
    let place = try TemporaryFolder()
    chmod(place.path, 0o777)
    let catalog = place.path(of: "catalog")
    user.own(folder)
    try user.hipreel("index", "--catalog", catalog, ".", in: folder)
    let before = try user.hipreel("export", "--catalog", catalog, in: folder).text
    for mode: mode_t in [0o444, 0] {
      change("", to: mode)
      let elsewhere = try SampleFolder([])
      let run = try user.hipreel(
        "index", "--catalog", catalog, folder.url.path(percentEncoded: false), in: elsewhere)
      change("", to: 0o755)
      #expect(run.status == 1 && run.errors.hasSuffix("cannot be read: permission denied\n"), "\(run.errors)")
    }
    #expect(try user.hipreel("export", "--catalog", catalog, in: folder).text == before)
  }

  @Test func `what a caption said holds until it can be read again`() throws {
    let clip = try SampleFolder(["VID_20240611_063015.mp4"])
    try clip.write("clamshell", to: "VID_20240611_063015.txt")
    user.own(clip)
    try user.hipreel("index", ".", in: clip)
    let caption = clip.url.appending(path: "VID_20240611_063015.txt").path(percentEncoded: false)
    chmod(caption, 0)
    let run = try user.hipreel("index", ".", in: clip)
    #expect(run.errors == "hipreel: VID_20240611_063015.txt: cannot be read: permission denied\n")
    #expect(try user.hipreel("find", "exercise:clamshell", "--count", in: clip).text == "1\n")
    chmod(caption, 0o644)
    #expect(try user.hipreel("index", ".", in: clip).errors == "")
    #expect(try user.hipreel("find", "exercise:clamshell", "--count", in: clip).text == "1\n")
  }
}
