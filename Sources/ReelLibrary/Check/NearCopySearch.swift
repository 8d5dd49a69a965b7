import MediaFacts
public import ReelCatalog
import ReelPose

/// Finds near-copies among reels whose picture was looked at, from what the catalog keeps of it; opens no video.
public struct NearCopySearch {
  private let store: ReelStore

  public init(_ folder: LibraryFolder) throws(LibraryError) { store = try ReelStore(folder, for: .read) }

  /// Looks for near-copies among some reels.
  ///
  /// - Parameter reels: Gone and unreadable ones are skipped, and those that aren't looked at because they belong to a photo
  ///   or a larger film.
  public func report(on reels: [Reel]) throws(LibraryError) -> NearCopyReport {
    let reels = reels.filter { !$0.isGone && $0.status == .ok && $0.kind == nil }
    var report = NearCopyReport()
    var looks: [TakeLook] = []
    var looked: [Reel] = []
    let signatures = Dictionary(uniqueKeysWithValues: try store.movingReels().map { ($0.id, $0.signature) })
    for start in stride(from: 0, to: reels.count, by: Self.groupSize) {
      let group = Array(reels[start..<min(start + Self.groupSize, reels.count)])
      let tracks = try store.packedTracks(of: group.map(\.id))
      let items = zip(group, tracks).map { (track: $1, signature: signatures[$0.id]) }
      for (reel, compared) in zip(group, AllCores.map(items) { Self.compared($0.track, $0.signature) }) {
        switch compared {
        case .unseen: report.unseenCount += 1
        case .unclear: report.unclearCount += 1
        case .look(let look):
          looks.append(look)
          looked.append(reel)
        }
      }
    }
    let pairs = NearCopy.candidates(among: looks)
    let motions = try motions(of: Set(pairs.flatMap { [$0.first, $0.second] }).sorted(), looked)
    let copies = AllCores.map(pairs) { pair -> NearCopy? in
      guard let one = motions[pair.first], let other = motions[pair.second] else { return nil }
      return NearCopy(pair, one, other)
    }
    let links = zip(pairs, copies).compactMap { pair, copy in copy.map { (pair.first, pair.second, $0.isMirrored) } }
    report.groups = Self.groups(links, of: looked)
    return report
  }

  private static let groupSize = 500

  private enum Compared: Sendable {
    case unseen, unclear
    case look(TakeLook)
  }

  private static func compared(_ packed: [UInt8]?, _ signature: Signature?) -> Compared {
    guard let track = packed.flatMap({ LandmarkTrack(packed: $0) }) else { return .unseen }
    guard let signature else { return .unclear }
    return .look(TakeLook(signature, of: track))
  }

  /// How the bodies of some reels move, by the reels' places.
  private func motions(of places: [Int], _ reels: [Reel]) throws(LibraryError) -> [Int: TakeMotion] {
    var motions: [Int: TakeMotion] = [:]
    for start in stride(from: 0, to: places.count, by: Self.groupSize) {
      let group = Array(places[start..<min(start + Self.groupSize, places.count)])
      let tracks = try store.packedTracks(of: group.map { reels[$0].id })
      let found = AllCores.map(tracks) { $0.flatMap { LandmarkTrack(packed: $0) }.flatMap { TakeMotion($0) } }
      for (place, motion) in zip(group, found) { motions[place] = motion }
    }
    return motions
  }

  /// Reels that are linked, directly or through others.
  private static func groups(
    _ links: [(first: Int, second: Int, isMirrored: Bool)], of reels: [Reel]
  ) -> [NearCopyReport.Group] {
    var neighbours: [Int: [(place: Int, isMirrored: Bool)]] = [:]
    for link in links {
      neighbours[link.first, default: []].append((link.second, link.isMirrored))
      neighbours[link.second, default: []].append((link.first, link.isMirrored))
    }
    let order = neighbours.keys.sorted { reels[$0].isBetterCopy(than: reels[$1]) }
    var done: Set<Int> = []
    var groups: [NearCopyReport.Group] = []
    for first in order where done.insert(first).inserted {
      var members = [(place: first, isMirrored: false)]
      var next = 0
      while next < members.count {
        let member = members[next]
        next += 1
        for neighbour in neighbours[member.place] ?? [] where done.insert(neighbour.place).inserted {
          members.append((neighbour.place, neighbour.isMirrored != member.isMirrored))
        }
      }
      let sorted = members.sorted { reels[$0.place].isBetterCopy(than: reels[$1.place]) }
      groups.append(
        NearCopyReport.Group(
          copies: sorted.map { NearCopyReport.Copy(reel: reels[$0.place], isMirrored: $0.isMirrored) }))
    }
    return groups.sorted { $0.copies[0].reel.firstPath < $1.copies[0].reel.firstPath }
  }
}

extension Reel {
  /// The larger picture first, then the larger file.
  fileprivate func isBetterCopy(than other: Reel) -> Bool {
    func pointCount(_ reel: Reel) -> Int { reel.video.map { $0.displaySize.width * $0.displaySize.height } ?? 0 }
    let (one, two) = (pointCount(self), pointCount(other))
    if one != two { return one > two }
    if byteCount != other.byteCount { return byteCount > other.byteCount }
    return firstPath < other.firstPath
  }
}
