import MediaFacts

extension Playlist {
  /// A reel that somebody chose, and how it plays.
  public struct Choice: Sendable {
    public let reel: Reel
    /// Its title there, with side and cue as our writers put them; nil takes the exercise's name.
    public var title: String?
    /// The group it is in; empty for none.
    public var block = ""
    /// The moment to start at, in milliseconds from the start of the video; nil means where the reel starts.
    public var startMilliseconds: Int?
    /// The moment to stop at, in milliseconds from the start of the video; nil means where the reel ends.
    public var endMilliseconds: Int?
    /// How often it plays, from 1.
    public var plays = 1
    /// How long it plays, from 1; nil means as long as its plays take.
    public var seconds: Int?

    public init(_ reel: Reel) { self.reel = reel }
  }

  /// Plays what somebody chose, in that order.
  ///
  /// - Parameters:
  ///   - title: What is shown above it.
  ///   - choices: In playing order; reels without a usable part are left out.
  ///   - vocabulary: For the names of exercises.
  public init(titled title: String, choices: [Choice], vocabulary: Vocabulary) {
    self.init(
      titled: title, entries: choices.compactMap { Entry($0, vocabulary) }.enumerated().map { $1.inSlot($0) },
      vocabulary: vocabulary)
  }
}

extension Playlist.Entry {
  /// Nil if nothing of the reel is left to play.
  fileprivate init?(_ choice: Playlist.Choice, _ vocabulary: Vocabulary) {
    guard let whole = Playlist.Entry(choice.reel, vocabulary: vocabulary),
      let duration = choice.reel.video?.durationMilliseconds
    else { return nil }
    let start = choice.startMilliseconds ?? whole.part.lowerBound
    let end = min(choice.endMilliseconds ?? whole.part.upperBound, duration)
    guard start >= 0, start < end else { return nil }
    let words = choice.title.map(TitleWords.init)
    let plays = max(choice.plays, 1)
    self.init(
      reel: whole.reel, path: whole.path, slot: 0, exercise: whole.exercise, title: words?.title ?? whole.title,
      block: choice.block, side: words?.side ?? whole.side, sets: 1,
      seconds: choice.seconds ?? max(1, ((end - start) * plays + 500) / 1000), part: start..<end,
      isCut: end < duration, plays: plays, transitionSeconds: 0, cue: words?.cue, video: whole.video)
  }
}

/// A title as our writers put it, `Couch Stretch (left, switch sides)`, split into its parts.
private struct TitleWords {
  let title: String
  private(set) var side: ReelSide?
  private(set) var cue: String?

  init(_ text: String) {
    let parts = text.hasSuffix(")") ? text.dropLast().components(before: " (") : nil
    let details = parts.map { $0.after.split(separator: ", ").map(String.init) } ?? []
    side = details.first.flatMap(ReelSide.init)
    cue = details.dropFirst().first
    let isOurs = side != nil && details.count <= 2
    if !isOurs { (side, cue) = (nil, nil) }
    title = isOurs ? parts.map { String($0.before) } ?? text : text
  }
}

extension Substring {
  /// The text before and after the last place of a separator; nil without one.
  fileprivate func components(before separator: String) -> (before: Substring, after: Substring)? {
    ranges(of: separator).last.map { (self[..<$0.lowerBound], self[$0.upperBound...]) }
  }
}
