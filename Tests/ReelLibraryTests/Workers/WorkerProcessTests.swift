import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct WorkerProcessTests {
  private static let program = PathBytes(Checkout.program("hipreel-worker").path)

  @Test func `a worker has taken from itself what it does not need`() throws {
    let stop = try StopSignal.make()
    let worker = try WorkerProcess.start(Self.program, unless: stop)
    let limits = try String(contentsOfFile: "/proc/\(worker.processID)/limits", encoding: .utf8)
    for (name, soft, hard) in [
      ("Max address space", "1073741824", "1073741824"), ("Max cpu time", "300", "305"), ("Max file size", "0", "0"),
      ("Max open files", "16", "16"), ("Max processes", "0", "0"), ("Max core file size", "0", "0"),
    ] {
      let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix(name) })
      let words = line.dropFirst(name.count).split(separator: " ").prefix(2).map(String.init)
      #expect(words == [soft, hard], "\(name)")
    }
    let status = try String(contentsOfFile: "/proc/\(worker.processID)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1\n"))
    // One thread, so that none stayed outside the jail.
    #expect(status.contains("Threads:\t1\n"))
    let held = worker.jail
    let jail = try #require(held)
    #expect(status.contains("Seccomp:\t\(jail.filtersCalls ? 2 : 0)\n"))
    let (residentByteCount, cpuTime) = (worker.residentByteCount, worker.cpuTime)
    #expect(residentByteCount > 1 << 20 && cpuTime > .zero)
    // Ctrl-C on a terminal goes to a group: ours only.
    let processID = worker.processID
    #expect(getpgid(processID) == processID)
    let end = worker.kill()
    #expect(end.signal == SIGKILL)
  }

  /// A worker whose thread ends without ending it.
  private final class Orphan: @unchecked Sendable {
    // Written by the thread before it signals, read after.
    private(set) var worker: WorkerProcess?

    func start() {
      do {
        worker = try WorkerProcess.start(program, unless: try StopSignal.make())
      } catch {
        Issue.record(error)
      }
    }

    var processID: pid_t? { worker?.processID }
  }

  @Test func `a worker dies with the thread that started it`() throws {
    let started = DispatchSemaphore(value: 0)
    let orphan = Orphan()
    let thread = Thread {
      orphan.start()
      started.signal()
    }
    thread.start()
    started.wait()
    let processID = try #require(orphan.processID)
    var status: Int32 = 0
    // Its socket is open still, so it would wait for a request for ever.
    #expect(waitpid(processID, &status, 0) == processID)
    #expect(status & 0x7f == SIGKILL)
    extendLifetime(orphan)
  }

  @Test func `a worker ends when its socket closes`() throws {
    let stop = try StopSignal.make()
    let processID = try WorkerProcess.start(Self.program, unless: stop).processIDAfterClosing()
    var status: Int32 = -1
    #expect(waitpid(processID, &status, 0) == processID)
    #expect(status == 0)
  }

  @Test func `a program that says nothing is no worker`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("#!/bin/sh\nexec sleep 60\n", to: "silent")
    #expect(chmod(file.path(percentEncoded: false), 0o755) == 0)
    let program = PathBytes(file.path(percentEncoded: false))
    let error = #expect(throws: LibraryError.self) {
      let worker = try WorkerProcess.start(program, unless: try StopSignal.make(), helloWithin: .milliseconds(300))
      worker.kill()
    }
    #expect(error?.code == .workerBroken && error?.message == "does not answer")
  }

  @Test func `words that are no request end the worker`() throws {
    let stop = try StopSignal.make()
    let worker = try WorkerProcess.start(Self.program, unless: stop)
    let request = Request(sequence: 1, fileByteCount: 1)
    let null = open("/dev/null", O_RDONLY)
    defer { close(null) }
    let isSent = worker.send(request, file: null, memory: nil)
    #expect(isSent)
    guard case .gone = worker.receive(by: Deadline(in: .seconds(10)), unless: stop) else {
      Issue.record("the worker answered a request without a product")
      return
    }
    let end = worker.end()
    #expect(end.description == "exited with status 1")
  }

  @Test func `a raised signal wakes whoever waits for a worker`() throws {
    let stop = try StopSignal.make()
    let worker = try WorkerProcess.start(Self.program, unless: stop)
    stop.raise()
    guard case .stopped = worker.receive(by: Deadline(in: .seconds(60)), unless: stop) else {
      Issue.record("the wait went on")
      return
    }
    worker.kill()
  }
}

extension WorkerProcess {
  /// The worker's process, once its socket is closed with the value.
  fileprivate consuming func processIDAfterClosing() -> pid_t { processID }
}
