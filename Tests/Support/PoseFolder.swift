public import Foundation

/// The pose model and its runtime, if they are on this machine: scripts/setup test brings them.
public enum PoseFolder {
  /// Where they are: as hipreel looks for them, with the folder that scripts/setup uses in between.
  public static let url: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let places = [
      environment["HIPREEL_TEST_POSE"].map { URL(filePath: $0) }, Checkout.root.appending(path: ".build/pose"),
      environment["HOME"].map { URL(filePath: $0).appending(path: ".local/share/hipreel/pose") },
    ]
    return places.compactMap { $0 }.first { place in
      ["libLiteRt.so", "pose_detection.tflite", "pose_landmark_full.tflite"].allSatisfy {
        FileManager.default.fileExists(atPath: place.appending(path: $0).path(percentEncoded: false))
      }
    }
  }()

  public static var isThere: Bool { url != nil }

  /// Why tests that need them are skipped.
  public static let absence = "the pose model is not here: scripts/setup test brings it"

  public static var path: String { url?.path(percentEncoded: false) ?? "" }
}
