import MediaFacts
public import ReelCatalog

/// What a run has to do, from one walk of the folder and what the catalog remembers: values to values.
public struct IndexPlan: Sendable, Equatable {
  /// A file to read.
  public struct Visit: Sendable, Equatable {
    public let file: FoundFile
    /// The reel that this path held before; nil for a new path.
    public let previousReel: Int?
  }

  public var unchangedCount = 0
  /// Known failures that are not tried again.
  public var knownFailureCount = 0
  public var moves: [MovedFile] = []
  public var visits: [Visit] = []
  /// Known paths that have come back unchanged.
  public var returned: [PathBytes] = []
  /// Known paths that have disappeared.
  public var gone: [PathBytes] = []
  /// How many paths there were last time.
  public var knownCount = 0

  /// Whether no file has come, gone or changed.
  var isQuiet: Bool { moves.isEmpty && visits.isEmpty && returned.isEmpty && gone.isEmpty }

  /// - Parameters:
  ///   - candidates: Files of the folder that may be videos, sorted by path.
  ///   - unseen: Files and folders that could not be read: what is known of them does not change.
  ///   - stored: What the catalog remembers, gone paths included, sorted by path.
  ///   - factsVersion: The version of the facts reader; reels read by another are read again.
  ///   - retryingFailures: Whether to try failed files again although they did not change.
  public init(
    candidates: [FoundFile], unseen: [PathBytes], stored: [StoredFile], factsVersion: Int, retryingFailures: Bool
  ) {
    knownCount = stored.count { !$0.isGone }
    let pairing = Pairing(candidates, stored)

    // A stored file whose own path no longer holds it may have been renamed: it can be claimed once.
    var adrift: [FileIdentity: [StoredFile]] = [:]
    for place in pairing.missing { adrift[stored[place].stamp.identity, default: []].append(stored[place]) }
    for (found, place) in zip(candidates, pairing.places) {
      guard let place, stored[place].stamp.identity != found.stamp.identity else { continue }
      adrift[stored[place].stamp.identity, default: []].append(stored[place])
    }

    for (found, place) in zip(candidates, pairing.places) {
      let known = place.map { stored[$0] }
      if let known, known.stamp == found.stamp, known.isSettled, known.factsVersion == factsVersion {
        if known.isGone { returned.append(known.path) }
        if known.status == .ok {
          unchangedCount += 1
        } else if retryingFailures {
          visits.append(Visit(file: found, previousReel: known.reel))
        } else {
          knownFailureCount += 1
        }
      } else if let moved = Self.claim(found, from: &adrift, factsVersion) {
        moves.append(MovedFile(from: moved.path, to: found, reel: moved.reel))
      } else {
        visits.append(Visit(file: found, previousReel: known?.reel))
      }
    }

    let movedFrom = Set(moves.map(\.from))
    gone = pairing.missing.map { stored[$0] }.filter { file in
      !file.isGone && !movedFrom.contains(file.path) && !file.path.isHidden(by: unseen)
    }.map(\.path)
  }

  /// Which stored file each candidate is, by path. Both lists are sorted, so one pass is enough.
  private struct Pairing {
    /// For each candidate its place among the stored; nil when it has none.
    var places: [Int?] = []
    /// The stored files that no candidate is.
    var missing: [Int] = []

    init(_ candidates: [FoundFile], _ stored: [StoredFile]) {
      places.reserveCapacity(candidates.count)
      var next = 0
      for found in candidates {
        while next < stored.count, stored[next].path < found.path {
          missing.append(next)
          next += 1
        }
        let isKnown = next < stored.count && stored[next].path == found.path
        places.append(isKnown ? next : nil)
        if isKnown { next += 1 }
      }
      missing += next..<stored.count
    }
  }

  /// Whether so much is missing that the folder itself may be: more than a fifth and more than ten.
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
