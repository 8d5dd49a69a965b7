import MediaFacts
import ReelCatalog

/// What was seen in a reel's picture, for the pages: numbers and words, and what is only likely apart from what is sure.
extension Gallery {
  /// How far from the moment of the figure the still may be to be drawn on, in milliseconds.
  private static let stillTolerance = 150
  private static let mostExercises = 3

  /// What one reel's page shows of it; nothing where nobody looked.
  static func writeSeen(_ reel: Reel, to json: inout JSONText) {
    guard let seen = reel.seen else { return }
    json.member("seen") { json in
      json.object { json in
        json.member("gate", seen.gate?.rawValue)
        guard seen.gate == nil else { return }
        if let position = seen.position, position.isTag { json.member("position", position.value.rawValue) }
        if let movement = seen.movement, movement.isTag { json.member("movement", movement.value.rawValue) }
        json.member("words", seen.pattern?.words)
        if let count = seen.repetitions, count >= 2 { json.member("times", count) }
        json.member("endMs", seen.endRangeMilliseconds)
        if let part = seen.workingPart { writeNumbers("part", [part.lowerBound, part.upperBound], to: &json) }
        if seen.endRangeMilliseconds != nil, seen.figure.count == Joint.allCases.count {
          writeNumbers("figure", seen.figure.flatMap { [$0.x, $0.y] }, to: &json)
          if isStillAtEndRange(reel, seen) { json.member("onStill", true) }
        }
        writeSuggestions("perhaps", of: reel, to: &json)
        if reel.contradictsPicture { json.member("conflict", true) }
      }
    }
  }

  /// What the grid shows of a reel that would otherwise say nothing.
  static func writeGuess(about reel: Reel, to json: inout JSONText) {
    guard !reel.tagging.tags.contains(where: { $0.facet == .exercise || $0.facet == .movement }) else { return }
    writeSuggestions("perhaps", of: reel, to: &json)
  }

  /// Pairs of a kind and a value, the likeliest exercises first.
  private static func writeSuggestions(_ name: String, of reel: Reel, to json: inout JSONText) {
    let suggestions = suggestions(about: reel)
    guard !suggestions.isEmpty else { return }
    json.member(name) { json in
      json.array { json in
        for (facet, value) in suggestions {
          json.array { json in
            json.value(facet.rawValue)
            json.value(value)
          }
        }
      }
    }
  }

  /// No tag is among them, and nothing that the person denied; and none of a kind that has a tag, unless the words
  /// contradict the picture.
  private static func suggestions(about reel: Reel) -> [(Facet, String)] {
    guard let seen = reel.seen, seen.gate == nil else { return [] }
    let own = reel.alike.map { [$0.exercise] } ?? []
    var suggestions = (own + seen.exercises.map(\.exercise).filter { !own.contains($0) }).prefix(mostExercises)
      .map { (Facet.exercise, $0) }
    if let movement = seen.movement, !movement.isTag { suggestions.append((.movement, movement.value.rawValue)) }
    if let position = seen.position, !position.isTag { suggestions.append((.position, position.value.rawValue)) }
    return suggestions.filter { facet, value in
      let known = reel.tagging.tags.filter { $0.facet == facet }
      let isOpen = reel.contradictsPicture && !known.contains { $0.confidence == .certain || $0.value == value }
      return (known.isEmpty || isOpen) && !reel.edits.contains { $0.denies(facet, value) }
    }
  }

  private static func isStillAtEndRange(_ reel: Reel, _ seen: Seen) -> Bool {
    guard let end = seen.endRangeMilliseconds, let still = reel.thumbnailMilliseconds else { return false }
    return reel.hasThumbnail && abs(still - end) <= stillTolerance
  }

  private static func writeNumbers(_ name: String, _ numbers: [Int], to json: inout JSONText) {
    json.member(name) { json in json.array { json in for number in numbers { json.value(number) } } }
  }
}

extension Edit {
  fileprivate func denies(_ facet: Facet, _ value: String) -> Bool {
    if change == .setExercise(nil) { return facet == .exercise }
    return deniedTag?.facet == facet && deniedTag?.value == value
  }
}
