import MediaFacts
import ReelCatalog
import Testing

@testable import ReelPose

/// In a mirror left and right change places, and nothing else does.
@Suite struct DrawnMirrorTests {
  @Test(arguments: DrawnDrill.all.flatMap { drill in drill.views.map { (drill, $0) } })
  func `a mirror swaps left and right and nothing else`(drill: DrawnDrill, turn: Double) throws {
    var film = DrawnFilm(drill, turn: turn)
    let plain = PoseReading(film.track)
    film.isMirrored = true
    let mirrored = PoseReading(film.track)

    var swapped = mirrored.seen.swapped
    if drill.takesTurns {
      // Both legs reach equally far: which of them is shown is left to chance.
      (swapped.endRangeMilliseconds, swapped.figure) = (plain.seen.endRangeMilliseconds, plain.seen.figure)
    }
    // Rounding may take the other way.
    #expect(zip(swapped.figure, plain.seen.figure).allSatisfy { abs($0.x - $1.x) <= 1 && abs($0.y - $1.y) <= 1 })
    swapped.figure = plain.seen.figure
    if let ranges = swapped.ranges, let plainRanges = plain.seen.ranges, ranges.isNear(plainRanges) {
      swapped.ranges = plainRanges
    }
    #expect(swapped.withoutShares == plain.seen.withoutShares)
    #expect(mirrored.rulesMovement == plain.rulesMovement)
    #expect(mirrored.rulesPosition == plain.rulesPosition)
    #expect(mirrored.neighbours.map(\.repository) == plain.neighbours.map(\.repository))
    let shares = zip(swapped.exercises, plain.seen.exercises)
    #expect(shares.allSatisfy { abs($0.permille - $1.permille) <= 1 })

    func near(_ one: [Float], _ other: [Float]) -> Bool { zip(one, other).allSatisfy { abs($0 - $1) < 1e-4 } }
    let (own, others) = (try #require(plain.signature), try #require(mirrored.signature))
    #expect(near(own.values, others.mirrored))
    #expect(near(own.mirrored, others.values))
    if drill.side != nil { #expect(!near(own.values, others.values)) }
  }
}

extension Seen {
  /// The same with left and right exchanged.
  fileprivate var swapped: Seen {
    var seen = self
    seen.side = side.map { $0 == .left ? .right : .left }
    seen.ranges = ranges.map {
      Ranges(
        leftFlexion: $0.rightFlexion, rightFlexion: $0.leftFlexion, leftAbduction: $0.rightAbduction,
        rightAbduction: $0.leftAbduction)
    }
    // Joints come in pairs after the nose.
    seen.figure = figure.indices.map { place in
      let other = place == 0 ? 0 : place % 2 == 1 ? place + 1 : place - 1
      return FigurePoint(x: 1000 - figure[other].x, y: figure[other].y)
    }
    return seen
  }

  fileprivate var withoutShares: Seen {
    var seen = self
    seen.exercises = exercises.map { Likeness(exercise: $0.exercise, permille: 0, clipCount: $0.clipCount) }
    return seen
  }
}

extension Seen.Ranges {
  fileprivate func isNear(_ other: Seen.Ranges) -> Bool {
    let pairs = [
      (leftFlexion, other.leftFlexion), (rightFlexion, other.rightFlexion), (leftAbduction, other.leftAbduction),
      (rightAbduction, other.rightAbduction),
    ]
    return pairs.allSatisfy { abs($0 - $1) <= 1 }
  }
}
