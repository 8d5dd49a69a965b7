import ReelCatalog
import ReelPose

/// One row of `hipreel seen --jsonl`: what is seen in one video.
enum SeenRow {
  /// - Parameters:
  ///   - path: As the person named it.
  ///   - problem: Why nothing could be looked at; then there is no reading.
  static func json(path: String, _ reading: PoseReading?, problem: String?) -> [UInt8] {
    var json = JSONText(.inline)
    json.object { json in
      json.member("path", path)
      guard let reading, reading.seen.gate == nil else {
        json.member("why", problem ?? reading?.seen.gate?.rawValue)
        return
      }
      let seen = reading.seen
      // A side plank is a way of lying on the side, with a name of its own.
      let position = seen.position.flatMap { $0.isTag ? $0.value.rawValue : nil }
      json.member("position") { json in
        json.orNull(position == Position.sideLying.rawValue && reading.isSidePlank ? "side-plank" : position)
      }
      json.member("pattern") { json in json.orNull(seen.pattern?.rawValue) }
      json.member("axis") { json in json.orNull(seen.axis?.rawValue) }
      let movements = seen.movement.map { [$0.value] } ?? reading.rulesMovement
      json.member("primary") { json in
        movements.isEmpty
          ? json.null() : json.array { json in for movement in movements { json.value(movement.rawValue) } }
      }
      json.member("side") { json in json.orNull(seen.sides?.rawValue) }
      json.member("lr") { json in json.orNull(seen.side?.rawValue) }
      json.member("reps") { json in
        if let count = seen.repetitions { json.value(count) } else { json.null() }
      }
      json.member("period") { json in
        if let period = seen.periodMilliseconds { json.thousandths(period) } else { json.null() }
      }
      json.member("style", seen.isHold ? "hold" : "dynamic")
      json.member("exercises") { json in
        json.array { json in for likeness in seen.exercises { json.value(likeness.exercise) } }
      }
      json.member("tier") { json in
        json.orNull(movements.isEmpty ? nil : seen.movement?.isTag == true ? "claim" : "suggest")
      }
      if let ranges = seen.ranges {
        json.member("range") { json in
          json.object { json in
            json.member("Fl", ranges.leftFlexion)
            json.member("Fr", ranges.rightFlexion)
            json.member("Al", ranges.leftAbduction)
            json.member("Ar", ranges.rightAbduction)
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}

extension JSONText {
  fileprivate mutating func orNull(_ text: String?) {
    if let text { value(text) } else { null() }
  }
}
