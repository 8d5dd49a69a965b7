import Foundation
import MediaFacts

@testable import ReelPose

/// A drill as a camera sees it, with landmarks as a model without errors would find them.
struct DrawnFilm {
  var drill: DrawnDrill
  var repetitions = 4
  var secondsPerRepetition = 2.0
  /// Seconds that the person keeps still before and after.
  var before = 1.0
  var after = 1.0
  /// Where the camera stands, in degrees: 0 in front of the person, 90 at the left. It's level.
  var azimuth: Double
  var body = DrawnBody.usual
  /// How much larger the person is than usual.
  var scale = 1.0
  var pixelsPerMetre = 200.0
  var size = PixelSize.drawn(640, 360)
  var isMirrored = false
  /// How much of the depth a model finds: it guesses it from one picture, and guesses too little.
  var depth = 1.0

  /// - Parameter turn: How far the camera stands from where the drill shows best, in degrees.
  init(_ drill: DrawnDrill, turn: Double = 0) {
    self.drill = drill
    azimuth = drill.azimuth + turn
  }

  var seconds: Double { before + Double(repetitions) * secondsPerRepetition + after }

  /// How many repetitions are done at a time: 1.5 is the end range of the second one.
  func progress(at time: Double) -> Double {
    min(max((time - before) / secondsPerRepetition, 0), Double(repetitions))
  }

  var track: LandmarkTrack {
    let count = Int((seconds * Double(LandmarkTrack.picturesPerSecond)).rounded())
    let frames = (0..<count).map { place in
      let time = Double(place) / Double(LandmarkTrack.picturesPerSecond)
      return LandmarkFrame(
        timeMilliseconds: place * 1000 / LandmarkTrack.picturesPerSecond,
        landmarks: landmarks(body.joints(drill.pose(progress(at: time), body))), isDetection: place == 0)
    }
    return LandmarkTrack(pictureSize: size, frames: frames)
  }

  private func landmarks(_ joints: [Joint: Vector]) -> [Landmark] {
    let angle = azimuth * .pi / 180
    let right = Vector(-sin(angle), cos(angle), 0)
    let away = Vector(-cos(angle), -sin(angle), 0)
    let hips = ((joints[.leftHip] ?? .zero) + (joints[.rightHip] ?? .zero)) / 2
    let all = (0..<Landmark.count).map { number in
      let joint = isMirrored ? Self.swapped(Self.nearest(number)) : Self.nearest(number)
      let place = joints[joint] ?? .zero
      let world = (place - hips) * scale
      let (x, y) = (place.dot(right) * scale * pixelsPerMetre, (place.z - drill.middle) * scale * pixelsPerMetre)
      let across = isMirrored ? -1.0 : 1.0
      return Landmark(
        x: Float(Double(size.width) / 2 + across * x), y: Float(Double(size.height) / 2 - y), visibility: 0.95,
        presence: 0.98, worldX: Float(across * world.dot(right)), worldY: Float(-world.z),
        worldZ: Float(world.dot(away) * depth))
    }
    return all
  }

  /// The drawn joint that stands for one of the model's 33: the face is a nose, fingers are wrists.
  private static func nearest(_ number: Int) -> Joint {
    if let joint = Joint(rawValue: number) { return joint }
    return number < 11 ? .nose : number % 2 == 1 ? .leftWrist : .rightWrist
  }

  private static func swapped(_ joint: Joint) -> Joint {
    guard joint != .nose else { return .nose }
    return Joint(rawValue: joint.rawValue % 2 == 1 ? joint.rawValue + 1 : joint.rawValue - 1) ?? joint
  }
}

extension PixelSize {
  static func drawn(_ width: Int, _ height: Int) -> PixelSize {
    guard let size = PixelSize(width: width, height: height) else { preconditionFailure("a picture has a size") }
    return size
  }
}

extension LandmarkTrack {
  /// The same with other pictures in place of its own, at the same times.
  func changingFrames(_ change: (Int, inout LandmarkFrame) -> Void) -> LandmarkTrack {
    var track = self
    for place in track.frames.indices { change(place, &track.frames[place]) }
    return track
  }

  /// Another film after this one, with a cut between them.
  func cut(to other: LandmarkTrack) -> LandmarkTrack {
    var track = self
    let start = (frames.last?.timeMilliseconds ?? -100) + 100
    track.cuts.append(frames.count)
    track.frames += other.frames.map { frame in
      var frame = frame
      frame.timeMilliseconds += start
      return frame
    }
    return track
  }

  /// Pictures without a person, before and after.
  func padded(before: Int, after: Int) -> LandmarkTrack {
    var track = self
    let times = 0..<before + frames.count + after
    track.frames = times.map { place in
      let own = place - before
      guard frames.indices.contains(own) else {
        return LandmarkFrame(timeMilliseconds: place * 100, landmarks: nil, isDetection: false)
      }
      var frame = frames[own]
      frame.timeMilliseconds = place * 100
      return frame
    }
    return track
  }
}
