public import MediaFacts
public import ReelCatalog

/// What a landmark track says: gates first, then posture, movement and repetitions.
///
/// Pure: the same track gives the same reading, on any thread.
public struct PoseReading: Sendable {
  /// What follows by rules.
  public let seen: Seen
  /// Nil where a gate holds.
  public let signature: Signature?
  /// What the rules take the movement for; never enough for a tag by itself.
  public let rulesMovement: [HipMovement]
  /// What the rules call the posture.
  public let rulesPosition: Position?
  /// The labelled clips that move most alike, the nearest first.
  public let neighbours: [Likeness.Neighbour]
  /// Whether the hips are off the ground while lying on the side.
  public let isSidePlank: Bool
  /// The numbers behind the gates.
  public let quality: Quality

  /// How well a person was tracked.
  public struct Quality: Sendable, Equatable {
    public let trackedCount: Int
    /// 0...1.
    public let trackedShare: Double
    public let lossShare: Double
    public let legsShare: Double
  }

  /// Which rules and which model of likeness conclude: with another number, catalogs conclude anew.
  public static let mind = rules * 1_000_000 + Likeness.version

  /// Grows with every change of the rules that can change a reading.
  private static let rules = 2

  public init(_ track: LandmarkTrack) {
    let shot = Shot.best(of: track)
    let tracked = shot.tracked
    let part = (shot.frames.first?.timeMilliseconds ?? 0)...(shot.frames.last?.timeMilliseconds ?? 0)
    quality = Quality(
      trackedCount: tracked.count, trackedShare: shot.trackedShare, lossShare: shot.lossShare,
      legsShare: shot.legsShare)
    guard let gate = Self.gate(shot, quality) else {
      guard let posture = Posture(shot) else { preconditionFailure("a shot without a gate has eight postures") }
      let motion = Motion(posture)
      let (name, _) = PostureRules.posture(of: posture, motion)
      let rules = PatternRules.result(posture, motion, name)
      let repetition = Repetition(posture, motion, rules)
      let signature = Signature(posture, motion)
      self.signature = signature
      rulesPosition = name.flatMap { Position($0) }
      // A camera a little from the feet lifts the hips of a clamshell.
      isSidePlank = name == .sidePlank && rules.pattern != .clamshell
      // Whatever comes but once in a long film is not what it is for.
      let isOnce = (repetition.count ?? 0) <= 1 && shot.frames.count > Self.longCount
      rulesMovement = isOnce ? [] : rules.purpose
      var seen = Seen(posture, motion, rules, repetition, part: part, size: track.pictureSize)
      let opinion = Likeness.standard.opinion(of: signature)
      let conclusion = Conclusion(
        opinion, rules, name, repetitions: repetition.count ?? 0, isHold: repetition.isHold, isOnce: isOnce)
      (seen.position, seen.movement, seen.mode) = (conclusion.position, conclusion.movement, conclusion.mode)
      seen.exercises = conclusion.exercises
      self.seen = seen
      neighbours = opinion.neighbours
      return
    }
    seen = Seen(gate: gate, part: part)
    (signature, rulesMovement, rulesPosition, neighbours, isSidePlank) = (nil, [], nil, [], false)
  }

  /// Eight seconds.
  private static let longCount = 8 * LandmarkTrack.picturesPerSecond

  private static func gate(_ shot: Shot, _ quality: Quality) -> Seen.Gate? {
    if quality.trackedCount < 8 { return .noPerson }
    if quality.trackedShare < 0.8 || quality.lossShare > 0.1 { return .lost }
    let ankles = shot.ankleVisibilities
    if quality.legsShare < 0.75 || ankles.allSatisfy({ $0 < 0.5 }) { return .legsOutOfFrame }
    return nil
  }
}

extension Position {
  /// The vocabulary's word for a posture.
  init?(_ name: PostureRules.Name) {
    self.init(rawValue: name == .sidePlank ? Position.sideLying.rawValue : name.rawValue)
  }
}

extension Seen {
  fileprivate init(
    _ posture: Posture, _ motion: Motion, _ rules: PatternRules.Result, _ repetition: Repetition,
    part: ClosedRange<Int>, size: PixelSize
  ) {
    func rounded(_ degrees: Double) -> Int { Int(min(360, max(0, degrees)).rounded(.toNearestOrEven)) }
    func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }
    let end = EndRange.place(posture, motion, rules)
    self.init(
      part: part, pattern: rules.pattern, axis: rules.knowsAxis ? rules.axis ?? Axis.none : nil,
      sides: rules.knowsAxis ? repetition.sides : nil,
      side: repetition.side.map { $0 == .left ? .left : .right }, repetitions: repetition.count,
      periodMilliseconds: repetition.period.map(milliseconds), isHold: repetition.isHold,
      ranges: Ranges(
        leftFlexion: rounded(motion.flexion.left), rightFlexion: rounded(motion.flexion.right),
        leftAbduction: rounded(motion.abduction.left), rightAbduction: rounded(motion.abduction.right)),
      endRangeMilliseconds: end.map { milliseconds(posture.times[$0]) },
      workingPart: repetition.workingPart.map { milliseconds($0.lowerBound)...milliseconds($0.upperBound) },
      figure: end.map { place in
        Joint.allCases.map { joint in
          let point = posture.picture[joint, default: []][place]
          func share(_ value: Double, of side: Int) -> Int { Int((value / Double(side) * 1000).rounded()) }
          return FigurePoint(x: share(point.x, of: size.width), y: share(point.y, of: size.height))
        }
      } ?? [])
  }
}
