import MediaFacts
import ReelCatalog
import Testing
import TestSupport

@testable import ReelPose

/// Twelve drills in four takes each, with other colours, sizes, sides and speeds, as the pose model saw the drawn clips
/// (scripts/make-take-tracks).
@Suite struct DrawnTakesTests {
  /// The takes as reels without a name, and what they are by their ids.
  private static func reels() throws -> (reels: [MovingReel], takes: [ReelID: DrawnTake]) {
    let takes = try DrawnTake.all()
    var reels: [MovingReel] = []
    var known: [ReelID: DrawnTake] = [:]
    for (number, take) in takes.enumerated() {
      let reading = PoseReading(try #require(LandmarkTrack(packed: take.track)))
      let id = try #require(MovementGroupTests.id(number))
      known[id] = take
      reels.append(
        MovingReel(
          id: id, pattern: try #require(reading.seen.pattern), signature: try #require(reading.signature)))
    }
    return (reels, known)
  }

  @Test func `each drill is one group of four, and naming the groups names every reel rightly`() throws {
    let (reels, takes) = try Self.reels()
    #expect(reels.count == 48)
    let groups = MovementGroup.groups(of: reels)
    #expect(groups.map(\.members.count) == [Int](repeating: 4, count: 12))
    for group in groups {
      #expect(Set(group.members.map { takes[$0.reel]?.exercise }).count == 1)
      // Where one leg works, mirrored takes show the other one.
      let sides = group.members.map { (isMirrored: $0.isMirrored, side: takes[$0.reel]?.side) }
      guard sides.allSatisfy({ $0.side == "left" || $0.side == "right" }) else { continue }
      let first = sides[0].side
      #expect(sides.allSatisfy { ($0.side == first) != $0.isMirrored }, "\(group.pattern)")
    }
  }

  @Test func `groups do not depend on the order of reels, nor on which were there first`() throws {
    let (reels, _) = try Self.reels()
    let groups = MovementGroup.groups(of: reels)
    var random = SeededRandom(seed: 3)
    for _ in 0..<5 { #expect(MovementGroup.groups(of: reels.shuffled(using: &random)) == groups) }
  }

  @Test func `one named take suggests its name to the other three, and to no other drill`() throws {
    let (reels, takes) = try Self.reels()
    var seenExercises: Set<String> = []
    let named = reels.map { reel in
      let exercise = takes[reel.id]?.exercise ?? ""
      return MovingReel(
        id: reel.id, pattern: reel.pattern, signature: reel.signature,
        name: seenExercises.insert(exercise).inserted ? exercise : nil)
    }
    let names = OwnNames(named)
    let suggested = named.filter { $0.name == nil }.map { (takes[$0.id]?.exercise, names.alike($0)?.exercise) }
    #expect(suggested.count == 36)
    #expect(suggested.allSatisfy { $0.0 == $0.1 })
  }
}
