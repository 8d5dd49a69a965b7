/// What a worker process allows itself, set by it at its start (docs/SAFETY.md, section 6).
public struct WorkerLimits: Sendable, Equatable {
  public let addressSpaceByteCount: Int
  /// Processor time over the worker's whole life; the pool replaces it long before.
  public let cpuSeconds: Int

  /// 1 GiB: FFmpeg's libraries alone take 200 MB of it.
  public static let media = WorkerLimits(addressSpaceByteCount: 1 << 30, cpuSeconds: 300)
  /// 768 MiB: libraries and model take 280 MiB of it, a film in 4K 140 MiB more, one with ten bits twice that. It makes no
  /// index of a whole film, so it can do with less than the other kind.
  public static let pose = WorkerLimits(addressSpaceByteCount: 768 << 20, cpuSeconds: 300)
  /// 768 MiB, too: FFmpeg's libraries and Tesseract with five languages take 330 MiB of it, a film in 4K up to 280 more.
  public static let text = WorkerLimits(addressSpaceByteCount: 768 << 20, cpuSeconds: 300)
  /// 1 GiB: what both need beside a film.
  public static let poseAndText = WorkerLimits(addressSpaceByteCount: 1 << 30, cpuSeconds: 300)
}

extension WorkerKind {
  /// What a worker of this kind allows itself.
  public var limits: WorkerLimits {
    switch self {
    case .media: .media
    case .pose: .pose
    case .text: .text
    case .poseAndText: .poseAndText
    }
  }
}
