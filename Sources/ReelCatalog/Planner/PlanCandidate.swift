import MediaFacts

/// One reel as the planner sees it.
public struct PlanCandidate: Sendable {
  public let reel: ReelID
  public let kind: PlanKind
  /// Nil if unknown.
  public let side: ReelSide?
  /// The part that can be played, in milliseconds; nil if unknown.
  public let windowMilliseconds: Int?
  /// How sure the tags behind the choice are.
  public let confidence: Confidence
  public let isFavourite: Bool
  /// How recently it was played, from 0 for never to 1000.
  public let staleness: Int

  /// A `staleness` outside 0...1000 is clamped.
  public init(
    reel: ReelID, kind: PlanKind, side: ReelSide? = nil, windowMilliseconds: Int?,
    confidence: Confidence = .certain, isFavourite: Bool = false, staleness: Int = 0
  ) {
    self.reel = reel
    self.kind = kind
    self.side = side
    self.windowMilliseconds = windowMilliseconds
    self.confidence = confidence
    self.isFavourite = isFavourite
    self.staleness = min(max(staleness, 0), 1000)
  }

  /// Takes a reel of the catalog; nil if it can't be played: gone, not read yet, or with a
  /// status other than `ok`, or if it is half of a photo or a proxy.
  ///
  /// - Parameters:
  ///   - kinds: What the vocabulary knows; it learns from each reel.
  ///   - staleness: How recently it was played, 0...1000.
  ///   - takesEveryKind: Whether halves of photos and proxies are as good as others.
  public init?(_ reel: Reel, kinds: inout PlanKinds, staleness: Int = 0, takesEveryKind: Bool = false) {
    guard takesEveryKind || reel.kind == nil else { return nil }
    self.init(reel, kind: kinds.kind(of: reel), staleness: staleness)
  }

  /// Takes one reel of the catalog; for thousands, `PlanKinds` is quicker.
  public init?(_ reel: Reel, vocabulary: Vocabulary) {
    var kinds = PlanKinds(reel.tagging.values(.exercise).compactMap(vocabulary.exercise), in: vocabulary)
    self.init(reel, kind: kinds.kind(of: reel), staleness: 0)
  }

  private init?(_ reel: Reel, kind: PlanKind, staleness: Int) {
    guard !reel.isGone, !reel.awaitsIndex, reel.status == .ok else { return nil }
    let facets: [Facet] = kind.exercise == nil ? [.movement, .mode] : [.exercise]
    self.init(
      reel: reel.id, kind: kind, side: reel.tagging.values(.side).first.flatMap(ReelSide.init),
      windowMilliseconds: reel.playableRange?.count, confidence: reel.tagging.leastSure(facets),
      isFavourite: reel.personal.isFavourite, staleness: staleness)
  }

  /// The vocabulary's exercise; nil makes the reel its own exercise.
  public var exercise: String? { kind.exercise }

  public var traits: PlanTraits { kind.traits }

  /// The shortest part of a reel that is worth playing, in milliseconds.
  public static let shortestWindow = 2000

  /// Whether it can fill a slot at all.
  var isPlayable: Bool { (windowMilliseconds ?? 0) >= Self.shortestWindow }

  /// The whole seconds it plays when it is played once, at most an hour.
  var seconds: Int { min((windowMilliseconds ?? 0) / 1000, 3600) }
}

extension Tagging {
  /// The lowest among the best confidences of the facets that have a tag; 0 when none has.
  fileprivate func leastSure(_ facets: [Facet]) -> Confidence {
    facets.compactMap { facet in tags.first { $0.facet == facet }?.confidence }.min() ?? Confidence(permille: 0)
  }
}

extension Reel {
  /// The part to play, in milliseconds from the start of the video: what the person trimmed it to, else the working part
  /// where that is wanted, else all of it.
  ///
  /// Nil if the playing time is unknown, or if nothing is left of it.
  public var playableRange: Range<Int>? {
    guard let duration = video?.durationMilliseconds, duration > 0 else { return nil }
    let notes = personal
    let start = max(0, notes.startMilliseconds ?? 0)
    let end = min(duration, notes.endMilliseconds ?? duration)
    if notes.startMilliseconds == nil, notes.endMilliseconds == nil, let part = wantedPart {
      let (from, to) = (max(0, part.lowerBound), min(duration, part.upperBound))
      if to - from >= PlanCandidate.shortestWindow { return from..<to }
    }
    return start < end ? start..<end : nil
  }
}
