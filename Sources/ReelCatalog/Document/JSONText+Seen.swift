extension JSONText {
  /// Writes what was seen in a picture as one object.
  public mutating func seen(_ seen: Seen) {
    object { json in
      json.member("gate", seen.gate?.rawValue)
      json.member("fromMs", seen.part.lowerBound)
      json.member("toMs", seen.part.upperBound)
      json.sighting("position", seen.position) { $0.rawValue }
      json.sighting("movement", seen.movement) { $0.rawValue }
      json.sighting("mode", seen.mode) { $0.rawValue }
      json.member("pattern", seen.pattern?.rawValue)
      json.member("axis", seen.axis?.rawValue)
      json.member("sides", seen.sides?.rawValue)
      json.member("side", seen.side?.rawValue)
      json.member("repetitions", seen.repetitions)
      json.member("periodMs", seen.periodMilliseconds)
      if seen.gate == nil { json.member("hold", seen.isHold) }
      if let ranges = seen.ranges {
        json.member("ranges") { json in
          json.object(.inline) { json in
            json.member("leftFlexion", ranges.leftFlexion)
            json.member("rightFlexion", ranges.rightFlexion)
            json.member("leftAbduction", ranges.leftAbduction)
            json.member("rightAbduction", ranges.rightAbduction)
          }
        }
      }
      json.member("endRangeMs", seen.endRangeMilliseconds)
      if let part = seen.workingPart {
        json.member("workingPart") { json in
          json.object(.inline) { json in
            json.member("fromMs", part.lowerBound)
            json.member("toMs", part.upperBound)
          }
        }
      }
      if !seen.exercises.isEmpty {
        json.member("exercises") { json in
          json.array { json in for likeness in seen.exercises { json.likeness(likeness) } }
        }
      }
      if !seen.figure.isEmpty {
        json.member("figure") { json in
          json.array(.inline) { json in
            for point in seen.figure {
              json.value(point.x)
              json.value(point.y)
            }
          }
        }
      }
    }
  }

  /// Writes the reels that a reel moves like as one object.
  public mutating func alike(_ alike: Alike) {
    object { json in
      json.member("exercise", alike.exercise)
      json.member("confidence") { $0.thousandths(alike.confidence.permille) }
      json.member("count", alike.count)
      json.member("reels") { json in
        json.array(.inline) { json in for reel in alike.reels { json.value(reel.text) } }
      }
    }
  }

  private mutating func sighting<Value>(_ name: String, _ sighting: Sighting<Value>?, _ text: (Value) -> String) {
    guard let sighting else { return }
    member(name) { json in
      json.object(.inline) { json in
        json.member("value", text(sighting.value))
        json.member("confidence") { $0.thousandths(sighting.confidence.permille) }
        json.member("tag", sighting.isTag)
      }
    }
  }

  private mutating func likeness(_ likeness: Seen.Likeness) {
    object(.inline) { json in
      json.member("exercise", likeness.exercise)
      json.member("share") { $0.thousandths(likeness.permille) }
      json.member("clips", likeness.clipCount)
    }
  }
}
