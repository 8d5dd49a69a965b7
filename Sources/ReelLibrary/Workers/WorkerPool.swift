import CLinux  // Where sigset_t comes from once another file of the module asks C for it.
import Foundation
public import MediaFacts
public import ReelCatalog

/// Workers that read files side by side, each driven by its own thread.
///
/// Threads, not tasks: a thread that waits for its worker would starve Swift's cooperative pool (docs/SPEED.md).
public final class WorkerPool: Sendable {
  private let executable: PathBytes
  private let options: WorkerPoolOptions
  private let stopSignal: StopSignal

  /// Starts nothing yet.
  ///
  /// - Parameter executable: The worker program, see `WorkerExecutable.locate()`.
  public init(executable: PathBytes, options: WorkerPoolOptions = WorkerPoolOptions()) throws(LibraryError) {
    precondition(options.width >= 1, "a pool has at least one worker")
    self.executable = executable
    self.options = options
    stopSignal = try StopSignal.make()
  }

  /// Reads each file once and passes on the results in the order in which they are done.
  ///
  /// At most four files per worker are between `jobs` and `receive` at a time, so memory does not grow with the folder.
  ///
  /// - Parameters:
  ///   - jobs: Drawn on the caller's thread, as workers become free.
  ///   - prepare: Called on the pool's threads with the token and what was found: the place for an encoder.
  ///   - receive: Called on the caller's thread. When it throws, the rest is dropped and the error passed on.
  ///   - hear: Called on the caller's thread.
  /// - Returns: False when `stop` ended the work early.
  /// - Throws: `LibraryError.workerBroken` when workers do not start or keep dying; what `receive` throws.
  public func examine<Prepared: Sendable>(
    _ jobs: some Sequence<ExaminationJob>,
    prepare: @escaping @Sendable (Int, Examination) -> Prepared,
    receive: (Prepared) throws -> Void, hear: (News) -> Void = { _ in }
  ) throws -> Bool {
    let exchange = Exchange<Prepared>(threadCount: options.width)
    for _ in 0..<options.width { startThread(exchange, prepare) }
    do {
      try exchangeAll(jobs, with: exchange, receive: receive, hear)
    } catch {
      // The threads end by themselves at the next file; nobody waits for workers in the middle of one.
      stopSignal.raise()
      exchange.close()
      _ = exchange.finish(within: Self.secondsToStop)
      throw error
    }
    if let failure = exchange.finish(within: stopSignal.isRaised ? Self.secondsToStop : nil) { throw failure }
    return !stopSignal.isRaised
  }

  /// What the caller hears of the pool as a whole.
  public enum News: Sendable {
    /// What jails the workers; once, before a worker's first result.
    case jailed(Jail)
    /// No file was done for longer than any file may take: the system does not answer.
    case silence
  }

  /// Reads each file once, with the examinations themselves as results.
  ///
  /// As `examine(_:prepare:receive:)`, without work on the pool's threads.
  public func examine(
    _ jobs: some Sequence<ExaminationJob>, receive: (Int, Examination) throws -> Void, hear: (News) -> Void = { _ in }
  ) throws -> Bool {
    try examine(jobs, prepare: { ($0, $1) }, receive: { try receive($0.0, $0.1) }, hear: hear)
  }

  /// Ends the work soon, from any thread: nothing new begins, and workers in the middle of a file are killed.
  ///
  /// A pool that was stopped stays so.
  public func stop() {
    stopSignal.raise()
  }

  private func exchangeAll<Prepared: Sendable>(
    _ jobs: some Sequence<ExaminationJob>, with exchange: Exchange<Prepared>, receive: (Prepared) throws -> Void,
    _ hear: (News) -> Void
  ) throws {
    var rest = jobs.makeIterator()
    var isExhausted = false
    var underWay = 0
    while true {
      while !isExhausted, underWay < 4 * options.width, !stopSignal.isRaised {
        guard let job = rest.next() else {
          isExhausted = true
          break
        }
        exchange.offer(job)
        underWay += 1
      }
      guard underWay > 0, let result = next(from: exchange, hear) else { return }
      if let jail = exchange.takeJail() { hear(.jailed(jail)) }
      underWay -= 1
      try receive(result)
    }
  }

  /// The next result; nil after the last.
  private func next<Prepared: Sendable>(from exchange: Exchange<Prepared>, _ hear: (News) -> Void) -> Prepared? {
    let clock = SuspendingClock()
    let start = clock.now
    var stopped: SuspendingClock.Instant?
    var isTold = false
    while true {
      switch exchange.take(within: 0.25) {
      case .result(let result): return result
      case .ended: return nil
      case .silence where stopSignal.isRaised:
        let since = stopped ?? clock.now
        stopped = since
        if clock.now - since > .seconds(Self.secondsToStop) { return nil }
      case .silence:
        guard !isTold, clock.now - start > options.silence else { continue }
        isTold = true
        hear(.silence)
      }
    }
  }

  /// After this long a stop leaves threads behind: one that opens a file on a dead network mount cannot be woken.
  private static let secondsToStop = 2.0

  private func startThread<Prepared: Sendable>(
    _ exchange: Exchange<Prepared>, _ prepare: @escaping @Sendable (Int, Examination) -> Prepared
  ) {
    let drive: @Sendable () -> Void = { [self] in
      blockSignals()
      defer { exchange.threadEnded() }
      var seat = WorkerSeat(executable: executable, options: options)
      do throws(LibraryError) {
        while !stopSignal.isRaised, let job = exchange.next() {
          guard let examination = try seat.examine(job, exchange, unless: stopSignal) else { break }
          exchange.put(prepare(job.token, examination))
        }
        // Wakes the threads that wait for a job, if the stop signal ended this one.
        if stopSignal.isRaised { exchange.close() }
      } catch {
        exchange.close(because: error)
      }
      seat.leave()
    }
    do throws(SystemError) { try WorkerThread.start(drive) } catch { exchange.threadDidNotStart(error) }
  }
}

/// Leaves signals to the thread that the program meant them for.
private func blockSignals() {
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
}
