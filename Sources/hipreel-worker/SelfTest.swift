import Glibc
import MediaFacts

/// Proves that the jail holds on this machine by trying what hostile code would try first.
enum SelfTest {
  /// Prints a line for each attempt in the jail of a kind of worker, `refused NAME ERROR` or `ALLOWED NAME ERROR`, and a total.
  ///
  /// - Returns: The exit status: 0 when everything was refused, 1 when something was not, 2 when nothing could be tried.
  static func run(_ kind: WorkerKind) -> Int32 {
    guard let folder = Scratch() else {
      print("no temporary folder for the test")
      return 2
    }
    defer { folder.remove() }
    var refusedCount = 0
    for attempt in Attempt.all {
      let outcome = attempt.makeInJail(kind.limits)
      let isRefused = Attempt.isRefusal(outcome)
      if isRefused { refusedCount += 1 }
      print(isRefused ? "refused" : "ALLOWED", attempt.name, outcome)
      // An attempt that succeeded may have removed the victim.
      folder.fill()
    }
    print("\(refusedCount) of \(Attempt.all.count) attempts refused")
    return refusedCount == Attempt.all.count ? 0 : 1
  }

  /// A folder with a file and a folder for hostile code to attack, made the current folder.
  private struct Scratch {
    private let path: String

    init?() {
      var template = Array("/tmp/hipreel-selftest-XXXXXX".utf8CString)
      guard unsafe mkdtemp(&template) != nil else { return nil }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard unsafe chdir(path) == 0 else { return nil }
      fill()
    }

    func fill() {
      let victim = unsafe open("victim", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      if victim >= 0 { close(victim) }
      unsafe mkdir("folder", 0o700)
    }

    func remove() {
      for name in ["victim", "renamed", "linked", "link", "new", "fifo"] { unsafe unlink(name) }
      for name in ["folder", "made"] { unsafe rmdir(name) }
      _ = unsafe chdir("/")
      unsafe rmdir(path)
    }
  }
}
