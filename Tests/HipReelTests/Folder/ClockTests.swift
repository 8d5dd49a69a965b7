import Foundation
import Glibc
import TestSupport
import Testing

/// Files whose times say little: of another century, of the future, or the same for other content.
@Suite struct ClockTests {
  private let folder: SampleFolder
  private static let clip = "standing-hip-abduction.mp4"

  init() throws {
    folder = try SampleFolder([Self.clip])
  }

  private func setTime(_ seconds: Int, _ nanoseconds: Int = 0) {
    let times = [timespec](repeating: timespec(tv_sec: seconds, tv_nsec: nanoseconds), count: 2)
    let path = folder.url.appending(path: Self.clip).path(percentEncoded: false)
    #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
  }

  /// Whether a run finds nothing to look into.
  private func isLeftAlone() throws -> Bool {
    try folder.hipreel("index", ".", environment: Tool.withoutWorker).status == 0
  }

  @Test(arguments: [-2_147_483_648, -1, 0, 1_000_000_000])
  func `a file of long ago is looked into once`(seconds: Int) throws {
    setTime(seconds)
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try isLeftAlone())
    #expect(try folder.hipreel("show", Self.clip).status == 0)
  }

  @Test(arguments: [4_294_967_295, 7_258_118_400])
  func `a file of the future is as good as any, and looked at again`(seconds: Int) throws {
    setTime(seconds)
    #expect(try folder.hipreel("index", ".").text.hasPrefix("1 new,"))
    let before = try folder.hipreel("export").text
    // A clock that was wrong may be wrong again: nothing is concluded from the time.
    #expect(try !isLeftAlone())
    #expect(try folder.hipreel("index", ".").text == "0 new, 0 changed, 0 moved, 1 unchanged, 0 gone, 0 failed\n")
    #expect(try folder.hipreel("export").text == before)
    // A file's time that cannot be is no date of recording.
    #expect(!before.contains("file-time"))
  }

  @Test func `other content of the same size and time is noticed`() throws {
    let file = folder.url.appending(path: Self.clip)
    let content = try Data(contentsOf: file)
    try (content + Data([0, 0, 0, 8]) + Data("free".utf8)).write(to: file)
    setTime(1_700_000_000, 5)
    try folder.hipreel("index", ".")
    #expect(try isLeftAlone())
    let handle = try FileHandle(forUpdating: file)
    try handle.seek(toOffset: UInt64(content.count + 4))
    try handle.write(contentsOf: Data("skip".utf8))
    try handle.close()
    setTime(1_700_000_000, 5)
    #expect(try folder.hipreel("index", ".").text.contains("1 changed"))
  }

  @Test func `a time that is set back is another time`() throws {
    try folder.hipreel("index", ".")
    setTime(1_600_000_000)
    #expect(try !isLeftAlone())
    #expect(try folder.hipreel("index", ".").text.contains("1 unchanged"))
    #expect(try isLeftAlone())
  }

  @Test func `a file that was written just now is looked at again until a later write would show`() throws {
    // A file system that counts in two seconds, as FAT does.
    let now = time(nil)
    setTime(now)
    try folder.hipreel("index", ".")
    let isOneTick = time(nil) <= now + 2
    #expect(try !isLeftAlone() || !isOneTick)
    while time(nil) <= now + 3 { usleep(100_000) }
    #expect(try folder.hipreel("index", ".").text.contains("1 unchanged"))
    #expect(try isLeftAlone())
  }
}
