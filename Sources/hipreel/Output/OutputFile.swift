import ReelCatalog
import ReelLibrary

/// Where a command's product goes: a file that appears whole or not at all, or standard output.
struct OutputFile: ~Copyable {
  private let file: AtomicFile?

  /// - Parameter argument: The file's name as given; nil and `-` mean standard output.
  init(_ argument: String?) throws {
    if let argument, argument != "-" {
      file = try AtomicFile(at: PathBytes(argument: argument))
    } else {
      file = nil
    }
  }

  func append(_ bytes: [UInt8]) throws {
    switch file {
    case .some(let file): try file.append(bytes)
    case nil: StandardOutput.write(bytes)
    }
  }

  consuming func finish() throws {
    if let file { try file.commit() }
  }
}
