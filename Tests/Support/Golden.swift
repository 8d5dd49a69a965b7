import Foundation
public import Testing

/// Exact outputs, kept in files that are read in review.
public enum Golden {
  /// Compares a text with a file of Tests/HipReelTests/Expected, or of another folder of the checkout.
  ///
  /// With `HIPREEL_RECORD=1` in the environment the file is written instead: then look at what git says changed.
  public static func expect(
    _ text: String, equals name: String, in folder: String = "Tests/HipReelTests/Expected",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Checkout.root.appending(path: folder).appending(path: name)
    if ProcessInfo.processInfo.environment["HIPREEL_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "\(name) differs", sourceLocation: sourceLocation)
  }
}
