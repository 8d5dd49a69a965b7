/// A position or load that an exercise involves: a fact about the exercise, never advice.
public struct Exposure: Sendable, Equatable {
  /// Such as `deep-hip-flexion`.
  public let id: String
  /// What it means, for people who add exercises.
  public let meaning: String
  /// What an exercise with it does, for the person who does it: "bends the hip deeply".
  public let warning: Wording
  /// Postures that involve it whatever the exercise.
  public let positions: [Position]

  public init(id: String, meaning: String, warning: Wording = Wording(), positions: [Position] = []) {
    self.id = id
    self.meaning = meaning
    self.warning = warning
    self.positions = positions
  }
}

/// The exposures that a person with some condition may want left out.
public struct ConditionProfile: Sendable, Equatable {
  /// Such as `hip-replacement-posterior`.
  public let id: String
  /// For people.
  public let label: String
  /// Keys of the exposures that are left out.
  public let exclude: [String]
  /// Keys of the exposures that are allowed but pointed out.
  public let warn: [String]
  /// How long this usually holds, in words; nothing is computed from it.
  public let window: String
  /// Keys of the red flags that go with it.
  public let redFlags: [String]
  /// Whether a doctor has to see the person before anything is planned.
  public let needsDoctor: Bool

  public init(
    id: String, label: String, exclude: [String], warn: [String], window: String, redFlags: [String] = [],
    needsDoctor: Bool = false
  ) {
    self.id = id
    self.label = label
    self.exclude = exclude
    self.warn = warn
    self.window = window
    self.redFlags = redFlags
    self.needsDoctor = needsDoctor
  }
}
