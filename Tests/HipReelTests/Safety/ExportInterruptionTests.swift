import Foundation
import TestSupport
import Testing

/// Exports that are killed or run out of room, and the file that was there before.
@Suite(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
struct ExportInterruptionTests {
  private func export(_ folder: SampleFolder, _ fault: String) throws -> Tool {
    try Tool.run(
      at: URL(filePath: "/usr/bin/strace"),
      ["-f", "-qq", "-o", "/dev/null", "-e", "inject=\(fault)"]
        + [Checkout.program("hipreel").path(percentEncoded: false), "export", "-o", "backup.json"], in: folder.url)
  }

  @Test func `the old file stays whole until the new one is`() throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    let new = try folder.hipreel("export").output
    let old = Data("the export of yesterday".utf8)
    let file = folder.url.appending(path: "backup.json")
    let kills =
      (1...3).map { "write:signal=KILL:when=\($0)" } + ["fsync:signal=KILL:when=1", "renameat:signal=KILL:when=1"]
    let refusals = ["write:error=ENOSPC:when=1", "fsync:error=ENOSPC:when=1", "renameat:error=ENOSPC:when=1"]
    for fault in kills + refusals {
      try old.write(to: file)
      let partCount = try parts(folder)
      let run = try export(folder, fault)
      let left = try Data(contentsOf: file)
      #expect(left == old || (left == new && kills.contains(fault)), "\(fault)")
      guard refusals.contains(fault) else { continue }
      #expect(run.status == 4, "\(fault): \(run.errors)")
      #expect(try parts(folder) == partCount, "\(fault)")
    }
    #expect(try folder.hipreel("export", "-o", "backup.json").status == 0)
    #expect(try Data(contentsOf: file) == new)
  }

  /// How many files lie there half written.
  private func parts(_ folder: SampleFolder) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path(percentEncoded: false))
      .count { $0.hasPrefix("backup.json.part") }
  }
}
