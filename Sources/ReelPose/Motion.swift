import Foundation
import MediaFacts

/// How far things move in a shot. Ranges go from the 5th to the 95th percentile: degrees for angles, trunk lengths in the
/// picture for travel.
struct Motion {
  let flexion: Pair<Double>
  let abduction: Pair<Double>
  let knee: Pair<Double>
  /// Of the shank about the thigh, where the knee is bent most of the time; else 0.
  let rotation: Pair<Double>
  /// The thigh against the trunk as drawn in the picture.
  let thighInPicture: Pair<Double>
  let lean: Double
  /// Pixels to a trunk length.
  let trunkPixels: Double
  let hips: Travel
  let shoulders: Travel
  let wrists: Travel
  let nose: Travel
  let knees: Pair<Travel>
  let ankles: Pair<Travel>
  /// How much left and right go together: 1 in step, -1 in turn.
  let flexionTogether: Double
  let abductionTogether: Double
  /// The largest range of any limb, or of the height of hips and shoulders: small in a hold.
  let body: Double
  /// How well each knee can be seen: the median, 0...1.
  let kneeVisibility: Pair<Double>

  /// How far a point travels in the picture, in trunk lengths.
  struct Travel {
    let across: Double
    let upDown: Double
    var along: Double { (across * across + upDown * upDown).squareRoot() }
  }

  init(_ posture: Posture) {
    func world(_ joint: Joint) -> [Vector] { posture.world[joint, default: []] }
    func picture(_ joint: Joint) -> [SIMD2<Double>] { posture.picture[joint, default: []] }
    let places = 0..<posture.count
    flexion = posture.legs.map { $0.flexion.spread }
    abduction = posture.legs.map { $0.abduction.spread }
    knee = posture.legs.map { $0.knee.spread }
    rotation = posture.legs.map { leg in
      let bent = zip(leg.rotation.unwrapped, leg.knee).filter { $1 > 35 }.map(\.0)
      guard Double(bent.count) / Double(leg.knee.count) > 0.6 else { return 0 }
      let range = bent.spread
      return range > 120 ? 0 : range
    }
    lean = posture.lean.spread
    func middle(_ one: Joint, _ other: Joint) -> [SIMD2<Double>] {
      picture(one).map(with: picture(other)) { ($0 + $1) / 2 }
    }
    let (hipMiddle, shoulderMiddle) = (middle(.leftHip, .rightHip), middle(.leftShoulder, .rightShoulder))
    let trunks = shoulderMiddle.map(with: hipMiddle) { $0 - $1 }
    thighInPicture = Pair { side in
      let thighs = picture(side.knee).map(with: picture(side.hip)) { $0 - $1 }
      let angles = thighs.map(with: trunks) { thigh, trunk in
        degrees(atan2(thigh.x * trunk.y - thigh.y * trunk.x, -(thigh * trunk).sum()))
      }
      return min(angles.unwrapped.spread, 200)
    }
    let pixelsPerMetre = places.map { place in
      let trunk =
        (world(.leftShoulder)[place] + world(.rightShoulder)[place] - world(.leftHip)[place] - world(.rightHip)[place])
        / 2
      return trunks[place].length / (SIMD2(trunk.x, trunk.y).length + 1e-6)
    }
    let trunkPixels = max(pixelsPerMetre.median * posture.trunkMetres, 1e-3)
    self.trunkPixels = trunkPixels
    func travel(_ points: [SIMD2<Double>]) -> Travel {
      Travel(across: points.map { $0.x / trunkPixels }.spread, upDown: points.map { $0.y / trunkPixels }.spread)
    }
    hips = travel(hipMiddle)
    shoulders = travel(shoulderMiddle)
    wrists = travel(middle(.leftWrist, .rightWrist))
    nose = travel(picture(.nose))
    knees = Pair { travel(picture($0.knee)) }
    ankles = Pair { travel(picture($0.ankle)) }
    kneeVisibility = posture.kneeVisibility
    flexionTogether = posture.legs.left.flexion.correlation(with: posture.legs.right.flexion)
    abductionTogether = posture.legs.left.abduction.correlation(with: posture.legs.right.abduction)
    let limbs = BodySide.allCases.flatMap { [$0.elbow, $0.wrist, $0.knee, $0.ankle] }.flatMap { joint in
      let course = world(joint)
      return [\Vector.x, \.y, \.z].map { axis in course.map { $0[keyPath: axis] / posture.trunkMetres }.spread }
    }
    body = max(limbs.max() ?? 0, hips.upDown, shoulders.upDown)
  }
}
