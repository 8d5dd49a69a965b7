/// A family of workers: each loads its own libraries before its jail closes.
public enum WorkerKind: UInt8, Sendable, CaseIterable {
  /// FFmpeg's demuxers and decoders.
  case media = 1
}
