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
  /// What jails the workers; `takeJail` hands it over once.
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

  /// The result of waiting for a result.
  enum Taken {
    case result(Result)
    /// Nothing yet.
    case silence
    /// The threads ended without one.
    case ended
  }

  /// Waits for the next result, not much longer than `seconds`.
  func take(within seconds: Double) -> Taken {
    locked {
      let end = Date(timeIntervalSinceNow: seconds)
      while results.isEmpty, threadsLeft > 0, condition.wait(until: end) {}
      if !results.isEmpty { return .result(results.removeFirst()) }
      return threadsLeft > 0 ? .silence : .ended
    }
  }

  /// What jails the workers: given once, when the first has started, then nil.
  func takeJail() -> Jail? {
    locked {
      guard let jail, !wasToldOfJail else { return nil }
      wasToldOfJail = true
      return jail
    }
  }

  /// Lets the threads end when nothing is left to do, and waits until they have.
  ///
  /// - Parameter seconds: The longest to wait, nil for ever; a thread that still hangs in the system is left to itself.
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

  /// Waits for a job; nil after the last.
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

  /// Drops what has not started, so that every thread ends.
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

  /// One thread fewer does the work; with none left, nothing does.
  func threadDidNotStart(_ error: SystemError) {
    locked {
      threadsLeft -= 1
      if threadsLeft == 0 { failure = failure ?? LibraryError(.system, "cannot start a thread: \(error.words)") }
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
