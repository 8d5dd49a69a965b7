public import ReelCatalog

/// Where the worker program is.
public enum WorkerExecutable {
  /// The program's file name.
  public static let name = program.name

  private static let program = SisterProgram(name: "hipreel-worker", variable: "HIPREEL_WORKER")

  /// Finds the worker program.
  ///
  /// - Throws: `LibraryError.workerBroken` when there is none.
  public static func locate() throws(LibraryError) -> PathBytes { try program.locate() }
}
