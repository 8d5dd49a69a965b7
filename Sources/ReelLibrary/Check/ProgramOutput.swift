import Foundation
import ReelCatalog

/// What a program of ours wrote, and how it ended.
struct ProgramOutput {
  let text: String
  let status: Int32

  /// Runs a program to its end; one that takes longer is stopped.
  ///
  /// - Throws: `LibraryError.workerBroken` when it does not start.
  init(of executable: PathBytes, _ argument: String, withinSeconds patience: Int) throws(LibraryError) {
    let process = Process()
    process.executableURL = URL(filePath: executable.text)
    process.arguments = [argument]
    process.environment = ["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      // A terminated process closes the pipe, which ends the reading below.
      let processID = process.processIdentifier
      let stop = DispatchWorkItem { kill(processID, SIGKILL) }
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience), execute: stop)
      defer { stop.cancel() }
      text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    } catch {
      throw LibraryError(.workerBroken, path: executable, "does not answer \(argument): \(error)")
    }
  }
}
