import Foundation
public import MediaFacts

/// Where Tesseract's language data are for the tests that read pictures.
public enum TextFolder {
  public static let path =
    ProcessInfo.processInfo.environment["HIPREEL_TEST_TEXT"] ?? "/usr/share/tesseract-ocr/5/tessdata"

  public static let languages = TextLanguage.allCases.filter {
    FileManager.default.fileExists(atPath: "\(path)/\($0.fileName)")
  }

  /// Whether English is there, in which the tests' own pictures are written. Whether the library is, the worker says.
  public static var isThere: Bool { languages.contains(.english) }

  /// Why tests that need them are skipped.
  public static let absence = "Tesseract is not here: scripts/setup test brings it"
}
