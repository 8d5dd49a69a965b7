import MediaFacts
import ReelCatalog
import Testing

@testable import ReelPose

/// Each reason for which a picture says nothing.
@Suite struct GateTests {
  @Test(arguments: [0, 1, 3, 7])
  func `with less than a second nobody is there`(count: Int) {
    let track = DrawnFilm(.squat).track.changingFrames { place, frame in if place >= count { frame.landmarks = nil } }
    let reading = PoseReading(track)
    #expect(reading.seen == Seen(gate: .noPerson, part: reading.seen.part))
    #expect(reading.signature == nil)
    #expect(reading.neighbours.isEmpty)
    #expect(reading.rulesMovement.isEmpty)
  }

  @Test func `a film without pictures has nobody in it`() {
    let track = LandmarkTrack(pictureSize: .drawn(1, 1), frames: [])
    #expect(PoseReading(track).seen == Seen(gate: .noPerson, part: 0...0))
  }

  @Test func `a person who was looked for too often was lost`() {
    let track = DrawnFilm(.squat).track
    let fine = track.changingFrames { place, frame in frame.isDetection = place % 12 == 0 }
    let lost = track.changingFrames { place, frame in frame.isDetection = place % 8 == 0 }
    #expect(PoseReading(fine).seen.gate == nil)
    #expect(PoseReading(lost).seen.gate == .lost)
  }

  @Test(arguments: [
    [Joint.leftHip, .rightHip], [.leftKnee, .rightKnee], [.leftAnkle, .rightAnkle], [.leftKnee, .rightAnkle],
  ])
  func `a leg has to be in the picture`(hidden: [Joint]) {
    let track = DrawnFilm(.squat).track.changingFrames { _, frame in frame.hide(hidden) }
    #expect(PoseReading(track).seen.gate == .legsOutOfFrame)
  }

  @Test func `one whole leg is enough`() {
    let track = DrawnFilm(.squat).track.changingFrames { _, frame in frame.hide([.leftHip, .leftKnee, .leftAnkle]) }
    #expect(PoseReading(track).seen.pattern == .squat)
  }

  @Test func `legs beyond the picture's edge are out of it`() {
    let near = DrawnFilm(.standingStill).with(\.pixelsPerMetre, 700).track
    #expect(PoseReading(near).seen.gate == .legsOutOfFrame)
  }

  @Test func `ankles that nobody could see are out of the picture`() {
    let track = DrawnFilm(.squat).track.changingFrames { _, frame in
      for ankle in [Joint.leftAnkle, .rightAnkle] { frame.landmarks?[ankle.rawValue].visibility = 0.4 }
    }
    #expect(PoseReading(track).seen.gate == .legsOutOfFrame)
  }

  @Test func `the first gate names the reason`() {
    let track = DrawnFilm(.squat).track.changingFrames { place, frame in
      frame.hide([.leftAnkle, .rightAnkle])
      if place % 2 == 0 { frame.landmarks = nil }
    }
    #expect(PoseReading(track).seen.gate == .lost)
  }
}

extension LandmarkFrame {
  /// Makes joints look as if they lay outside the picture.
  mutating func hide(_ joints: [Joint]) {
    for joint in joints { landmarks?[joint.rawValue].presence = 0.01 }
  }
}
