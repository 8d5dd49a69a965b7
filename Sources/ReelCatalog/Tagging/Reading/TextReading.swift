/// A text with the phrases that count in it: the longest ones, none of them taken back, each with one meaning.
struct TextReading {
  let words: [FoundText.Word]
  /// Phrases that name something done or meant, in the order of the text; they do not overlap.
  let names: [Name]
  /// Sides, positions, equipment and levels; these can be inside names.
  let attributes: [PhraseFinding]
  /// What a movement is trained against, by the equipment that is named.
  let load: Load
  /// Sentences in which nothing is taught.
  let asides: Set<Int>
  let kind: TextKind

  /// What a movement is trained against: a band or a cable is light, a barbell heavy.
  enum Load: Comparable { case none, light, heavy }

  /// A phrase with one meaning.
  struct Name {
    let meaning: Meaning
    let finding: PhraseFinding
    /// Whether it is only mentioned: in a hashtag, an aside, or as the place where something else is done.
    var isMention: Bool
    /// Whether its own words say that it is moved, not held: "adductor rock back".
    var isDynamic = false

    var words: Range<Int> { finding.words }
    var sentence: Int { finding.sentence }
  }

  /// What a name stands for; boxed, since an exercise has dozens of fields and names are copied a lot.
  indirect enum Meaning {
    case exercise(Exercise, isSure: Bool)
    case family(ExerciseFamily)
    case muscle(MuscleGroup)
    case term(Term)

    var mode: Mode? {
      switch self {
      case .exercise(let exercise, _): exercise.mode
      case .family(let family): family.mode
      case .muscle: nil
      case .term(let term): term.kind == .mode || term.kind == .work ? Mode(rawValue: term.value) : nil
      }
    }

    /// Whether it is something you do: an exercise or a family of them.
    var isDone: Bool {
      switch self {
      case .exercise, .family: true
      case .muscle, .term: false
      }
    }

    /// Whether it says that the text is about exercise; a figure of speech says the opposite.
    var isAboutExercise: Bool {
      switch self {
      case .exercise, .muscle: true
      case .family(let family): family.mode != nil
      case .term(let term): term.kind != .filler && term.kind != .noise
      }
    }

    /// Whether no text about another subject would say it.
    var isSurelyExercise: Bool {
      switch self {
      case .exercise, .muscle: true
      case .family(let family): family.mode != nil
      case .term(let term):
        switch term.kind {
        case .movement, .bareMovement, .generic: true
        case .mode: [Mode.stretch, .pnf, .mobility, .cars, .activation, .strength].map(\.rawValue).contains(term.value)
        default: false
        }
      }
    }

    /// Whether it is something that can be trained.
    var isTrained: Bool {
      switch self {
      case .exercise, .family, .muscle: true
      case .term(let term): [.movement, .bareMovement, .generic].contains(term.kind)
      }
    }

    /// Whether it works the hip too hard to wake it, as a squat does.
    var isHardWork: Bool {
      switch self {
      case .exercise(let exercise, _): movesHip && Self.isHard(exercise.mode, exercise.otherModes)
      case .family(let family): movesHip && family.mode.map { Self.isHard($0, family.otherModes) } ?? false
      case .muscle, .term: false
      }
    }

    private static func isHard(_ mode: Mode, _ others: [Mode]) -> Bool {
      (mode == .strength || mode == .power) && !others.contains(.activation)
    }

    /// Whether it names movements of the hip as what it is for.
    var movesHip: Bool {
      switch self {
      case .exercise(let exercise, _): !exercise.primary.isEmpty
      case .family(let family): !family.primary.isEmpty
      case .muscle, .term: false
      }
    }
  }

  /// The names in a sentence.
  func names(in sentence: Int) -> some Sequence<Name> { names.lazy.filter { $0.sentence == sentence } }
}

/// The meaning of everything in a vocabulary by its place there, each boxed once, so no text has to.
struct Meanings {
  /// What ambiguous names mean without a cue.
  let ambiguous: [TextReading.Meaning?]
  let exercises: [TextReading.Meaning]
  let families: [TextReading.Meaning]
  let muscles: [TextReading.Meaning]
  let terms: [TextReading.Meaning]

  init(_ vocabulary: Vocabulary) {
    ambiguous = vocabulary.ambiguous.map { Self.usual($0, vocabulary) }
    exercises = vocabulary.exercises.map { .exercise($0, isSure: true) }
    families = vocabulary.families.map { .family($0) }
    muscles = vocabulary.muscles.map { .muscle($0) }
    terms = vocabulary.terms.map { .term($0) }
  }

  /// The usual exercise of a name, with what any of its exercises involves: nobody knows which of them is shown.
  private static func usual(_ name: AmbiguousName, _ vocabulary: Vocabulary) -> TextReading.Meaning? {
    guard let standard = name.standard.flatMap(vocabulary.exercise) else { return nil }
    let exposures = Set(name.exercises.compactMap(vocabulary.exercise).flatMap(\.exposures))
    return .exercise(standard.involving(exposures.sorted()), isSure: !name.sharedWith.isEmpty)
  }
}
