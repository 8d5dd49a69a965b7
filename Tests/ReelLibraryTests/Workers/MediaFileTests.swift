import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import TestMedia
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct MediaFileTests {
  private let files: ExaminedFolder

  init() throws {
    files = try ExaminedFolder()
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
  }

  private var path: String { files.folder.path }

  @Test func `what is no file of the folder is refused without waiting`() throws {
    mkfifo("\(path)/pipe.mp4", 0o600)
    mkdir("\(path)/folder.mp4", 0o700)
    symlink("good.mp4", "\(path)/link.mp4")
    symlink("/dev/zero", "\(path)/zero.mp4")
    symlink(path, "\(path)/loop")
    let found = try files.examine([
      "pipe.mp4", "folder.mp4", "link.mp4", "zero.mp4", "loop/good.mp4", "gone.mp4", "good.mp4/x.mp4",
      "../\(files.folder.url.lastPathComponent)/good.mp4", "nul\0.mp4",
    ])
    let statuses = found.mapValues(\.report.status)
    for name in ["pipe.mp4", "folder.mp4", "link.mp4", "zero.mp4", "loop/good.mp4"] {
      #expect(statuses[name] == .notAFile, "\(name)")
    }
    for name in ["gone.mp4", "good.mp4/x.mp4", "nul\0.mp4"] { #expect(statuses[name] == .vanished, "\(name)") }
    #expect(found["gone.mp4"]?.report.reason == "no such file or directory")
    #expect(found["gone.mp4"]?.stamp == nil)
    #expect(statuses.values.allSatisfy { $0 != .ok })
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file that may not be read is unreadable`() throws {
    chmod("\(path)/good.mp4", 0)
    let found = try files.examine(["good.mp4"])["good.mp4"]
    #expect(found?.report.status == .unreadable)
    #expect(found?.report.reason == "permission denied")
  }

  @Test(
    arguments: [
      (EACCES, .unreadable), (EPERM, .unreadable), (ENOENT, .vanished), (ENOTDIR, .vanished), (ELOOP, .notAFile),
      (ENXIO, .notAFile), (EIO, .ioError), (ESTALE, .ioError), (EMFILE, .ioError),
    ] as [(Int32, FileStatus)])
  func `the system's reason becomes the row's status`(number: Int32, status: FileStatus) {
    #expect(MediaFile.Refusal(SystemError(number: number)).status == status)
  }

  @Test func `a file that changes while it is read is told`() throws {
    let root = try LibraryFolder(root: PathBytes(path)).openRoot()
    let good = "\(path)/good.mp4"
    let job = ExaminationJob(token: 0) { () throws(MediaFile.Refusal) in
      let file = try MediaFile.open(PathBytes("good.mp4"), below: root)
      let stream = fopen(good, "a")
      fputs("more", stream)
      fclose(stream)
      return file
    }
    var found: Examination?
    _ = try files.pool().examine([job]) { found = $1 }
    #expect(found?.report.status == .changed)
    #expect(found?.still == nil && found?.stamp == nil)
  }

  @Test func `a name of any bytes is opened`() throws {
    let name: [UInt8] = [0x2d, 0xff, 0xfe, 0x0a, 0x25, 0x64]
    try files.folder.write(try files.folder.read("good.mp4"), toRawName: name)
    let root = try LibraryFolder(root: PathBytes(path)).openRoot()
    let file = try MediaFile.open(PathBytes(name), below: root)
    #expect(file.stamp.byteCount > 0)
  }
}
