import ReelCatalog
import ReelLibrary

/// Where a command's product goes: what `-o` names, or standard output.
struct OutputFile: ~Copyable {
  private let file: ProductFile?

  /// - Parameter argument: The name as given; nil and `-` mean standard output.
  init(_ argument: String?) throws {
    if let argument, argument != "-" {
      file = try ProductFile(at: PathBytes(argument: argument))
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
