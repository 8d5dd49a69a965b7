public import MediaFacts

/// What a catalog holds, in numbers.
public struct CatalogStatus: Sendable {
  /// Reels that are present and readable.
  public let reels: Int
  /// Those of them with any tag: what `tagged:yes` finds.
  public let tagged: Int
  /// Their playing time, in milliseconds.
  public let milliseconds: Int
  /// Reels whose files are missing.
  public let gone: Int
  /// Files that are present but couldn't be read, by status, in the order of `FileStatus`; no zeros.
  public let failures: [(status: FileStatus, count: Int)]

  public init(_ reels: [Reel]) {
    let there = reels.filter { !$0.isGone }
    let good = there.filter { $0.status == .ok }
    self.reels = good.count
    tagged = good.count { !$0.tagging.tags.isEmpty }
    milliseconds = good.reduce(0) { $0 + ($1.video?.durationMilliseconds ?? 0) }
    gone = reels.count - there.count
    failures = FileStatus.allCases.filter { $0 != .ok }.compactMap { status in
      let count = there.count { $0.status == status }
      return count == 0 ? nil : (status, count)
    }
  }
}
