import MediaFacts

extension Query {
  /// Whether a reel matches.
  public func matches(_ reel: Reel, now: QueryNow) -> Bool {
    (includesGone || !reel.isGone) && Self.matches(expression, reel, now)
  }

  /// The reels that match, sorted and limited.
  public func results(_ reels: some Sequence<Reel>, now: QueryNow) -> [Reel] {
    let sorted = sorted(reels.filter { matches($0, now: now) })
    return limit.map { Array(sorted.prefix($0)) } ?? sorted
  }

  /// The reels in the query's order.
  public func sorted(_ reels: some Sequence<Reel>) -> [Reel] {
    reels.sorted { one, other in
      for order in order {
        switch order.compare(one, other) {
        case .before: return true
        case .after: return false
        case .equal: continue
        }
      }
      let (path, otherPath) = (one.firstPath, other.firstPath)
      return path == otherPath ? one.id < other.id : path < otherPath
    }
  }

  private static func matches(_ expression: Expression, _ reel: Reel, _ now: QueryNow) -> Bool {
    switch expression {
    case .all(let parts): parts.allSatisfy { matches($0, reel, now) }
    case .any(let parts): parts.contains { matches($0, reel, now) }
    case .not(let part): !matches(part, reel, now)
    case .term(let term): term.matches(reel, now: now)
    }
  }
}

extension QueryTerm {
  /// The reel's answer.
  func matches(_ reel: Reel, now: QueryNow) -> Bool {
    switch self {
    case .words(let pattern): pattern.matches(ReelWords(reel))
    case .text(let field, let pattern): reel.texts(field).contains { pattern.matches($0, isFolded: field.isFolded) }
    case .number(let field, let range): reel.number(field).map(range.contains) ?? false
    case .date(.recorded, let range):
      reel.recorded.map { date in
        range.wallSeconds(at: now).contains(date.wallSeconds(offset: now.offset(at: date.unixSeconds)))
      } ?? false
    case .date(let field, let range): reel.date(field).map(range.unixSeconds(at: now).contains) ?? false
    case .tag(let pattern): reel.tagging.tags.contains(where: pattern.matches)
    case .status(let statuses): statuses.contains(reel.status)
    case .orientation(let orientations):
      reel.video.map { orientations.contains(Orientation($0.displaySize)) } ?? false
    case .kind(let kinds): kinds.contains(reel.kind)
    case .isFavourite: reel.personal.isFavourite
    case .isTagged: !reel.tagging.tags.isEmpty
    case .isGone: reel.isGone
    case .isContradicted: reel.contradictsPicture
    case .isKnown(let field): reel.knows(field)
    }
  }
}

extension TextPattern {
  fileprivate func matches(_ text: String, isFolded: Bool) -> Bool {
    switch self {
    case .contains(let piece): FoldedText(text).text.utf8.contains(piece.utf8)
    case .begins(let start): text.utf8.starts(with: start.utf8)
    case .oneOf(let values): values.contains { $0.utf8.elementsEqual(text.utf8) }
    case .glob(let glob): glob.matches(isFolded ? FoldedText(text).text : text)
    }
  }
}

extension QueryField.Text {
  /// Whether patterns look at the folded text.
  public var isFolded: Bool { [.path, .folder, .name, .note, .onScreen].contains(self) }
}

extension Reel {
  /// The path that represents the reel where only one can.
  public var firstPath: PathBytes { paths.first ?? PathBytes("") }

  /// What a question about a text is asked of: all of its paths, where it is about one.
  fileprivate func texts(_ field: QueryField.Text) -> [String] {
    switch field {
    case .path: paths.map(\.text)
    case .folder: paths.map(\.parent.text)
    case .name: paths.map(\.lastComponent.text)
    case .onScreen: evidence.filter { $0.source == .onScreen }.map(\.text)
    case .id, .note, .codec, .audio, .container, .oshash, .alike: text(field).map { [$0] } ?? []
    }
  }

  func text(_ field: QueryField.Text) -> String? {
    switch field {
    case .id: id.text
    case .path: firstPath.text
    case .folder: firstPath.parent.text
    case .name: firstPath.lastComponent.text
    case .note: personal.note
    case .onScreen: evidence.first { $0.source == .onScreen }?.text
    case .codec: video?.videoCodec
    case .alike: alike?.exercise
    case .audio: video?.audioCodec
    case .container: video?.container
    case .oshash: oshash.map(OSHash.text)
    }
  }

  func number(_ field: QueryField.Number) -> Int? {
    switch field {
    case .duration: video?.durationMilliseconds
    case .width: video?.displaySize.width
    case .height: video?.displaySize.height
    case .size: byteCount
    case .rotation: video?.rotation
    case .fps: video?.frameRate.map { $0.numerator * 1000 / $0.denominator }
    case .rating: personal.rating
    case .confidence: tagging.tags.map(\.confidence.permille).max()
    case .reps: repetitions
    }
  }

  fileprivate func date(_ field: QueryField.Date) -> Int? {
    switch field {
    case .recorded: recorded?.unixSeconds
    case .added: addedUnixSeconds
    }
  }

  fileprivate func knows(_ field: QueryField) -> Bool {
    switch field.kind {
    case .text(let text): self.text(text) != nil
    case .number(let number): self.number(number) != nil
    case .date(let date): self.date(date) != nil
    case .tag(let facet): tagging.tags.contains { $0.facet == facet }
    case .orientation: video != nil
    case .conflict: contradictsPicture
    case .status, .favourite, .tagged, .gone, .companion, .words: true
    }
  }
}

extension QueryOrder {
  fileprivate enum Comparison { case before, equal, after }

  fileprivate func compare(_ one: Reel, _ other: Reel) -> Comparison {
    switch key {
    case .id: compare(one.id.text, other.id.text)
    case .path: directed(one.firstPath, other.firstPath)
    case .name:
      compare(FoldedText(one.firstPath.lastComponent.text).text, FoldedText(other.firstPath.lastComponent.text).text)
    case .note: compare(Self.sortText(one.personal.note), Self.sortText(other.personal.note))
    case .rating: compare(one.number(.rating), other.number(.rating))
    case .favourite: compare(one.personal.isFavourite ? 1 : 0, other.personal.isFavourite ? 1 : 0)
    case .duration: compare(one.number(.duration), other.number(.duration))
    case .width: compare(one.number(.width), other.number(.width))
    case .height: compare(one.number(.height), other.number(.height))
    case .size: compare(one.number(.size), other.number(.size))
    case .fps: compare(one.number(.fps), other.number(.fps))
    case .confidence: compare(one.number(.confidence), other.number(.confidence))
    case .recorded: compare(one.date(.recorded), other.date(.recorded))
    case .added: compare(one.date(.added), other.date(.added))
    case .random: directed(Self.draw(one.id.text, seed: seed), Self.draw(other.id.text, seed: seed))
    }
  }

  private func compare<Value: Comparable>(_ one: Value?, _ other: Value?) -> Comparison {
    switch (one, other) {
    case (nil, nil): .equal
    case (nil, _): .after
    case (_, nil): .before
    case (let one?, let other?): directed(one, other)
    }
  }

  private static func sortText(_ text: String?) -> PathBytes? { text.map { PathBytes(FoldedText($0).text) } }

  /// Byte by byte, as SQLite compares, not as Swift does, for which two spellings of `é` are equal.
  private func compare(_ one: String, _ other: String) -> Comparison {
    directed(PathBytes(one), PathBytes(other))
  }

  private func directed<Value: Comparable>(_ one: Value, _ other: Value) -> Comparison {
    one == other ? .equal : (one < other) == isDescending ? .after : .before
  }
}
