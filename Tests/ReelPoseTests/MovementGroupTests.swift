import MediaFacts
import ReelCatalog
import Testing

import TestSupport

@testable import ReelPose

/// Reels that move alike, of drawn people.
@Suite struct MovementGroupTests {
  /// Four takes of a drill: another speed, another size of body, seen from a little aside, mirrored.
  static func takes(of drill: DrawnDrill) -> [DrawnFilm] {
    let films = [DrawnFilm](repeating: DrawnFilm(drill), count: 4)
    return films.enumerated().map { place, film in
      var take = film
      take.secondsPerRepetition = [2, 1.6, 2.6, 2][place]
      take.scale = [1, 0.92, 1.05, 1][place]
      take.pixelsPerMetre = [200, 150, 230, 200][place]
      take.azimuth += [0, 0, 8, 0][place]
      take.repetitions = [4, 5, 3, 6][place]
      take.isMirrored = place == 3
      return take
    }
  }

  static func reels(_ drills: [DrawnDrill]) throws -> [MovingReel] {
    try drills.enumerated().flatMap { number, drill in
      try takes(of: drill).enumerated().map { place, film in
        let reading = PoseReading(film.track)
        return MovingReel(
          id: try #require(id(number * 10 + place)), pattern: try #require(reading.seen.pattern),
          signature: try #require(reading.signature))
      }
    }
  }

  /// Ids in an order that says nothing of the drill.
  static func id(_ number: Int) -> ReelID? {
    let digits = String((UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15) >> 16, radix: 16)
    return ReelID(String(repeating: "0", count: 12 - digits.count) + digits)
  }

  @Test func `takes of a drill are one group, and no other drill is in it`() throws {
    let reels = try Self.reels(DrawnDrill.moving)
    let groups = MovementGroup.groups(of: reels)
    let drillOf = Dictionary(
      uniqueKeysWithValues: try (0..<DrawnDrill.moving.count).flatMap { number in
        try (0..<4).map { (try #require(Self.id(number * 10 + $0)), number) }
      })
    for group in groups { #expect(Set(group.members.map { drillOf[$0.reel] }).count == 1) }
    #expect(groups.count { $0.members.count == 4 } == DrawnDrill.moving.count)
  }

  @Test func `groups do not depend on the order of reels`() throws {
    let reels = try Self.reels(DrawnDrill.moving)
    let groups = MovementGroup.groups(of: reels)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<5 { #expect(MovementGroup.groups(of: reels.shuffled(using: &generator)) == groups) }
  }

  @Test func `a mirrored take of a drill with one working leg shows the other side`() throws {
    let groups = MovementGroup.groups(of: try Self.reels([.clamshell]))
    let mirrored = try #require(Self.id(3))
    let members = try #require(groups.first).members
    let turned = members.first { $0.reel == mirrored }?.isMirrored
    for member in members where member.reel != mirrored { #expect(member.isMirrored != turned) }
  }

  @Test func `where the hips keep still nothing is grouped`() throws {
    let reels = try Self.reels(DrawnDrill.still)
    #expect(reels.count == 8)
    #expect(MovementGroup.groups(of: reels).isEmpty)
  }

  @Test func `every member is near the first, and the index finds what comparing all finds`() throws {
    var generator = SeededRandom(seed: 5)
    // Bodies that differ a little, around a few.
    let reels = try (0..<600).map { number in
      let centre = number % 12
      var around = SeededRandom(seed: UInt64(centre))
      let values = (0..<Signature.count).map { _ in
        Float.random(in: -1...1, using: &around) * 0.4 + Float.random(in: -1...1, using: &generator) * 0.16
      }
      return MovingReel(id: try #require(Self.id(number)), pattern: .squat, signature: Signature(values: values))
    }
    let index = SignatureIndex(reels.map(\.signature))
    for place in stride(from: 0, to: 600, by: 37) {
      let found = index.near(place: place, within: 0.16).map(\.place).sorted()
      let all = reels.indices.filter { index.distance($0, to: place).value < 0.16 }
      #expect(found == all && found.contains(place))
    }
    let groups = MovementGroup.groups(of: reels)
    #expect(groups.reduce(0) { $0 + $1.members.count } == 600)
    for group in groups { #expect(group.members.allSatisfy { $0.distance < 0.16 } && group.members[0].distance == 0) }
  }

  @Test func `a name teaches those that move alike, and is forgotten with it`() throws {
    var reels = try Self.reels([.clamshell, .bridge])
    #expect(OwnNames(reels).alike(reels[0]) == nil)
    let names = OwnNames(
      reels.indices.map { place in
        MovingReel(
          id: reels[place].id, pattern: reels[place].pattern, signature: reels[place].signature,
          name: place == 1 || place == 2 ? "clamshell" : nil)
      })
    let alike = try #require(names.alike(reels[0]))
    #expect(alike.exercise == "clamshell" && alike.count == 2 && Set(alike.reels) == [reels[1].id, reels[2].id])
    #expect(names.alike(reels[3])?.exercise == "clamshell")
    #expect(names.alike(reels[4]) == nil)
    // Another name as near: nobody knows.
    reels[2] = MovingReel(
      id: reels[2].id, pattern: reels[2].pattern, signature: reels[1].signature, name: "side-lying-hip-abduction")
    reels[1] = MovingReel(
      id: reels[1].id, pattern: reels[1].pattern, signature: reels[1].signature, name: "clamshell")
    #expect(OwnNames(reels).alike(reels[0]) == nil)
    #expect(OwnNames(reels).names(near: reels[0]).count == 2)
  }

  @Test func `a signature is kept as bytes, and other bytes are none`() throws {
    for reel in try Self.reels([.squat, .clamshell]) {
      let kept = try #require(Signature(packed: reel.signature.packed))
      #expect(zip(kept.values, reel.signature.values).allSatisfy { abs($0 - $1) <= 0.0006 })
      #expect(kept.packed == reel.signature.packed)
    }
    #expect(Signature(packed: [UInt8](repeating: 0, count: 271)) == nil)
    #expect(Signature(packed: [UInt8](repeating: 0, count: 274)) == nil)
  }
}
