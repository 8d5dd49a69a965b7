import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelPose

/// What was seen, as a catalog keeps it.
@Suite struct SeenStoredTests {
  @Test(arguments: DrawnDrill.all, [0.0, 45])
  func `what is kept is what was seen`(drill: DrawnDrill, turn: Double) {
    let seen = PoseReading(DrawnFilm(drill, turn: turn).track).seen
    #expect(Seen(stored: seen.stored) == seen)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `anything that can be seen can be kept`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let seen = Self.anySeen(&random)
      #expect(Seen(stored: seen.stored) == seen)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a damaged line is nothing or something legal`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      var bytes = Array(Self.anySeen(&random).stored.utf8)
      if random.chance(30) { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
      for _ in 0..<random.pick([1, 1, 3]) where !bytes.isEmpty {
        bytes[random.pick(Array(bytes.indices))] =
          random.chance(50) ? UInt8.random(in: 0...255, using: &random) : random.pick(Array("0-9e.,:\"{}[]".utf8))
      }
      guard let seen = Seen(stored: String(decoding: bytes, as: UTF8.self)) else { continue }
      #expect(Seen(stored: seen.stored) == seen)
      #expect((0...1000).contains(seen.repetitions ?? 0))
      #expect(seen.exercises.allSatisfy { (0...1000).contains($0.permille) && $0.clipCount >= 0 })
      // Whatever it says can be said in words.
      #expect(!seen.words.isEmpty)
      if let line = seen.evidence {
        #expect(Tagger.standard.tagging(of: [line]).tags.allSatisfy { $0.confidence.value <= 1 })
      }
    }
  }

  @Test(arguments: [
    "", "{}x", "[]", "null", "{\"fromMs\":5,\"toMs\":1}", "{\"fromMs\":-1,\"toMs\":1}", "{\"gate\":\"asleep\"}",
    "{\"fromMs\":0,\"toMs\":1,\"repetitions\":-1}", "{\"fromMs\":0,\"toMs\":1,\"repetitions\":1e300}",
    "{\"fromMs\":0,\"toMs\":1,\"figure\":[1,2,3]}", "{\"fromMs\":0,\"toMs\":99999999999999999999}",
    "{\"fromMs\":0,\"toMs\":1,\"movement\":{\"value\":\"flexion\",\"confidence\":2,\"tag\":true}}",
    "{\"fromMs\":0,\"toMs\":1,\"movement\":{\"value\":\"flying\",\"confidence\":1,\"tag\":true}}",
    "{\"fromMs\":0,\"toMs\":1,\"workingPart\":{\"fromMs\":9,\"toMs\":3}}",
    "{\"fromMs\":0,\"toMs\":1,\"ranges\":{\"leftFlexion\":361,\"rightFlexion\":0,\"leftAbduction\":0,\"rightAbduction\":0}}",
  ])
  func `what hipreel would not write is nothing`(text: String) {
    #expect(Seen(stored: text) == nil)
  }

  static func anySeen(_ random: inout SeededRandom) -> Seen {
    func time(_ random: inout SeededRandom) -> Int { Int.random(in: 0...3_600_000, using: &random) }
    func part(_ random: inout SeededRandom) -> ClosedRange<Int> {
      let start = time(&random)
      return start...start + time(&random)
    }
    func sighting<Value: CaseIterable & Sendable & Equatable>(
      _ type: Value.Type, _ random: inout SeededRandom
    ) -> Sighting<Value>? {
      guard let value = random.pick(Array(type.allCases), orNil: 20) else { return nil }
      return Sighting(
        value, confidence: Confidence(permille: Int.random(in: 0...1000, using: &random)), isTag: random.chance(60))
    }
    var seen = Seen(gate: nil, part: part(&random))
    if random.chance(15) {
      seen.gate = random.pick(Seen.Gate.allCases)
      return seen
    }
    seen.position = sighting(Position.self, &random)
    seen.movement = sighting(HipMovement.self, &random)
    seen.mode = sighting(Mode.self, &random)
    seen.pattern = random.pick(MovementPattern.allCases, orNil: 10)
    seen.axis = random.pick(Seen.Axis.allCases, orNil: 20)
    seen.sides = random.pick(Seen.Sides.allCases, orNil: 20)
    seen.side = random.pick([.left, .right], orNil: 50)
    seen.repetitions = random.pick([0, 1, 2, 9, 1000], orNil: 30)
    seen.periodMilliseconds = random.chance(50) ? time(&random) : nil
    seen.isHold = random.chance(30)
    if random.chance(80) {
      let angles = (0..<4).map { _ in Int.random(in: 0...360, using: &random) }
      seen.ranges = Seen.Ranges(
        leftFlexion: angles[0], rightFlexion: angles[1], leftAbduction: angles[2], rightAbduction: angles[3])
    }
    seen.endRangeMilliseconds = random.chance(50) ? time(&random) : nil
    seen.workingPart = random.chance(50) ? part(&random) : nil
    seen.exercises = random.several(upTo: 5) { random in
      Seen.Likeness(
        exercise: random.pick(["clamshell", "glute-bridge", "90-90"]),
        permille: Int.random(in: 0...1000, using: &random), clipCount: Int.random(in: 0...25, using: &random))
    }
    if random.chance(50) {
      seen.figure = Joint.allCases.map { _ in
        Seen.FigurePoint(
          x: Int.random(in: -2000...2000, using: &random), y: Int.random(in: -2000...2000, using: &random))
      }
    }
    return seen
  }
}
