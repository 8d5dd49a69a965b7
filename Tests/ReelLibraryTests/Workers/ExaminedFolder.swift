import Foundation
import MediaFacts
import ReelCatalog
import ReelLibrary
import TestMedia
import TestSupport
import Testing

/// A folder of a test's files, and workers for them.
struct ExaminedFolder {
  let folder: TemporaryFolder
  private let root: Folder

  init() throws {
    folder = try TemporaryFolder()
    root = try LibraryFolder(root: PathBytes(folder.path)).openRoot()
  }

  func job(_ token: Int, _ name: String) -> ExaminationJob {
    let root = root
    return ExaminationJob(token: token) { () throws(MediaFile.Refusal) in
      try MediaFile.open(PathBytes(name), below: root)
    }
  }

  /// Options for tests: two workers, little patience.
  static func options(_ change: (inout WorkerPoolOptions) -> Void = { _ in }) -> WorkerPoolOptions {
    var options = WorkerPoolOptions(width: 2, patience: .seconds(20), deathsInARow: 1000)
    change(&options)
    return options
  }

  func pool(_ options: WorkerPoolOptions = Self.options()) throws -> WorkerPool {
    try WorkerPool(executable: PathBytes(Checkout.program("hipreel-worker").path), options: options)
  }

  /// The examinations by name.
  func examine(_ names: [String], _ options: WorkerPoolOptions = Self.options()) throws -> [String: Examination] {
    var found: [String: Examination] = [:]
    let isWhole = try pool(options).examine(names.enumerated().map { job($0, $1) }) { token, examination in
      found[names[token]] = examination
    }
    precondition(isWhole, "nobody stopped the pool")
    return found
  }

  /// Brings one of the drawn samples into the folder.
  func sample(_ name: String) throws -> String {
    try FileManager.default.copyItem(at: Checkout.media.appending(path: name), to: folder.url.appending(path: name))
    return name
  }

  /// A running worker is held as every worker is: one thread, every wall, and nothing open but its streams and its socket.
  func expectJailed(_ processID: pid_t, held: Jail?) throws {
    let status = try String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1\n") && status.contains("Threads:\t1\n"))
    #expect(status.contains("Seccomp:\t\(try #require(held).filtersCalls ? 2 : 0)\n"))
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(processID)/fd")
    #expect(open.sorted() == ["0", "1", "2", "3"])
  }
}
