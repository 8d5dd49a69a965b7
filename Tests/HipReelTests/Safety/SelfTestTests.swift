import Foundation
import Glibc
import TestSupport
import Testing

/// The worker's own proof that its jail holds, and that the proof can fail.
@Suite struct SelfTestTests {
  private static let worker = Checkout.program("hipreel-worker")
  private static let setpriv = URL(filePath: "/usr/bin/setpriv")

  private func lines(_ run: Tool) -> [String] { run.text.split(separator: "\n").map(String.init) }

  private func expectWhole(_ run: Tool) {
    #expect(run.status == 0)
    #expect(lines(run).filter { $0.hasPrefix("ALLOWED") } == [])
    let count = lines(run).count { $0.hasPrefix("refused ") }
    #expect(count >= 77 && run.text.hasSuffix("\n\(count) of \(count) attempts refused\n"))
    // Refused by the filter, not for want of rights.
    #expect(lines(run).contains("refused socket-inet EPERM") && lines(run).contains("refused mmap-executable EPERM"))
  }

  @Test func `everything that hostile code would try is refused`() throws {
    let folder = try TemporaryFolder()
    expectWhole(try Tool.run(at: Self.worker, ["--selftest"], in: folder.url))
    expectWhole(try Tool.run(at: Self.worker, ["pose", "--selftest"], in: folder.url))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become another user"))
  func `everything is refused to an ordinary user as well`() throws {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o755)
    // The checkout may lie where nobody else can reach it.
    let copy = folder.url.appending(path: "hipreel-worker")
    try FileManager.default.copyItem(at: Self.worker, to: copy)
    expectWhole(
      try Tool.run(
        at: Self.setpriv,
        ["--reuid", "65534", "--regid", "65534", "--clear-groups", copy.path(percentEncoded: false), "--selftest"],
        in: folder.url))
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `a wall that is missing shows, with status 1`() throws {
    let folder = try TemporaryFolder()
    let program = try HeldBackKernel.program(Self.worker, refusing: HeldBackKernel.withoutSeccomp, in: folder)
    let run = try Tool.run(at: program, ["--selftest"], in: folder.url)
    #expect(run.status == 1)
    for name in ["socket-inet", "mmap-executable", "stat", "personality"] {
      #expect(lines(run).contains { $0.hasPrefix("ALLOWED \(name) ") }, "\(name)")
    }
    // Landlock is there still.
    #expect(lines(run).contains { $0.hasPrefix("refused open-read ") })
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `the filter alone refuses everything`() throws {
    let folder = try TemporaryFolder()
    let program = try HeldBackKernel.program(Self.worker, refusing: HeldBackKernel.withoutLandlock, in: folder)
    expectWhole(try Tool.run(at: program, ["--selftest"], in: folder.url))
  }

  @Test func `by hand a worker knows its version and the self-test only`() throws {
    let folder = try TemporaryFolder()
    let version = try Tool.run(at: Self.worker, ["--version"], in: folder.url)
    #expect(version.status == 0)
    #expect(
      version.text.wholeMatch(
        of: /\d+\.\d+\.\d+\n(lib(avformat|avcodec|swscale|avutil) \d+\.\d+\.\d+\n){4}pose: .+\n(tesseract \d.+\n)?/)
        != nil)
    #expect(try Tool.run(at: Self.worker, ["--help"], in: folder.url).status == 64)
  }
}
