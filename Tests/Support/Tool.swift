public import Foundation

/// A run of a built program: what it wrote and how it ended.
public struct Tool: Sendable {
  public let status: Int32
  public let output: Data
  public let errors: String

  /// The standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - input: Standard input; nothing by default.
  ///   - folder: The current folder of the program.
  public static func run(
    _ name: String = "hipreel", _ arguments: [String], in folder: URL, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Tool {
    try run(at: Checkout.program(name), arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a program of the system to its end.
  public static func run(
    at program: URL, _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:]
  ) throws -> Tool {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var surroundings = ProcessInfo.processInfo.environment
    surroundings.removeValue(forKey: "HIPREEL_CATALOG")
    process.environment = surroundings.merging(environment) { $1 }
    let files = try TemporaryFolder()
    let output = try files.write("", to: "out")
    let errors = try files.write("", to: "err")
    process.standardInput = try FileHandle(forReadingFrom: files.write(input, to: "in"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Tool(
      status: process.terminationStatus, output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
