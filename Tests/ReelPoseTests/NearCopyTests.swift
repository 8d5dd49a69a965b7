import Foundation
import MediaFacts
import TestSupport
import Testing

@testable import ReelPose

/// Near-copies of drawn takes, and second takes of the same drills.
@Suite struct NearCopyTests {
  /// What is found of two takes alone.
  private func copy(_ one: LandmarkTrack, _ other: LandmarkTrack) throws -> NearCopy? {
    let looks = try [one, other].map { TakeLook(try #require(PoseReading($0).signature), of: $0) }
    guard let candidate = NearCopy.candidates(among: looks).first else { return nil }
    return NearCopy(candidate, try #require(TakeMotion(one)), try #require(TakeMotion(other)))
  }

  private static func film(_ drill: DrawnDrill) -> DrawnFilm {
    DrawnFilm(drill).with(\.repetitions, 6).with(\.secondsPerRepetition, 1.7)
  }

  @Test(arguments: DrawnDrill.all)
  func `a copy is found, as it is and in a mirror`(drill: DrawnDrill) throws {
    let film = Self.film(drill)
    let track = film.track.hashed().trembling(seed: 1)
    #expect(try copy(track, track) == NearCopy(isMirrored: false, delayMilliseconds: 0))
    let again = try #require(try copy(track, film.track.hashed().trembling(seed: 2)))
    #expect(!again.isMirrored && abs(again.delayMilliseconds) <= (drill.moves ? 50 : 5000))
    let mirror = try #require(
      try copy(track, film.with(\.isMirrored, true).track.hashed(isMirrored: true).trembling(seed: 3)))
    #expect(mirror.isMirrored)
  }

  @Test(arguments: [DrawnDrill.squat, .bridge, .clamshell, .legSwing])
  func `a smaller or cropped picture and a later start are copies`(drill: DrawnDrill) throws {
    let film = Self.film(drill)
    let track = film.track.hashed()
    let half = film.with(\.pixelsPerMetre, 100).with(\.size, .drawn(320, 180)).track.hashed().trembling(seed: 4)
    #expect(try copy(track, half) != nil)
    var crop = track.changingFrames { _, frame in
      for place in 0..<Landmark.count {
        frame.landmarks?[place].x -= 40
        frame.landmarks?[place].y -= 20
      }
    }
    crop.pictureSize = .drawn(560, 320)
    #expect(try copy(track, crop) == NearCopy(isMirrored: false, delayMilliseconds: 0))
    var late = track
    late.frames = track.frames.dropFirst(7).map { frame in
      var frame = frame
      frame.timeMilliseconds -= 700
      return frame
    }
    #expect(try copy(track, late) == NearCopy(isMirrored: false, delayMilliseconds: -700))
    #expect(try copy(late, track) == NearCopy(isMirrored: false, delayMilliseconds: 700))
    // Somebody in another room, who moves at the very same moments.
    #expect(try copy(track, film.track.hashed(of: 0x0f0f_3c3c_5a5a_9669)) == nil)
  }

  @Test(arguments: DrawnDrill.moving)
  func `another take isn't, nor is a faster film`(drill: DrawnDrill) throws {
    let film = Self.film(drill)
    let track = film.track.hashed()
    #expect(try copy(track, film.with(\.secondsPerRepetition, 1.9).track.hashed()) == nil)
    #expect(try copy(track, film.with(\.secondsPerRepetition, 1.7 / 1.25).track.hashed()) == nil)
    // The same person a little earlier, a little later.
    let swaying = track.changingFrames { place, frame in
      let time = Double(place) + 4 * sin(Double(place) / 18)
      let source = min(max(0, Int(time.rounded())), track.frames.count - 1)
      frame.landmarks = track.frames[source].landmarks
    }
    #expect(try copy(track, swaying) == nil)
  }

  @Test func `two holds are told apart by their pictures`() throws {
    let film = DrawnFilm(.plankStill)
    let track = film.track.hashed()
    #expect(try copy(track, film.track.hashed().trembling(seed: 5)) != nil)
    #expect(try copy(track, film.track.hashed(of: 0x00ff_00ff_1234_5678)) == nil)
    let unhashed = film.track
    #expect(try copy(track, unhashed) == nil)
  }

  @Test func `pivots lose no candidate`() throws {
    var random = SeededRandom(seed: 3)
    let frame = LandmarkFrame(
      timeMilliseconds: 0, landmarks: DrawnFilm(.squat).track.frames[0].landmarks, isDetection: true,
      pictureHash: PictureHash(bits: 7))
    let filmed = LandmarkTrack(pictureSize: .drawn(64, 64), frames: [frame])
    var looks: [TakeLook] = []
    for _ in 0..<60 {
      let values = (0..<Signature.count).map { _ in Float.random(in: -1...1, using: &random) }
      for _ in 0..<5 {
        let near = values.map { $0 + Float.random(in: -0.2...0.2, using: &random) }
        looks.append(TakeLook(Signature(values: near), of: filmed))
      }
    }
    let index = SignatureIndex(looks.map(\.signature))
    var expected: [[Int]] = []
    for one in looks.indices {
      for other in looks.indices where one < other && index.distance(one, to: other).value < 0.16 {
        expected.append([one, other])
      }
    }
    #expect(!expected.isEmpty)
    #expect(NearCopy.candidates(among: looks).map { [$0.first, $0.second] } == expected)
    #expect(NearCopy.candidates(among: []).isEmpty && NearCopy.candidates(among: [looks[0]]).isEmpty)
  }
}

extension LandmarkTrack {
  /// With the hash of a room in the first picture of each second.
  fileprivate func hashed(of bits: UInt64 = 0xd2c3_0f71_99ae_5b04, isMirrored: Bool = false) -> LandmarkTrack {
    let hash = PictureHash(bits: bits)
    return changingFrames { place, frame in
      if place.isMultiple(of: 10) { frame.pictureHash = isMirrored ? hash.mirrored : hash }
    }
  }

  /// As a model sees another encoding of the same pictures.
  fileprivate func trembling(seed: UInt64) -> LandmarkTrack {
    var random = SeededRandom(seed: seed)
    return changingFrames { _, frame in
      for place in 0..<Landmark.count {
        frame.landmarks?[place].x += Float.random(in: -1...1, using: &random)
        frame.landmarks?[place].y += Float.random(in: -1...1, using: &random)
      }
    }
  }
}
