import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

/// The measuring itself, outside the main actor.
enum Bench {
  static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count >= 3, let what = What(rawValue: arguments[0]), let passes = Int(arguments[1]), passes > 0
    else {
      return complain("usage: bench-workers quick|chosen|facts PASSES FILE...", status: 64)
    }
    do {
      let files = arguments.dropFirst(2).map(absolute)
      let start = cpuMilliseconds()
      let goodCount = try examine(files, passes: passes, still: what.order)
      let spent = (cpuMilliseconds() - start) / Double(passes * files.count)
      print(goodCount / passes, thousandths(spent))
      return 0
    } catch let error as LibraryError {
      return complain("bench-workers: \(error.message)", status: 1)
    } catch {
      return complain("bench-workers: \(error)", status: 1)
    }
  }

  private enum What: String {
    case quick, chosen, facts

    var order: StillOrder? {
      switch self {
      case .quick: StillOrder(choice: .quick)
      case .chosen: StillOrder(choice: .chosen)
      case .facts: nil
      }
    }
  }

  /// Has every file looked into, as the indexer does.
  ///
  /// - Returns: How many were videos, over all passes.
  private static func examine(_ files: [PathBytes], passes: Int, still: StillOrder?) throws -> Int {
    // One worker: processor time is counted, and two would only compete for the same caches.
    let pool = try WorkerPool(
      executable: try WorkerExecutable.locate(), options: WorkerPoolOptions(width: 1, still: still))
    let root = try LibraryFolder(root: PathBytes("/")).openRoot()
    let jobs = (0..<passes * files.count).lazy.map { number in
      ExaminationJob(token: number) { () throws(MediaFile.Refusal) in
        try MediaFile.open(files[number % files.count], below: root)
      }
    }
    var goodCount = 0
    _ = try pool.examine(jobs) { _, examination in
      Result {
        if let still = examination.still { _ = try JPEGEncoder.encode(still) }
        return examination.report.status == .ok
      }
    } receive: { isGood in
      if try isGood.get() { goodCount += 1 }
    }
    return goodCount
  }

  /// A file's path below `/`.
  private static func absolute(_ path: String) -> PathBytes {
    guard let resolved = realpath(path, nil) else { return PathBytes(path) }
    defer { free(resolved) }
    return PathBytes(
      UnsafeBufferPointer(start: resolved, count: strlen(resolved)).dropFirst().map(UInt8.init(bitPattern:)))
  }

  /// The processor time of this process and of its children that have ended.
  private static func cpuMilliseconds() -> Double {
    [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].reduce(0) { sum, who in
      var usage = rusage()
      getrusage(who, &usage)
      return sum + milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
    }
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
  }

  private static func thousandths(_ value: Double) -> String {
    let whole = Int((value * 1000).rounded())
    let rest = String(whole % 1000)
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func complain(_ message: String, status: Int32) -> Int32 {
    let line = Array("\(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    return status
  }
}
