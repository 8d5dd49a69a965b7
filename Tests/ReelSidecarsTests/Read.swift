import ReelCatalog
import TestSupport

@testable import ReelSidecars

/// Reads a file as the name says.
func read(_ bytes: some Sequence<UInt8>, as name: String) throws -> [SidecarRecord] {
  let path = PathBytes(name)
  guard let kind = SidecarKind(ofName: path.lastComponent) else {
    throw SidecarError("\(name) is not a sidecar's name")
  }
  return try SidecarReader.reading(of: Array(bytes), kind: kind, path: path).records
}

func read(_ text: String, as name: String) throws -> [SidecarRecord] { try read(text.utf8, as: name) }

/// Reads one of the shared samples.
func readSample(_ path: String, as name: String? = nil) throws -> [SidecarRecord] {
  try read(SharedFolder.read("samples/\(path)"), as: name ?? path)
}

extension SidecarRecord {
  func text(_ field: String) -> String? { texts.first { $0.field == field }?.text }
}
