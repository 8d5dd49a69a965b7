import ReelCatalog
import ReelPose

/// What was seen in a picture, for people.
enum SeenText {
  /// For `why`, under the tags; nothing where nobody looked.
  static func lines(_ reel: Reel) -> [String] {
    guard let seen = reel.seen else { return [] }
    if let gate = seen.gate { return ["seen: nothing to say: " + words(gate)] }
    var lines = ["seen " + sentence(seen)]
    let suggestions = suggestions(seen)
    if !suggestions.isEmpty { lines.append("perhaps: " + suggestions.joined(separator: ", ")) }
    if reel.contradictsPicture { lines.append("the words say otherwise, and they win: hipreel find conflict:seen") }
    return lines
  }

  /// The reels with one name that a reel moves like, for `why` and `show`; nil where there are none.
  ///
  /// - Parameter name: What to call a reel.
  static func alike(_ reel: Reel, naming name: (ReelID) throws -> String) rethrows -> String? {
    guard let alike = reel.alike else { return nil }
    let nearest = try alike.reels.map(name)
    let rest = alike.count > nearest.count ? " and \(alike.count - nearest.count) more" : ""
    return "moves like \(HumanText.count(alike.count, "reel")) named \(alike.exercise): "
      + nearest.joined(separator: ", ") + rest
  }

  /// For `show`: names and values.
  static func facts(_ seen: Seen, _ reel: Reel) -> [(String, String)] {
    if let gate = seen.gate { return [("seen", "nothing to say: " + words(gate))] }
    var facts = [("seen", sentence(seen) + (reel.contradictsPicture ? "; the words say otherwise" : ""))]
    let suggestions = suggestions(seen)
    if !suggestions.isEmpty { facts.append(("perhaps", suggestions.joined(separator: ", "))) }
    if let part = seen.workingPart {
      facts.append(
        (
          "working part",
          "\(HumanText.clock(milliseconds: part.lowerBound)) to \(HumanText.clock(milliseconds: part.upperBound))"
        ))
    }
    return facts
  }

  /// `at 0:03–0:17: side-lying, the knees open, about 9 times; like 7 clips of clamshell`
  static func sentence(_ seen: Seen) -> String {
    let start =
      "at \(HumanText.clock(milliseconds: seen.part.lowerBound))–\(HumanText.clock(milliseconds: seen.part.upperBound)): "
    let likest = seen.exercises.first.flatMap {
      $0.clipCount > 0 ? "; like \($0.clipCount) clips of \($0.exercise)" : nil
    }
    return start + movement(seen) + (likest ?? "")
  }

  /// `side-lying, the knees open, about 9 times`
  static func movement(_ seen: Seen) -> String {
    var words: [String] = []
    if let position = seen.position, position.isTag { words.append(position.value.rawValue) }
    if let pattern = seen.pattern?.words {
      words.append(pattern)
      if let count = seen.repetitions, count >= 2 { words.append("about \(count) times") }
    }
    return words.isEmpty ? "nothing that has a name here" : words.joined(separator: ", ")
  }

  /// What is not sure enough for a tag: position, movement, and the three likeliest exercises.
  static func suggestions(_ seen: Seen) -> [String] {
    var suggestions: [String] = []
    if let position = seen.position, !position.isTag { suggestions.append(position.value.rawValue) }
    if let movement = seen.movement, !movement.isTag { suggestions.append(movement.value.rawValue) }
    return suggestions + seen.exercises.prefix(3).map(\.exercise)
  }

  /// The numbers behind what is said, and the labelled clips that move most alike.
  static func explanation(_ reading: PoseReading) -> [String] {
    let (quality, seen) = (reading.quality, reading.seen)
    var lines = [
      "pictures with the person: \(quality.trackedCount), \(percent(quality.trackedShare)) of the take;"
        + " lost in \(percent(quality.lossShare)); legs in the picture: \(percent(quality.legsShare))"
    ]
    guard seen.gate == nil else { return lines }
    if let position = reading.rulesPosition { lines.append("the rules call the posture \(position.rawValue)") }
    if !reading.rulesMovement.isEmpty {
      lines.append("the rules take it for \(reading.rulesMovement.map(\.rawValue).joined(separator: ", "))")
    }
    lines += [
      likeness("position", seen.position, \.rawValue), likeness("movement", seen.movement, \.rawValue),
      likeness("mode", seen.mode, \.rawValue),
    ].compactMap { $0 }
    if let ranges = seen.ranges {
      let text = [
        ("left hip", ranges.leftFlexion, ranges.leftAbduction),
        ("right hip", ranges.rightFlexion, ranges.rightAbduction),
      ].map { "\($0) moved about \(tens($1))° forward and back, \(tens($2))° sideways" }
      lines.append(text.joined(separator: "; "))
    }
    lines += reading.neighbours.prefix(5).map { neighbour in
      let exercises = neighbour.exercises.joined(separator: " or ")
      return "like \(exercises), \(neighbour.isDrawn ? "drawn" : "filmed"), of \(neighbour.repository): "
        + String(Int((neighbour.distance * 1000).rounded())) + " thousandths away"
    }
    return lines
  }

  private static func likeness<Value>(
    _ name: String, _ sighting: Sighting<Value>?, _ text: (Value) -> String
  ) -> String? {
    sighting.map { sighting in
      "\(name): \(text(sighting.value)), \(HumanText.percent(sighting.confidence))"
        + (sighting.isTag ? "" : ", not sure enough for a tag")
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func tens(_ degrees: Int) -> Int { (degrees + 5) / 10 * 10 }

  static func words(_ gate: Seen.Gate) -> String {
    switch gate {
    case .noPerson: "nobody is in the picture"
    case .lost: "the person is lost too often"
    case .legsOutOfFrame: "the legs are not in the picture"
    }
  }
}
