import Foundation
import MediaFacts

/// Where the caller's thread hands jobs to the pool's threads and takes results back.
///
/// A monitor: every property is read and written with the condition's lock held, which is what makes it Sendable.
final class Exchange<Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var jobs: [ExaminationJob] = []
  private var results: [Result] = []
  private var isClosed = false
  private var failure: LibraryError?
  private var threadsLeft: Int
  private var deaths = 0
  /// What holds the workers, until the caller was told.
  private var jail: Jail?
  private var wasToldOfJail = false

  init(threadCount: Int) {
    threadsLeft = threadCount
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }

  // MARK: The caller's side

  func offer(_ job: ExaminationJob) {
    locked {
      jobs.append(job)
      condition.broadcast()
    }
  }

  /// What came of waiting for a result.
  enum Taken {
    case result(Result)
    /// Nothing yet.
    case silence
    /// The threads have ended without one.
    case ended
  }

  /// Waits for the next result, not much longer than a time.
  func take(within seconds: Double) -> Taken {
    locked {
      let end = Date(timeIntervalSinceNow: seconds)
      while results.isEmpty, threadsLeft > 0, condition.wait(until: end) {}
      if !results.isEmpty { return .result(results.removeFirst()) }
      return threadsLeft > 0 ? .silence : .ended
    }
  }

  /// What holds the workers: given once, when the first has started, and then nil.
  func takeJail() -> Jail? {
    locked {
      guard let jail, !wasToldOfJail else { return nil }
      wasToldOfJail = true
      return jail
    }
  }

  /// Lets the threads end when nothing is left to do, and waits until they have.
  ///
  /// - Parameter seconds: The longest to wait, nil for ever; a thread that hangs in the system then is left to itself.
  func finish(within seconds: Double?) -> LibraryError? {
    locked {
      isClosed = true
      condition.broadcast()
      let end = seconds.map { Date(timeIntervalSinceNow: $0) }
      while threadsLeft > 0 {
        if let end {
          guard condition.wait(until: end) else { break }
        } else {
          condition.wait()
        }
      }
      return failure
    }
  }

  // MARK: The threads' side

  /// Waits for a job; nil when there will be none.
  func next() -> ExaminationJob? {
    locked {
      while jobs.isEmpty, !isClosed { condition.wait() }
      return jobs.isEmpty ? nil : jobs.removeFirst()
    }
  }

  func put(_ result: Result) {
    locked {
      results.append(result)
      condition.broadcast()
    }
  }

  /// Drops what has not begun, so that every thread ends.
  func close(because error: LibraryError? = nil) {
    locked {
      failure = failure ?? error
      isClosed = true
      jobs.removeAll()
      condition.broadcast()
    }
  }

  func threadEnded() {
    locked {
      threadsLeft -= 1
      condition.broadcast()
    }
  }

  /// One thread fewer does the work; without any, nothing does.
  func threadDidNotStart(_ error: SystemError) {
    locked {
      threadsLeft -= 1
      if threadsLeft == 0 { failure = failure ?? LibraryError(.system, "no thread can be started: \(error.words)") }
      condition.broadcast()
    }
  }

  func workerStarted(in jail: Jail) {
    locked { self.jail = self.jail ?? jail }
  }

  /// Counts workers that died in a row, over all threads.
  func workerDied() -> Int {
    locked {
      deaths += 1
      return deaths
    }
  }

  func workerAnswered() {
    locked { deaths = 0 }
  }
}
