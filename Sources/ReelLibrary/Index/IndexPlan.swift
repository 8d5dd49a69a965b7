import MediaFacts
public import ReelCatalog

/// What a run has to do, from one walk of the folder and what the catalog remembers: values to values.
public struct IndexPlan: Sendable, Equatable {
  /// A file to read.
  public struct Visit: Sendable, Equatable {
    public let file: FoundFile
    /// The reel that this path held before; nil for a new path.
    public let previousReel: Int?
    /// Whether another known file was renamed to this path, over the one that it held.
    public var isRenamedOver = false
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
  /// Known paths that a name or a pattern leaves out now, although they may still be there.
  public var leftOut: [PathBytes] = []
  public var kindChanges: [KindChange] = []
  /// How many paths there were last time.
  public var knownCount = 0

  /// Whether no file has come, gone or changed.
  var isQuiet: Bool { moves.isEmpty && visits.isEmpty && returned.isEmpty && gone.isEmpty }

  /// - Parameters:
  ///   - candidates: Files of the folder that may be videos, sorted by path.
  ///   - unseen: Files and folders that could not be read: what is known of them does not change.
  ///   - leftOut: Files and folders that the walk left out.
  ///   - stored: What the catalog remembers, gone paths included, sorted by path.
  ///   - factsVersion: The version of the facts reader; reels read by another are read again.
  ///   - retryingFailures: Whether to try failed files again although they did not change.
  public init(
    candidates: [FoundFile], unseen: [PathBytes], leftOut: Set<PathBytes> = [], stored: [StoredFile],
    factsVersion: Int, retryingFailures: Bool
  ) {
    knownCount = stored.count { !$0.isGone }
    let pairing = Pairing(candidates, stored)

    let adrift = Adrift(candidates, stored, pairing, factsVersion)

    var split: Set<Int> = []
    for (number, found) in candidates.enumerated() {
      let known = pairing.places[number].map { stored[$0] }
      if let known, known.stamp == found.stamp, known.isSettled, known.factsVersion == factsVersion {
        if known.isGone { returned.append(known.path) }
        if known.reelKind != found.reelKind {
          kindChanges.append(KindChange(path: known.path, reelKind: found.reelKind))
        }
        if known.status == .ok {
          unchangedCount += 1
        } else if retryingFailures {
          visits.append(Visit(file: found, previousReel: known.reel))
        } else {
          knownFailureCount += 1
        }
      } else if let moved = adrift.claims[number].map({ stored[$0] }) {
        moves.append(MovedFile(from: moved.path, to: found, reel: moved.reel))
      } else {
        if let known, known.isShown, known.stamp.identity != found.stamp.identity { split.insert(known.reel) }
        let isRenamedOver = known != nil && adrift.missing.contains(found.stamp.identity)
        visits.append(Visit(file: found, previousReel: known?.reel, isRenamedOver: isRenamedOver))
      }
    }
    if !split.isEmpty { revisitCopies(of: split, candidates, stored, pairing) }

    let movedFrom = Set(moves.map(\.from))
    let unseen = Set(unseen)
    for file in pairing.missing.map({ stored[$0] })
    where !file.isGone && !movedFrom.contains(file.path) && !file.path.isOrLies(in: unseen) {
      if file.path.isOrLies(in: leftOut) {
        self.leftOut.append(file.path)
      } else {
        gone.append(file.path)
      }
    }
  }

  /// Has the other paths of some reels looked into again: the path that a reel is shown at holds other content now, and
  /// keeps the reel; what its copies hold becomes a reel of its own.
  private mutating func revisitCopies(
    of reels: Set<Int>, _ candidates: [FoundFile], _ stored: [StoredFile], _ pairing: Pairing
  ) {
    let visited = Set(visits.map(\.file.path))
    for (found, place) in zip(candidates, pairing.places) {
      guard let place, reels.contains(stored[place].reel), !visited.contains(found.path), !stored[place].isGone,
        stored[place].status == .ok, stored[place].stamp == found.stamp
      else { continue }
      unchangedCount -= 1
      visits.append(Visit(file: found, previousReel: nil))
    }
  }

  /// Which candidates are stored files under another path, known by what a rename keeps.
  ///
  /// A path that lives on keeps its reel, whatever is there now: what it held before was overwritten, or is an old version
  /// that another program put aside. Only where it holds another known file, and its own went to another path that is no
  /// copy's, have files changed places, and each takes its reel along.
  private struct Adrift {
    /// For each candidate the place among the stored of the file that it is; nil when it is none.
    private(set) var claims: [Int?]
    /// What is known of the files whose paths no longer exist.
    let missing: Set<FileIdentity>

    init(_ candidates: [FoundFile], _ stored: [StoredFile], _ pairing: Pairing, _ factsVersion: Int) {
      claims = Array(repeating: nil, count: candidates.count)
      missing = Set(pairing.missing.map { stored[$0].stamp.identity })
      func canBeClaimed(_ place: Int) -> Bool {
        stored[place].status == .ok && stored[place].factsVersion == factsVersion && stored[place].isSettled
      }
      func oldPlace(_ number: Int) -> Int? {
        pairing.places[number].flatMap { stored[$0].stamp.identity == candidates[number].stamp.identity ? nil : $0 }
      }
      var adrift: [FileIdentity: [Int]] = [:]
      for place in pairing.missing where canBeClaimed(place) {
        adrift[stored[place].stamp.identity, default: []].append(place)
      }
      // Known paths with another file. Those whose new file is not a known one keep their reel, and so do those whose new
      // file is claimed from one of those, and so on.
      let replaced = candidates.indices.filter { oldPlace($0) != nil }
      var sources = adrift.mapValues(\.count)
      for number in replaced {
        guard let place = oldPlace(number), canBeClaimed(place) else { continue }
        sources[stored[place].stamp.identity, default: 0] += 1
      }
      // The files that are at another path than before, or that are new.
      let arrived =
        replaced.isEmpty
        ? []
        : Set(
          candidates.indices.filter { number in
            (pairing.places[number] == nil || oldPlace(number) != nil) && !CopyName.isCopy(candidates[number].path)
          }.map { candidates[$0].stamp.identity })
      let takers = Dictionary(grouping: replaced) { candidates[$0].stamp.identity }
      var keepers: Set<Int> = []
      var waiting = replaced.filter { number in
        let hasGone = oldPlace(number).map { !arrived.contains(stored[$0].stamp.identity) } ?? false
        return hasGone || sources[candidates[number].stamp.identity, default: 0] == 0
      }
      while let number = waiting.popLast() {
        guard keepers.insert(number).inserted, let place = oldPlace(number), canBeClaimed(place) else { continue }
        let identity = stored[place].stamp.identity
        sources[identity, default: 0] -= 1
        if sources[identity] == 0 { waiting += takers[identity] ?? [] }
      }
      for number in replaced where !keepers.contains(number) {
        guard let place = oldPlace(number), canBeClaimed(place) else { continue }
        adrift[stored[place].stamp.identity, default: []].append(place)
      }
      guard !adrift.isEmpty else { return }
      for (number, found) in candidates.enumerated() where found.isRegular {
        guard !keepers.contains(number), pairing.places[number] == nil || oldPlace(number) != nil,
          let files = adrift[found.stamp.identity], let first = files.first
        else { continue }
        adrift[found.stamp.identity] = Array(files.dropFirst())
        claims[number] = first
      }
    }
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
}
