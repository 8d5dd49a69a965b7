import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import TestMedia
import TestSupport
import Testing

@testable import ReelLibrary

/// Files whose bytes do not come, as on a network mount that is gone: nobody waits for them for long.
@Suite struct StalledWorkerTests {
  private let files: ExaminedFolder

  init() throws {
    files = try ExaminedFolder()
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
  }

  /// A worker whose first read takes a minute, when it is the first of its kind. The tracer is not its parent.
  private func stallingWorker() throws -> PathBytes {
    let program = Checkout.program("hipreel-worker")
    let worker = program.path(percentEncoded: false)
    let first = try HeldBackKernel.loaderReadCount(of: program) + 1
    let script = """
      #!/bin/sh
      mkdir "$0.started" 2>/dev/null || exec '\(worker)'
      exec /usr/bin/strace -D -qq -o /dev/null -e inject=pread64:delay_enter=60000000:when=\(first) '\(worker)'

      """
    let file = try files.folder.write(script, to: "stalling-worker")
    #expect(chmod(file.path(percentEncoded: false), 0o755) == 0)
    return PathBytes(file.path(percentEncoded: false))
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `a worker that waits for a file is given up, and the files after it are read`() throws {
    let options = ExaminedFolder.options { ($0.width, $0.patience) = (1, .seconds(2)) }
    let pool = try WorkerPool(executable: try stallingWorker(), options: options)
    var statuses: [FileStatus] = []
    let time = try SuspendingClock().measure {
      _ = try pool.examine([files.job(0, "good.mp4"), files.job(1, "good.mp4")]) { statuses.append($1.report.status) }
    }
    #expect(statuses == [.timeout, .ok])
    #expect(time < .seconds(20))
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `a worker that cannot even be killed is left behind`() throws {
    let stop = try StopSignal.make()
    let worker = try WorkerProcess.start(try stallingWorker(), unless: stop)
    let processID = worker.processID
    let file = open(files.folder.path(of: "good.mp4"), O_RDONLY)
    defer { close(file) }
    let isSent = worker.send(
      Request(sequence: 1, fileByteCount: 1000, facts: WorkLimits()), file: file, memory: nil)
    #expect(isSent)
    guard case .silence = worker.receive(by: Deadline(in: .seconds(1)), unless: stop) else {
      Issue.record("the read did not stall")
      return
    }
    // While its tracer sleeps, what it traces is not gone for its parent, whatever kills it: as in a kernel that hangs.
    let status = try String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
    let tracer = try #require(
      status.split(separator: "\n").first { $0.hasPrefix("TracerPid:") }.flatMap { pid_t($0.dropFirst(11)) })
    try #require(tracer > 0 && kill(tracer, SIGSTOP) == 0)
    var end: WorkerProcess.End?
    var left: WorkerProcess? = worker
    let time = SuspendingClock().measure { end = left.take()?.kill() }
    #expect(end?.description == "could not be stopped")
    #expect(time < .seconds(5))
    kill(tracer, SIGCONT)
    var reaped: Int32 = 0
    #expect(waitpid(processID, &reaped, 0) == processID && reaped & 0x7f == SIGKILL)
  }

  /// A file whose opening does not return until it may.
  private func hangingJob(_ token: Int, until semaphore: DispatchSemaphore) -> ExaminationJob {
    ExaminationJob(token: token) { () throws(MediaFile.Refusal) in
      semaphore.wait()
      throw MediaFile.Refusal(status: .ioError, reason: "stale file handle")
    }
  }

  @Test func `an opening that hangs is told, and done when it ends`() throws {
    let goOn = DispatchSemaphore(value: 0)
    let options = ExaminedFolder.options { ($0.width, $0.silence) = (1, .milliseconds(300)) }
    var statuses: [FileStatus] = []
    var toldCount = 0
    let isWhole = try files.pool(options).examine(
      [hangingJob(0, until: goOn), files.job(1, "good.mp4")],
      prepare: { $1.report.status }, receive: { statuses.append($0) },
      hear: {
        guard case .silence = $0 else { return }
        toldCount += 1
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) { goOn.signal() }
      })
    #expect(isWhole && statuses == [.ioError, .ok] && toldCount == 1)
  }

  @Test func `a stop leaves an opening that hangs behind`() throws {
    let never = DispatchSemaphore(value: 0)
    let pool = try files.pool(ExaminedFolder.options { $0.width = 2 })
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { pool.stop() }
    var isWhole = true
    let time = try SuspendingClock().measure {
      isWhole = try pool.examine([hangingJob(0, until: never), hangingJob(1, until: never)]) { _, _ in }
    }
    #expect(!isWhole && time < .seconds(10))
    never.signal()
    never.signal()
  }
}
