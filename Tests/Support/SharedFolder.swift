public import Foundation

/// The folder of real samples beside the checkout, where there is one: for measuring, never to be copied.
public enum SharedFolder {
  /// The folder, or nil on a machine without it.
  public static let url: URL? = {
    var folder = Checkout.root.deletingLastPathComponent()
    for _ in 0..<2 {
      let shared = folder.appending(path: "shared")
      if FileManager.default.fileExists(atPath: shared.path(percentEncoded: false)) { return shared }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  public static var isPresent: Bool { url != nil }

  /// Why a test that needs it is skipped.
  public static let absence = "the shared samples are not beside this checkout"

  /// The bytes of one of its files.
  public static func read(_ path: String) throws -> [UInt8] {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    return Array(try Data(contentsOf: url.appending(path: path)))
  }
}
