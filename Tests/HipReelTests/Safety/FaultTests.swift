import Foundation
import TestSupport
import Testing

/// Faults that `scripts/faults` found once; it looks for others.
@Suite(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
struct FaultTests {
  /// Runs hipreel on a machine on which a system call fails; its workers are left alone.
  ///
  /// - Parameter names: Files whose opening fails; empty for all calls.
  private func run(
    _ arguments: [String], failing call: String, of names: [String] = [], in folder: URL
  ) throws -> Tool {
    try Tool.run(
      at: URL(filePath: "/usr/bin/strace"),
      ["-f", "-b", "execve", "-qq", "-o", "/dev/null", "-e", "inject=\(call)"] + names.flatMap { ["-P", $0] }
        + [Checkout.program("hipreel").path(percentEncoded: false)] + arguments, in: folder)
  }

  @Test func `a file that could not be opened at first gets the id that others give it`() throws {
    let samples = try SampleFolder()
    try samples.hipreel("index", "--quiet", ".")
    let undisturbed = try samples.hipreel("export").text
    try FileManager.default.removeItem(at: samples.url.appending(path: ".hipreel"))
    let videos = try SampleFolder.allNames().filter {
      ["mp4", "MP4", "MOV", "webm"].contains(URL(filePath: $0).pathExtension)
    }
    let disturbed = try run(
      ["index", "--quiet", "."], failing: "openat2:error=EMFILE", of: videos, in: samples.url)
    #expect(disturbed.status == 3)
    #expect(disturbed.errors.contains("too many open files"))
    #expect(try samples.hipreel("find", "status:ok", "--count").text == "0\n")
    try samples.hipreel("index", "--quiet", "--retry-failed", ".")
    #expect(try samples.hipreel("export").text == undisturbed)
  }

  @Test func `what a person decided about an unreadable file keeps its id`() throws {
    let samples = try SampleFolder(["IMG_4032.MOV"])
    _ = try run(
      ["index", "--quiet", "."], failing: "openat2:error=EMFILE", of: ["IMG_4032.MOV"], in: samples.url)
    let id = try samples.hipreel("find", "--format", "{id}", "status:io-error").text
    try samples.hipreel("note", "IMG_4032.MOV", "for Anna")
    try samples.hipreel("index", "--quiet", "--retry-failed", ".")
    #expect(try samples.hipreel("find", "--format", "{id}", "status:ok", "Anna").text == id)
  }

  @Test func `a disk that fails somewhere in a video makes it an io-error, until it can be read`() throws {
    let samples = try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4"])
    try samples.hipreel("index", "--quiet", ".")
    let undisturbed = try samples.hipreel("export").text
    try FileManager.default.removeItem(at: samples.url.appending(path: ".hipreel"))
    let worker = Checkout.program("hipreel-worker")
    let loaderCount = try HeldBackKernel.loaderReadCount(of: worker)
    for place in [1, 2, 5, 9] {
      let scripts = try TemporaryFolder()
      // A call that strace fails is none of the filter's list: the filter is left out.
      let failing = try HeldBackKernel.program(
        worker, refusing: HeldBackKernel.withoutSeccomp + ["pread64:error=EIO:when=\(loaderCount + place)+"],
        in: scripts)
      let run = try samples.hipreel(
        "index", "--quiet", "--retry-failed", ".",
        environment: ["HIPREEL_WORKER": failing.path(percentEncoded: false)])
      #expect(run.status == 3)
      #expect(run.errors.contains(": io-error: read error 5\n"), "place \(place): \(run.errors)")
      #expect(try samples.hipreel("find", "status:io-error", "--count").text == "2\n")
    }
    try samples.hipreel("index", "--quiet", "--retry-failed", ".")
    #expect(try samples.hipreel("export").text == undisturbed)
  }

  @Test func `where no thread can be started the run ends and says so`() throws {
    let samples = try SampleFolder(["IMG_4032.MOV"])
    // The first thread is libdispatch's, which waits for signals; then come the walk's, which takes place without one, and
    // the pool's, one a core.
    let last = 2 + ProcessInfo.processInfo.activeProcessorCount
    let run = try run(["index", "--quiet", "."], failing: "clone3:error=EAGAIN:when=2..\(last)", in: samples.url)
    #expect(run.status != 0)
    #expect(run.errors.contains("cannot start a thread: resource temporarily unavailable"))
  }
}
