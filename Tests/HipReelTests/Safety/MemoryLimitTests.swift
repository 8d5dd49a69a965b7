import Foundation
import Glibc
import TestSupport
import Testing

/// The command itself runs out of memory; its workers have limits of their own.
@Suite struct MemoryLimitTests {
  private static let prlimit = URL(filePath: "/usr/bin/prlimit")

  /// Runs hipreel with so much address space, for three seconds at most.
  private func run(_ arguments: [String], megabytes: Int, _ worker: URL, _ folder: SampleFolder) throws -> Tool {
    try Tool.run(
      at: Self.prlimit,
      [
        "--as=\(megabytes * 1_000_000):unlimited", "timeout", "--signal=KILL", "3",
        Checkout.program("hipreel").path(percentEncoded: false),
      ] + arguments, in: folder.url,
      environment: [
        "HIPREEL_WORKER": worker.path(percentEncoded: false),
        // What the toolchain prints of a crash takes memory, too, and waits for it.
        "SWIFT_BACKTRACE": "enable=no",
      ])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit"), "prlimit is not here"))
  func `whatever it runs out of, the catalog is sound and the next run ends what it began`() throws {
    let (folder, scripts) = (try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4"]), try TemporaryFolder())
    try folder.hipreel("index", ".")
    let export = try folder.hipreel("export").output
    let worker = try scripts.write(
      "#!/bin/sh\nulimit -S -v unlimited\nexec '\(Checkout.program("hipreel-worker").path(percentEncoded: false))' \"$@\"\n",
      to: "worker")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: worker.path(percentEncoded: false))
    var failures = 0
    // From what the loader alone needs to what is enough.
    for megabytes in [60, 106, 112, 116, 150, 1000] {
      try FileManager.default.removeItem(at: folder.url.appending(path: ".hipreel"))
      let index = try run(["index", "."], megabytes: megabytes, worker, folder)
      if index.status != 0 { failures += 1 }
      #expect([0, 10].contains(try folder.hipreel("check").status), "\(megabytes) MB")
      if megabytes == 1000 { #expect(index.status == 0, "\(index.errors)") }
      try folder.hipreel("index", ".")
      #expect(try folder.hipreel("export").output == export, "\(megabytes) MB")
      let find = try run(["find", "--count"], megabytes: megabytes, worker, folder)
      #expect(find.status != 0 || find.text == "2\n", "\(megabytes) MB")
      #expect(try folder.hipreel("check").status == 0, "\(megabytes) MB")
    }
    #expect(failures > 0)
  }

  @Test func `where a worker has no room it is said, with what helps`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    let run = try Tool.run(
      at: URL(filePath: "/bin/sh"),
      [
        "-c", "ulimit -v 500000; exec \"$0\" index .", Checkout.program("hipreel").path(percentEncoded: false),
      ], in: folder.url)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("a worker needs 1024 MiB of address space"), "\(run.errors)")
    #expect(run.errors.contains("raise it with: ulimit -v"))
  }
}
