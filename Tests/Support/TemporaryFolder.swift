public import Foundation

/// A fresh folder that goes away with the value.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hipreel-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Its path without a slash at the end.
  public var path: String {
    url.path(percentEncoded: false).hasSuffix("/")
      ? String(url.path(percentEncoded: false).dropLast()) : url.path(percentEncoded: false)
  }

  /// The path of a name in the folder.
  public func path(of name: String) -> String { "\(path)/\(name)" }

  /// Reads a file of the folder.
  public func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }

  /// Writes a file, making the folders above it.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  @discardableResult
  public func write(_ text: String, to name: String) throws -> URL { try write(text.utf8, to: name) }

  /// Writes a file whose name is bytes, which need not be text.
  public func write(_ bytes: some Sequence<UInt8>, toRawName name: [UInt8]) throws {
    try RawName.write(bytes, to: name, in: url)
  }
}
