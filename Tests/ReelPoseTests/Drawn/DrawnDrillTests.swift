import MediaFacts
import ReelCatalog
import Testing

@testable import ReelPose

/// Rules on drawn people, of whom everything is known (docs/POSE.md).
@Suite struct DrawnDrillTests {
  @Test(arguments: DrawnDrill.all)
  func `each drill is seen as what it is`(drill: DrawnDrill) {
    let reading = PoseReading(DrawnFilm(drill).track)
    let seen = reading.seen
    #expect(seen.gate == nil)
    #expect(reading.rulesPosition == drill.position)
    #expect(seen.pattern == drill.pattern)
    #expect(seen.axis == drill.axis)
    #expect(seen.sides == drill.sides)
    #expect(seen.side == drill.side)
    #expect(seen.repetitions == (drill.moves ? 4 : nil))
    #expect(seen.isHold != drill.moves)
    #expect((seen.endRangeMilliseconds != nil) == drill.moves)
    #expect((seen.workingPart != nil) == drill.moves)
  }

  @Test(arguments: DrawnDrill.all, [45.0, 90, -45, 180])
  func `a turned camera keeps posture and pattern where the picture allows it`(drill: DrawnDrill, turn: Double) {
    let reading = PoseReading(DrawnFilm(drill, turn: turn).track)
    #expect(reading.seen.gate == nil)
    #expect(reading.rulesPosition == drill.position)
    guard drill.patternTurns.contains(turn) else { return }
    #expect(reading.seen.pattern == drill.pattern)
    #expect(reading.seen.axis == drill.axis)
    #expect(reading.seen.repetitions == (drill.moves ? 4 : nil))
  }

  @Test(arguments: DrawnDrill.all, [45.0, 200])
  func `what is measured in the room stays the same for any camera`(drill: DrawnDrill, turn: Double) throws {
    let one = try #require(Posture(.best(of: DrawnFilm(drill).track)))
    let other = try #require(Posture(.best(of: DrawnFilm(drill, turn: turn).track)))
    func near(_ one: [Double], _ other: [Double], within limit: Double, _ what: Comment) {
      #expect(zip(one, other).allSatisfy { abs($0 - $1) < limit }, what)
    }
    for side in BodySide.allCases {
      near(one.legs[side].flexion, other.legs[side].flexion, within: 1.5, "flexion")
      near(one.legs[side].abduction, other.legs[side].abduction, within: 1.5, "abduction")
      near(one.legs[side].knee, other.legs[side].knee, within: 1.5, "knee")
      near(one.legs[side].thighTilt, other.legs[side].thighTilt, within: 1.5, "thigh")
      near(one.legs[side].kneeHeight, other.legs[side].kneeHeight, within: 0.02, "knee height")
    }
    near(one.lean, other.lean, within: 1.5, "lean")
    near(one.facing, other.facing, within: 0.03, "facing")
    near(one.sideUp, other.sideUp, within: 0.03, "side up")
    near(one.hipHeight, other.hipHeight, within: 0.02, "hip height")
    // The postures of the signature, too; the rest of it is travel in the picture.
    let (first, second) = (PoseReading(DrawnFilm(drill).track), PoseReading(DrawnFilm(drill, turn: turn).track))
    let (values, turned) = (try #require(first.signature).values, try #require(second.signature).values)
    let postures = zip(values, turned).prefix(Signature.postureCount)
    #expect(postures.allSatisfy { abs($0 - $1) < 0.05 })
  }

  @Test(arguments: DrawnDrill.moving, [0.5, 2])
  func `speed changes the period and nothing else`(drill: DrawnDrill, speed: Double) throws {
    var film = DrawnFilm(drill)
    let usual = PoseReading(film.track).seen
    film.secondsPerRepetition /= speed
    (film.before, film.after) = (film.before / speed, film.after / speed)
    let seen = PoseReading(film.track).seen
    #expect(seen.pattern == usual.pattern)
    #expect(seen.axis == usual.axis)
    #expect(seen.sides == usual.sides)
    #expect(seen.side == usual.side)
    #expect(seen.repetitions == 4)
    let period = try #require(seen.periodMilliseconds)
    #expect(abs(Double(period) - drill.periods * film.secondsPerRepetition * 1000) <= 110)
  }

  @Test(arguments: DrawnDrill.all)
  func `the size of the body and of the picture change nothing`(drill: DrawnDrill) throws {
    let film = DrawnFilm(drill)
    let usual = PoseReading(film.track)
    let (child, far, upright) = (
      film.with(\.scale, 0.6), film.with(\.pixelsPerMetre, 90), film.with(\.size, .drawn(360, 640))
    )
    for other in [child, far, upright.with(\.pixelsPerMetre, 140)] {
      let reading = PoseReading(other.track)
      var seen = reading.seen
      // The figure is in parts of the picture.
      seen.figure = usual.seen.figure
      if reading.seen != usual.seen { #expect(seen.withoutLikeness == usual.seen.withoutLikeness) }
      let (values, scaled) = (try #require(usual.signature).values, try #require(reading.signature).values)
      #expect(zip(values, scaled).allSatisfy { abs($0 - $1) < 2e-3 })
    }
  }

  @Test(arguments: DrawnDrill.all)
  func `the same track gives the same reading`(drill: DrawnDrill) {
    let track = DrawnFilm(drill).track
    let (one, other) = (PoseReading(track), PoseReading(track))
    #expect(one.seen == other.seen)
    #expect(one.signature == other.signature)
    #expect(one.neighbours == other.neighbours)
  }
}

extension DrawnFilm {
  func with<Value>(_ part: WritableKeyPath<DrawnFilm, Value>, _ value: Value) -> DrawnFilm {
    var film = self
    film[keyPath: part] = value
    return film
  }
}

extension DrawnDrill {
  var moves: Bool { axis != .none }
  /// How many repetitions lie between two of the same leg.
  var periods: Double { takesTurns ? 2 : 1 }
}

extension Seen {
  /// Only what rules say.
  var withoutLikeness: Seen {
    var seen = self
    (seen.position, seen.movement, seen.mode, seen.exercises) = (nil, nil, nil, [])
    return seen
  }
}
