import MediaFacts
public import ReelCatalog

/// What a run has to do, from one look at the folder and what the catalog remembers: values to values.
public struct IndexPlan: Sendable, Equatable {
  /// A file to look into.
  public struct Examination: Sendable, Equatable {
    public let file: FoundFile
    /// The reel that this path held before, when it is not new.
    public let previousReel: Int?
  }

  /// A path that took over the file of another.
  public struct Move: Sendable, Equatable {
    public let from: PathBytes
    public let to: FoundFile
    public let reel: Int
  }

  public var unchangedCount = 0
  /// Failures that were known before and are not tried again.
  public var knownFailureCount = 0
  public var moves: [Move] = []
  public var examinations: [Examination] = []
  /// Known paths that are there again as they were.
  public var returned: [PathBytes] = []
  /// Known paths that are no longer there.
  public var gone: [PathBytes] = []
  /// How many paths were there at the last look.
  public var knownCount = 0

  /// - Parameters:
  ///   - walk: The look at the folder.
  ///   - candidates: Its files that may be videos.
  ///   - stored: What the catalog remembers, gone paths included.
  ///   - factsVersion: The version of the facts reader; reels read by another are read again.
  ///   - retryingFailures: Whether failed files are tried again although they did not change.
  public init(
    walk: FolderWalk, candidates: [FoundFile], stored: [StoredFile], factsVersion: Int, retryingFailures: Bool
  ) {
    let storedByPath = Dictionary(stored.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let foundByPath = Dictionary(candidates.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    knownCount = stored.count { !$0.isGone }

    // A stored file whose own path no longer holds it may have been renamed: it can be claimed once.
    var adrift: [FileIdentity: [StoredFile]] = [:]
    for file in stored where foundByPath[file.path]?.stamp.identity != file.stamp.identity {
      adrift[file.stamp.identity, default: []].append(file)
    }

    for found in candidates {
      let known = storedByPath[found.path]
      if let known, known.stamp == found.stamp, known.isSettled, known.factsVersion == factsVersion {
        if known.isGone { returned.append(known.path) }
        if known.status == .ok {
          unchangedCount += 1
        } else if retryingFailures {
          examinations.append(Examination(file: found, previousReel: known.reel))
        } else {
          knownFailureCount += 1
        }
      } else if let moved = Self.claim(found, from: &adrift, factsVersion) {
        moves.append(Move(from: moved.path, to: found, reel: moved.reel))
      } else {
        examinations.append(Examination(file: found, previousReel: known?.reel))
      }
    }

    let movedFrom = Set(moves.map(\.from))
    gone = stored.filter { file in
      !file.isGone && foundByPath[file.path] == nil && !movedFrom.contains(file.path) && !walk.isHidden(file.path)
    }.map(\.path)
  }

  /// Whether so much is missing that the folder itself may be: more than a fifth, and more than ten.
  public static func isTooMuch(missing: Int, ofKnown known: Int) -> Bool { missing > 10 && missing * 5 > known }

  private static func claim(
    _ found: FoundFile, from adrift: inout [FileIdentity: [StoredFile]], _ factsVersion: Int
  ) -> StoredFile? {
    guard found.isRegular, var files = adrift[found.stamp.identity],
      let index = files.firstIndex(where: { $0.status == .ok && $0.factsVersion == factsVersion && $0.isSettled })
    else { return nil }
    let claimed = files.remove(at: index)
    adrift[found.stamp.identity] = files
    return claimed
  }
}
