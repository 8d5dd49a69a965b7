/// What a person's posture is called, picture by picture and over a shot: by rules, in words of their own.
///
/// The thresholds come from 89 clips; on four other sets the rules named the position right in nine of ten.
enum PostureRules {
  /// What the rules tell apart. A side plank counts as lying on the side where a position is named.
  enum Name: String, CaseIterable {
    case standing, squat, lunge
    case seatedChair = "seated-chair"
    case supine, prone
    case sideLying = "side-lying"
    case sidePlank = "side-plank"
    case quadruped, plank
    case tallKneeling = "tall-kneeling"
    case halfKneeling = "half-kneeling"
    case seatedFloor = "seated-floor"
  }

  /// The share of the pictures in which each posture was seen.
  typealias Shares = [Name: Double]

  /// The posture of a shot, and the shares it follows from; nil where no posture is seen for long enough.
  static func posture(of posture: Posture, _ motion: Motion) -> (name: Name?, shares: Shares) {
    var shares: Shares = [:]
    for place in 0..<posture.count {
      if let name = name(posture, place) { shares[name, default: 0] += 1 / Double(posture.count) }
    }
    func share(_ name: Name) -> Double { shares[name] ?? 0 }
    func largest(_ names: [Name]) -> Name? { names.reversed().max { share($0) < share($1) } }
    let bent: [Name] = [.squat, .lunge, .seatedChair]
    if share(.standing) + share(.squat) + share(.lunge) + share(.seatedChair) >= 0.6 {
      let best = largest(bent)
      if share(.standing) >= 0.1 {
        // Whoever stands up once in a while is standing, unless the hips never move: then it is held.
        if share(.standing) >= 0.5 || motion.hips.upDown >= 0.3 { return (.standing, shares) }
        return (best.flatMap { share($0) >= 0.4 ? $0 : nil }, shares)
      }
      return (best.flatMap { share($0) >= 0.5 ? $0 : nil }, shares)
    }
    // Sit-ups.
    if share(.supine) >= 0.3, share(.seatedFloor) > 0 { shares[.supine] = share(.supine) + share(.seatedFloor) }
    return (largest(Name.allCases).flatMap { share($0) >= 0.6 ? $0 : nil }, shares)
  }

  private static func name(_ posture: Posture, _ place: Int) -> Name? {
    posture.lean[place] > 50 ? lyingName(posture, place) : uprightName(posture, place)
  }

  private static func lyingName(_ posture: Posture, _ place: Int) -> Name? {
    let (facing, sideUp) = (posture.facing[place], posture.sideUp[place])
    let (hipHeight, shoulderHeight) = (posture.hipHeight[place], posture.shoulderHeight[place])
    if abs(sideUp) >= 0.65, abs(facing) < 0.65 {
      return hipHeight >= 0.42 && shoulderHeight >= 0.6 ? .sidePlank : .sideLying
    }
    if facing >= 0.5 { return .supine }
    guard facing <= -0.5 else { return nil }
    let (left, right) = (posture.legs.left, posture.legs.right)
    let (leftTilt, rightTilt) = (left.thighTilt[place], right.thighTilt[place])
    let tilt = min(leftTilt, rightTilt)
    let (leftKnee, rightKnee) = (left.knee[place], right.knee[place])
    let kneeHeight = min(left.kneeHeight[place], right.kneeHeight[place])
    if hipHeight >= 1.35, min(leftKnee, rightKnee) < 75 {
      // Bent over: with the hands on the floor it is a plank with the hips high.
      let handHeight = min(left.wristHeight[place], right.wristHeight[place])
      return posture.lean[place] > 70 && handHeight < 0.2 ? .plank : .standing
    }
    let shank = leftTilt <= rightTilt ? left.shankTilt[place] : right.shankTilt[place]
    if tilt < 50, kneeHeight < 0.75, shank > 50 { return .quadruped }
    if leftKnee > 85, rightKnee > 85, kneeHeight < 0.45, tilt < 80 { return .quadruped }
    return hipHeight >= 0.3 ? .plank : .prone
  }

  private static func uprightName(_ posture: Posture, _ place: Int) -> Name? {
    let facing = posture.facing[place]
    let (left, right) = (posture.legs.left, posture.legs.right)
    func isKneeDown(_ leg: Posture.Leg) -> Bool { leg.shankTilt[place] > 58 && leg.kneeHeight[place] < 0.45 }
    let (leftDown, rightDown) = (isKneeDown(left), isKneeDown(right))
    let (leftTilt, rightTilt) = (left.thighTilt[place], right.thighTilt[place])
    let shank = max(left.shankTilt[place], right.shankTilt[place])
    if facing >= 0.45, posture.lean[place] > 30 { return .supine }
    if posture.hipHeight[place] < 0.45 {
      if (left.flexion[place] + right.flexion[place]) / 2 >= 45 { return .seatedFloor }
      return facing < -0.4 ? .prone : nil
    }
    if leftDown, rightDown { return .tallKneeling }
    if leftDown && rightTilt > 50 || rightDown && leftTilt > 50 { return .halfKneeling }
    if leftTilt < 50, rightTilt < 50 { return posture.hipHeight[place] >= 1.2 ? .standing : nil }
    if min(leftTilt, rightTilt) >= 50 { return shank < 24 && posture.lean[place] < 28 ? .seatedChair : .squat }
    return shank > 45 && abs(left.ankleHeight[place] - right.ankleHeight[place]) < 0.4 ? .lunge : .standing
  }
}
