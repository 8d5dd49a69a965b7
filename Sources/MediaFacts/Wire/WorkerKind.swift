/// A family of workers: each loads its own libraries before its jail closes.
public enum WorkerKind: UInt8, Sendable, CaseIterable {
  /// FFmpeg's demuxers and decoders.
  case media = 1
  /// The same, and a pose model with its runtime: what a person's joints do.
  case pose = 2
  /// FFmpeg's, and Tesseract: what words the picture shows.
  case text = 3
  /// Both, so that one decoding serves both.
  case poseAndText = 4

  /// What a worker of this kind can be asked for, all of it and nothing else.
  public var products: Set<Product> {
    switch self {
    case .media: [.facts, .still, .subtitles, .traces, .copy]
    case .pose: [.pose]
    case .text: [.text]
    case .poseAndText: [.pose, .text]
    }
  }

  /// The word that starts a worker of this kind; nil for the kind that needs none.
  public var argument: String? {
    switch self {
    case .media: nil
    case .pose: "pose"
    case .text: "text"
    case .poseAndText: "pose+text"
    }
  }
}
