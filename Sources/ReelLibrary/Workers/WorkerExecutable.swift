import Glibc
public import ReelCatalog

/// Where the worker program lies.
public enum WorkerExecutable {
  /// The program's file name.
  public static let name = "hipreel-worker"

  /// Finds the worker program: the environment's `HIPREEL_WORKER`, else beside the running program, else in
  /// `../libexec/hipreel` as seen from there.
  ///
  /// - Throws: `LibraryError.workerBroken` when there is none.
  public static func locate() throws(LibraryError) -> PathBytes {
    if let named = getenv("HIPREEL_WORKER") {
      let path = PathBytes(UnsafeBufferPointer(start: named, count: strlen(named)).map { UInt8(bitPattern: $0) })
      guard isExecutable(path) else {
        throw LibraryError(
          .workerBroken, path: path, "HIPREEL_WORKER names no program: \(SystemError.last.words)",
          advice: "unset HIPREEL_WORKER, or let it name \(name)")
      }
      return path
    }
    let folder = try runningProgram().parent
    let places = [folder.appending(name), folder.parent.appending("libexec/hipreel/\(name)")]
    for place in places where isExecutable(place) { return place }
    throw LibraryError(
      .workerBroken, path: folder, "the program \(name) is missing",
      advice: "install it beside hipreel, or let HIPREEL_WORKER name it")
  }

  private static func isExecutable(_ path: PathBytes) -> Bool {
    path.withCString { access($0, X_OK) } == 0
  }

  private static func runningProgram() throws(LibraryError) -> PathBytes {
    guard let resolved = realpath("/proc/self/exe", nil) else {
      throw LibraryError(.workerBroken, "the running program's place is unknown: \(SystemError.last.words)")
    }
    defer { free(resolved) }
    return PathBytes(UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) })
  }
}
