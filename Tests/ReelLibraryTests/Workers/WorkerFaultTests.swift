import Foundation
import MediaFacts
import ReelLibrary
import TestMedia
import TestSupport
import Testing

/// Workers that fail on demand: the file's row says how, and the files around it are as ever.
@Suite(.enabled(if: FaultHooks.areThere, FaultHooks.absence))
struct WorkerFaultTests {
  private let files: ExaminedFolder

  init() throws {
    files = try ExaminedFolder()
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
  }

  private func fault(_ word: String) throws -> String {
    try files.folder.write("FAULT:\(word)\n", to: "\(word).mp4")
    return "\(word).mp4"
  }

  @Test(
    arguments: [
      ("segv", .crashed, "the worker was killed by signal 11"),
      ("abort", .crashed, "the worker was killed by signal 6"),
      ("trap", .crashed, "the worker was killed by signal 4"), ("exit0", .crashed, "the worker exited with status 0"),
      ("garbage", .crashed, "the worker gave an answer that makes no sense: sequence: truncated"),
      ("lie", .crashed, "the worker gave an answer that makes no sense: durationMilliseconds: out of range"),
      ("place", .crashed, "the worker gave an answer that makes no sense: a location that hipreel did not ask for"),
      // Sealed memory does not shrink, and the file is then what it is: text.
      ("shrink", .damaged, "unknown container"),
      // Slow is not dead.
      ("slow", .damaged, "unknown container"),
    ] as [(String, FileStatus, String)])
  func `a worker's failure is its file's alone`(word: String, status: FileStatus, reason: String) throws {
    let name = try fault(word)
    // One worker, so that the good files come before and after in the same seat.
    let found = try files.examine(["good.mp4", name, "good.mp4"], ExaminedFolder.options { $0.width = 1 })
    #expect(found[name]?.report.status == status)
    #expect(found[name]?.report.reason?.hasPrefix(reason) == true, "\(found[name]?.report.reason ?? "nil")")
    #expect(found[name]?.still == nil)
    #expect(found["good.mp4"]?.report.status == .ok)
    #expect(found["good.mp4"]?.still != nil)
  }

  @Test func `code that took over a worker can do nothing but answer`() throws {
    let name = try fault("attack")
    let found = try files.examine([name, "good.mp4"], ExaminedFolder.options { $0.width = 1 })
    let reason = try #require(found[name]?.report.reason)
    #expect(
      found[name]?.report.status == .damaged && reason.wholeMatch(of: /refused \d{2,} attacks/) != nil, "\(reason)")
    #expect(found["good.mp4"]?.report.status == .ok)
  }

  @Test func `a worker at its memory limit is told from one that crashed`() throws {
    let name = try fault("oom")
    let found = try files.examine([name, "good.mp4"], ExaminedFolder.options { $0.width = 1 })
    #expect(found[name]?.report.status == .outOfMemory)
    #expect(found["good.mp4"]?.report.status == .ok)
  }

  @Test(arguments: ["spin", "sleep", "slow"])
  func `a silent worker is killed when patience ends`(word: String) throws {
    let name = try fault(word)
    let clock = SuspendingClock()
    var found: [String: Examination] = [:]
    let options = ExaminedFolder.options { ($0.width, $0.patience) = (1, .milliseconds(400)) }
    let time = try clock.measure { found = try files.examine([name], options) }
    #expect(found[name]?.report.status == .timeout)
    #expect(found[name]?.report.reason == "no answer within 0.4 seconds")
    #expect(time < .seconds(15))
  }

  @Test func `after too many deaths in a row the pool gives up`() throws {
    let names = try (0..<4).map { _ in try fault("segv") }
    let options = ExaminedFolder.options { ($0.width, $0.deathsInARow) = (1, 5) }
    let error = #expect(throws: LibraryError.self) { try files.examine(names, options) }
    #expect(error?.code == .workerBroken)
    #expect(error?.message == "5 workers died in a row; the last was killed by signal 11")
  }

  @Test func `a good answer between deaths starts the count anew`() throws {
    let name = try fault("abort")
    let options = ExaminedFolder.options { ($0.width, $0.deathsInARow) = (1, 3) }
    let found = try files.examine([name, "good.mp4", name, "good.mp4", name], options)
    #expect(found[name]?.report.status == .crashed)
  }

  @Test func `stopping ends a worker in the middle of a file`() throws {
    let names = try (0..<6).map { _ in try fault("sleep") }
    let pool = try files.pool(ExaminedFolder.options { $0.patience = .seconds(60) })
    let stopper = Thread {
      Thread.sleep(forTimeInterval: 0.3)
      pool.stop()
    }
    stopper.start()
    var count = 0
    var isWhole = true
    let time = try SuspendingClock().measure {
      isWhole = try pool.examine(names.enumerated().map { files.job($0, $1) }) { _, _ in count += 1 }
    }
    #expect(!isWhole && count == 0 && time < .seconds(10))
    #expect(try !pool.examine([files.job(0, "good.mp4")]) { _, _ in count += 1 })
    #expect(count == 0)
  }
}
