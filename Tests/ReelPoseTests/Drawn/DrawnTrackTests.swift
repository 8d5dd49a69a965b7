import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelPose

/// Tracks as they come: with pictures lost, empty ends and cuts.
@Suite struct DrawnTrackTests {
  @Test(arguments: DrawnDrill.all, 1...2 as ClosedRange<UInt64>)
  func `a tenth of the pictures may be lost`(drill: DrawnDrill, seed: UInt64) {
    let track = DrawnFilm(drill).track
    let reading = PoseReading(track.losing(percent: 10, seed: seed))
    let whole = PoseReading(track)
    #expect(reading.seen.gate == nil)
    #expect(reading.rulesPosition == whole.rulesPosition)
    #expect(reading.seen.pattern == whole.seen.pattern)
    #expect(reading.seen.axis == whole.seen.axis)
    #expect(reading.seen.sides == whole.seen.sides)
    #expect(reading.seen.side == whole.seen.side)
    #expect(reading.seen.repetitions == whole.seen.repetitions)
    #expect(reading.seen.isHold == whole.seen.isHold)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a quarter of the pictures lost is too much`(seed: UInt64) {
    let seen = PoseReading(DrawnFilm(.squat).track.losing(percent: 25, seed: seed)).seen
    #expect(seen == Seen(gate: .lost, part: seen.part))
  }

  @Test(arguments: DrawnDrill.all)
  func `what a model says of pictures without a person changes nothing`(drill: DrawnDrill) {
    // Whether somebody was looked for in them and which of them come first is all that a frame without landmarks holds.
    let track = DrawnFilm(drill).track.losing(percent: 8, seed: 3)
    let shuffled = track.changingFrames { place, frame in
      if frame.landmarks == nil { frame.isDetection = place % 2 == 0 }
    }
    let (one, other) = (PoseReading(track), PoseReading(shuffled))
    #expect(one.seen == other.seen)
    #expect(one.signature == other.signature)
  }

  @Test(arguments: DrawnDrill.all)
  func `joints that are not used change nothing`(drill: DrawnDrill) {
    let track = DrawnFilm(drill).track
    var random = SeededRandom(seed: 5)
    let changed = track.changingFrames { _, frame in
      for place in 0..<Landmark.count where Joint(rawValue: place) == nil {
        frame.landmarks?[place].x = Float.random(in: Landmark.pixels, using: &random)
        frame.landmarks?[place].worldY = Float.random(in: Landmark.metres, using: &random)
        frame.landmarks?[place].presence = 0
      }
    }
    #expect(PoseReading(track).seen == PoseReading(changed).seen)
  }

  @Test(arguments: [(0, 40), (40, 0), (30, 30)])
  func `an empty picture before and after is no loss`(before: Int, after: Int) throws {
    for drill in [DrawnDrill.squat, .legBack, .clamshell, .plankStill] {
      let track = DrawnFilm(drill).track
      let whole = PoseReading(track)
      let reading = PoseReading(track.padded(before: before, after: after))
      var seen = reading.seen
      #expect(seen.gate == nil, "\(drill.name)")
      #expect(seen.part.lowerBound == before * 100, "\(drill.name)")
      #expect(seen.part.upperBound == whole.seen.part.upperBound + before * 100, "\(drill.name)")
      #expect(reading.signature == whole.signature, "\(drill.name)")
      seen.shift(by: -before * 100)
      #expect(seen == whole.seen, "\(drill.name)")
    }
  }

  @Test func `of several takes the one that shows the legs for longest is read`() {
    let (squats, bridges) = (DrawnFilm(.squat).track, DrawnFilm(.bridge).with(\.repetitions, 6).track)
    for (track, pattern) in [(squats.cut(to: bridges), MovementPattern.bridge), (bridges.cut(to: squats), .bridge)] {
      let seen = PoseReading(track).seen
      #expect(seen.pattern == pattern)
      #expect(seen.repetitions == 6)
    }
    let seen = PoseReading(squats.cut(to: bridges)).seen
    #expect(seen.part == squats.frames.count * 100...(squats.frames.count + bridges.frames.count - 1) * 100)
    // A longer take that does not show the legs is of no use.
    let close = bridges.changingFrames { _, frame in frame.hide([.leftKnee, .rightKnee]) }
    #expect(PoseReading(close.cut(to: squats)).seen.pattern == .squat)
  }

  @Test func `cuts that make no sense are left out`() {
    var track = DrawnFilm(.squat).track
    let whole = PoseReading(track).seen
    track.cuts = [-5, 0, track.frames.count, 9_999]
    #expect(PoseReading(track).seen == whole)
    // Takes of less than two seconds are none.
    track.cuts = Array(stride(from: 10, to: track.frames.count, by: 10))
    #expect(PoseReading(track).seen == whole)
  }
}

extension LandmarkTrack {
  /// Without the person in some of the pictures, but the first and the last one.
  fileprivate func losing(percent: Int, seed: UInt64) -> LandmarkTrack {
    var random = SeededRandom(seed: seed)
    let inner = Array(1..<frames.count - 1).shuffled(using: &random)
    let lost = Set(inner.prefix(frames.count * percent / 100))
    return changingFrames { place, frame in if lost.contains(place) { frame.landmarks = nil } }
  }
}

extension Seen {
  fileprivate mutating func shift(by milliseconds: Int) {
    func shifted(_ part: ClosedRange<Int>) -> ClosedRange<Int> {
      part.lowerBound + milliseconds...part.upperBound + milliseconds
    }
    part = shifted(part)
    workingPart = workingPart.map(shifted)
    endRangeMilliseconds = endRangeMilliseconds.map { $0 + milliseconds }
  }
}
