public import Foundation

/// A copy of the project's sample reels in a folder of its own, to be indexed by the built tool.
public final class SampleFolder: Sendable {
  public let url: URL
  private let folder: TemporaryFolder

  /// - Parameter names: The samples to copy, relative to media/; all top-level ones with their texts by default.
  public init(_ names: [String]? = nil) throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "reels")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for name in try names ?? Self.allNames() {
      let source = Checkout.media.appending(path: name)
      let target = url.appending(path: source.lastPathComponent)
      try FileManager.default.copyItem(at: source, to: target)
      // Older than the run that follows: a file changed within a clock tick of it would be looked at again.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000.5)],
        ofItemAtPath: target.path(percentEncoded: false))
    }
  }

  /// Everything at the top of media/ but its README.
  public static func allNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Checkout.media.path(percentEncoded: false))
      .filter { $0 != "README.md" && $0 != "odd" && !$0.hasPrefix(".") }.sorted()
  }

  /// The samples that have words; of the others only the picture tells what they show.
  public static func namesWithWords() throws -> [String] { try allNames().filter { !$0.hasPrefix("IMG_41") } }

  /// Runs hipreel with the folder as the current one.
  @discardableResult
  public func hipreel(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Tool {
    try Tool.run("hipreel", arguments, in: url, input: input, environment: environment)
  }

  /// Writes a file, making the folders above it.
  public func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  public func move(_ name: String, to other: String) throws {
    let target = url.appending(path: other)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: url.appending(path: name), to: target)
  }
}

extension Tool {
  /// The environment of a run in which no file can be looked into: it fails if one has to be.
  public static let withoutWorker = ["HIPREEL_WORKER": "/nonexistent/hipreel-worker"]
}
