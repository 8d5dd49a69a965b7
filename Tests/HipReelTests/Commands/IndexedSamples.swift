import Foundation
import TestSupport

/// The sample reels, indexed once for all tests that only read them.
enum IndexedSamples {
  static let folder: Result<SampleFolder, any Error> = Result {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    return folder
  }

  /// Runs a command on them, with the folder's own path written as `FOLDER`.
  static func run(_ arguments: [String], input: String = "") throws -> (output: String, errors: String, status: Int32) {
    let folder = try folder.get()
    let run = try Tool.run("hipreel", arguments, in: folder.url, input: input)
    let root = folder.url.resolvingSymlinksInPath().path(percentEncoded: false)
    func anonymous(_ text: String) -> String {
      text.replacing(root.hasSuffix("/") ? String(root.dropLast()) : root, with: "FOLDER")
    }
    return (anonymous(run.text), anonymous(run.errors), run.status)
  }
}
