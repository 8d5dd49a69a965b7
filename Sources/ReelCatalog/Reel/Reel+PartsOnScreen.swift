import MediaFacts

extension Reel {
  /// The parts of a compilation, as the titles on its picture cut it, by the tags that the reel has: each from its title to
  /// the next one's, two or more; empty for any other reel. It needs the reel's evidence.
  public var partsOnScreen: [OnScreen.Part] {
    guard let onScreen else { return [] }
    var named: [Evidence: Set<String>] = [:]
    for tag in tagging.tags where tag.facet == .exercise {
      for match in tag.matches where evidence.indices.contains(match.evidence) {
        let text = evidence[match.evidence]
        if text.source == .onScreen { named[text, default: []].insert(tag.value) }
      }
    }
    guard named.count > 1 else { return [] }
    return onScreen.titledParts(until: video?.durationMilliseconds) { named[$0] ?? [] }
  }
}

extension OnScreen {
  /// How long two titles may be seen together while one gives way to the other.
  private static let longestFade = 1000

  /// - Parameter exercises: What a text of the picture names.
  fileprivate func titledParts(until end: Int?, naming exercises: (Evidence) -> Set<String>) -> [Part] {
    var titles: [(exercise: String?, seen: ClosedRange<Int>)] = []
    for block in ScreenBlock.blocks(of: lines) {
      let named = exercises(Self.evidence(block))
      guard !named.isEmpty else { continue }
      // A list of several exercises is the title of none.
      titles += block.moments.map { (named.count == 1 ? named.first : nil, $0) }
    }
    titles.sort { ($0.seen.lowerBound, $0.seen.upperBound) < ($1.seen.lowerBound, $1.seen.upperBound) }
    let cuts = titles.filter { title in
      !titles.contains { other in
        other.exercise != title.exercise
          && min(other.seen.upperBound, title.seen.upperBound) - max(other.seen.lowerBound, title.seen.lowerBound)
            > Self.longestFade
      }
    }
    var starts: [(exercise: String, start: Int)] = []
    for cut in cuts {
      guard let exercise = cut.exercise, starts.last?.exercise != exercise else { continue }
      starts.append((exercise, cut.seen.lowerBound))
    }
    guard starts.count > 1 else { return [] }
    let last = max(end ?? 0, cuts.last?.seen.upperBound ?? 0)
    return starts.indices.map { place in
      let next = place + 1 < starts.count ? starts[place + 1].start : last
      return Part(exercise: starts[place].exercise, milliseconds: starts[place].start...max(starts[place].start, next))
    }
  }
}
