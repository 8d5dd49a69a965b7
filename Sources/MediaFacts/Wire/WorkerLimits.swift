/// What a worker process allows itself, set by it at its start (docs/SAFETY.md, section 6).
public enum WorkerLimits {
  /// Address space, 1 GiB: the libraries alone take 200 MB of it.
  public static let addressSpaceByteCount = 1 << 30
  /// Processor time over the worker's whole life; the pool replaces it long before.
  public static let cpuSeconds = 300
}
