/// The files that a pose worker needs and that are not hipreel's own: Google's, under the Apache Licence 2.0.
///
/// Only these very bytes are loaded: the runtime promises no stable interface, and what was measured was measured with them.
public enum PoseFile: Int32, Sendable, CaseIterable {
  /// LiteRT's library, of `runtimePackage`.
  case runtime = 4
  /// BlazePose's detector, of `modelPackage`.
  case detector = 5
  /// BlazePose's landmark model (full), of `modelPackage`.
  case landmarks = 6

  /// The packages of PyPI that they are from.
  public static let runtimePackage = "ai-edge-litert 2.3.0"
  public static let modelPackage = "mediapipe 0.10.21"

  /// The descriptor under which the parent hands it to a worker.
  public var descriptor: Int32 { rawValue }

  public var name: String {
    switch self {
    case .runtime: "libLiteRt.so"
    case .detector: "pose_detection.tflite"
    case .landmarks: "pose_landmark_full.tflite"
    }
  }

  public var byteCount: Int {
    switch self {
    case .runtime: Self.pinnedRuntime.byteCount
    case .detector: 2_959_046
    case .landmarks: 6_440_512
    }
  }

  /// In hexadecimal.
  public var sha256: String {
    switch self {
    case .runtime: Self.pinnedRuntime.sha256
    case .detector: "9ba9dd3d42efaaba86b4ff0122b06f29c4122e756b329d89dca1e297fd8f866c"
    case .landmarks: "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f"
    }
  }

  #if arch(arm64)
    // Pinned from its wheel; nobody has run it yet.
    private static let pinnedRuntime = (
      byteCount: 5_991_672, sha256: "b57687dc234d2b8b0598aef5a9c961ed24263df8f8b3f56adbee1cff618e544b"
    )
  #else
    private static let pinnedRuntime = (
      byteCount: 8_039_424, sha256: "eec47eb35e2924b3166015887e652a58edc9af823ae38e02bf83bef2548300bb"
    )
  #endif

  /// The exit status of a worker that was given another file in its place.
  public var refusalStatus: Int32 { 40 + rawValue }

  /// The exit status of a worker for which the right files do not work on this machine.
  public static let unusableStatus: Int32 = 50
}
