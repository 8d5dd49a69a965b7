/// What is known about movement: the exercises, the words people use for them, and what they mean.
///
/// The standard one is compiled from `catalog/exercises.yaml`; a person's own words come on top of it.
public struct Vocabulary: Sendable, Equatable {
  /// In the order of the file; no two share an id.
  public let exercises: [Exercise]
  /// Names that say what moves without saying which exercise, such as "squat" or "leg swing".
  public let families: [ExerciseFamily]
  /// Words for movements, modes, sides, positions and so on.
  public let terms: [Term]
  public let muscles: [MuscleGroup]
  public let ambiguous: [AmbiguousName]
  public let falseFriends: [FalseFriend]
  public let everydayNames: EverydayNames
  /// Common misspellings of single words.
  public let spelling: [Correction]
  /// Groups of words that differ by one letter and are never taken for one another.
  public let neverFuzzy: [[String]]
  public let exposures: [Exposure]
  /// Conditions that call for leaving out some positions and loads.
  public let conditions: [ConditionProfile]
  public let redFlags: [RedFlag]
  public let safetyPhrases: [SafetyPhrase: Wording]
  public let doses: [DoseDefault]
  /// The items of equipment that exercises name.
  public let equipment: [String]

  private let places: [String: Int]

  /// If two exercises share an id, it finds the first; `VocabularyYAML` refuses such a file.
  public init(
    exercises: [Exercise] = [], families: [ExerciseFamily] = [], terms: [Term] = [], muscles: [MuscleGroup] = [],
    ambiguous: [AmbiguousName] = [], falseFriends: [FalseFriend] = [], everydayNames: EverydayNames = .none,
    spelling: [Correction] = [],
    neverFuzzy: [[String]] = [], exposures: [Exposure] = [], conditions: [ConditionProfile] = [],
    redFlags: [RedFlag] = [], safetyPhrases: [SafetyPhrase: Wording] = [:],
    doses: [DoseDefault] = [], equipment: [String] = []
  ) {
    self.exercises = exercises
    self.families = families
    self.terms = terms
    self.muscles = muscles
    self.ambiguous = ambiguous
    self.falseFriends = falseFriends
    self.everydayNames = everydayNames
    self.spelling = spelling
    self.neverFuzzy = neverFuzzy
    self.exposures = exposures
    self.conditions = conditions
    self.redFlags = redFlags
    self.safetyPhrases = safetyPhrases
    self.doses = doses
    self.equipment = equipment
    places = Dictionary(exercises.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The exercise with an id, or nil when there is none.
  public func exercise(_ id: String) -> Exercise? { places[id].map { exercises[$0] } }

  /// The condition profile with an id, or nil when there is none.
  public func condition(_ id: String) -> ConditionProfile? { conditions.first { $0.id == id } }

  /// The exposure with an id, or nil when there is none.
  public func exposure(_ id: String) -> Exposure? { exposures.first { $0.id == id } }

  /// The ids of what postures involve whatever the exercise: on hands and knees, kneeling.
  public func exposures(of positions: [Position]) -> [String] {
    exposures.filter { !Set($0.positions).isDisjoint(with: positions) }.map(\.id)
  }

  /// The red flag with an id, or nil when there is none.
  public func redFlag(_ id: String) -> RedFlag? { redFlags.first { $0.id == id } }

  /// How much of a mode is usual, or nil if the vocabulary doesn't say.
  public func dose(_ mode: Mode) -> DoseDefault? { doses.first { $0.mode == mode } }
}

extension Vocabulary {
  /// The vocabulary that hipreel comes with, compiled from `catalog/exercises.yaml`.
  public static let standard: Vocabulary = {
    do {
      return try VocabularyLiteral.decode(standardLiteral)
    } catch {
      // The literal is written by our own generator and read back by a test.
      preconditionFailure("the compiled vocabulary can't be read: \(error)")
    }
  }()
}

extension Vocabulary {
  /// Whether the vocabulary knows everything that a decision names.
  public func knows(_ change: Edit.Change) -> Bool {
    switch change {
    case .addTag(let name), .removeTag(let name), .acceptTag(let name), .rejectTag(let name):
      name.facet == .dose ? Dose(value: name.value) != nil : name.facet.values(in: self).contains(name.value)
    case .setExercise(let exercise): exercise.map { Facet.exercise.values(in: self).contains($0) } ?? true
    case .trim, .note, .favourite, .rating, .thumbnail: true
    }
  }
}
