/// What hipreel saw in a reel's picture: measured facts, what follows with what confidence, and what may be.
///
/// docs/POSE.md says how sure each is and what is never said. Times are in milliseconds from the start of the video.
public struct Seen: Sendable, Equatable {
  /// Why the picture says nothing; nil where it says something.
  public var gate: Gate?
  /// The part that was looked at: one take of the film.
  public var part: ClosedRange<Int>
  public var position: Sighting<Position>?
  /// What the reel is for.
  public var movement: Sighting<HipMovement>?
  public var mode: Sighting<Mode>?
  /// How the body moves.
  public var pattern: MovementPattern?
  /// Nil if it is unclear whether the hip moves.
  public var axis: Axis?
  /// Nil if unclear.
  public var sides: Sides?
  /// The leg that works, where one clearly does; never more than a suggestion, since selfies are mirrored.
  public var side: ReelSide?
  /// How often the movement comes and goes in the part; nil without movement.
  public var repetitions: Int?
  /// The time of one repetition; where legs take turns, of each leg's own. Nil without movement.
  public var periodMilliseconds: Int?
  public var isHold: Bool
  /// How far each hip moved, in degrees: 5th to 95th percentile, as the camera saw it. No measurement of a joint.
  public var ranges: Ranges?
  /// The moment of the furthest excursion.
  public var endRangeMilliseconds: Int?
  /// From the first repetition to the last.
  public var workingPart: ClosedRange<Int>?
  /// The exercises that the movement is most like, the likeliest first; at most five.
  public var exercises: [Likeness]
  /// The body at the furthest excursion: points by `Joint`, in thousandths of the picture's width and height.
  public var figure: [FigurePoint]

  public init(
    gate: Gate? = nil, part: ClosedRange<Int>, position: Sighting<Position>? = nil,
    movement: Sighting<HipMovement>? = nil, mode: Sighting<Mode>? = nil, pattern: MovementPattern? = nil,
    axis: Axis? = nil, sides: Sides? = nil, side: ReelSide? = nil, repetitions: Int? = nil,
    periodMilliseconds: Int? = nil, isHold: Bool = false, ranges: Ranges? = nil, endRangeMilliseconds: Int? = nil,
    workingPart: ClosedRange<Int>? = nil, exercises: [Likeness] = [], figure: [FigurePoint] = []
  ) {
    self.gate = gate
    self.part = part
    self.position = position
    self.movement = movement
    self.mode = mode
    self.pattern = pattern
    self.axis = axis
    self.sides = sides
    self.side = side
    self.repetitions = repetitions
    self.periodMilliseconds = periodMilliseconds
    self.isHold = isHold
    self.ranges = ranges
    self.endRangeMilliseconds = endRangeMilliseconds
    self.workingPart = workingPart
    self.exercises = exercises
    self.figure = figure
  }

  /// Whether one leg works, so far as one can see: a mirrored take shows the other side.
  public var mayHaveSide: Bool { sides == .unilateral || sides == nil }

  /// The legal counts of repetitions.
  public static let repetitionCounts = 0...1000

  /// Why the picture says nothing.
  public enum Gate: String, Sendable, CaseIterable {
    /// Nobody was found, or for less than a second.
    case noPerson = "no-person"
    /// The person was lost too often.
    case lost
    /// No whole leg is in the picture for most of the time.
    case legsOutOfFrame = "legs-out-of-frame"
  }

  /// What moves the hip.
  public enum Axis: String, Sendable, CaseIterable {
    /// Flexion and extension; abduction and adduction; rotation; nothing.
    case flexion = "F"
    case abduction = "A"
    case rotation = "R"
    case none
  }

  /// How the legs share the work.
  public enum Sides: String, Sendable, CaseIterable {
    case both, unilateral, alternating, none
  }

  /// The ranges of both hips, in whole degrees, 0...360.
  public struct Ranges: Sendable, Equatable {
    public var leftFlexion: Int
    public var rightFlexion: Int
    public var leftAbduction: Int
    public var rightAbduction: Int

    public init(leftFlexion: Int, rightFlexion: Int, leftAbduction: Int, rightAbduction: Int) {
      self.leftFlexion = leftFlexion
      self.rightFlexion = rightFlexion
      self.leftAbduction = leftAbduction
      self.rightAbduction = rightAbduction
    }
  }

  /// An exercise that the movement is like.
  public struct Likeness: Sendable, Equatable {
    public var exercise: String
    /// Its share among the nearest clips, in thousandths.
    public var permille: Int
    /// How many of the nearest clips show it.
    public var clipCount: Int

    public init(exercise: String, permille: Int, clipCount: Int) {
      self.exercise = exercise
      self.permille = permille
      self.clipCount = clipCount
    }
  }

  /// A point of the stick figure.
  public struct FigurePoint: Sendable, Equatable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }
}

/// One thing that the picture says, with how sure that is.
public struct Sighting<Value: Sendable & Equatable>: Sendable, Equatable {
  public var value: Value
  public var confidence: Confidence
  /// Whether it was right often enough on clips of strangers to be a tag; else it is a suggestion.
  public var isTag: Bool

  public init(_ value: Value, confidence: Confidence, isTag: Bool) {
    self.value = value
    self.confidence = confidence
    self.isTag = isTag
  }
}
