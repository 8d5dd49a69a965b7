public import Foundation

/// Places in this checkout.
public enum Checkout {
  /// The folder that holds Package.swift.
  public static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path(percentEncoded: false)) {
      let above = folder.deletingLastPathComponent()
      precondition(above != folder, "the tests lie in a checkout with a Package.swift")
      folder = above
    }
    return folder
  }()

  /// The project's sample reels.
  public static var media: URL { root.appending(path: "media") }

  /// A built program of this package: it lies beside the test bundle.
  public static func program(_ name: String) -> URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name)
  }
}
