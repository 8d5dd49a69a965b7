@testable import ReelCatalog

/// A vocabulary of a dozen entries, one for everything that reading can come across.
enum SmallVocabulary {
  static func forms(_ texts: String...) -> [SurfaceForm] { texts.map { SurfaceForm(text: $0, language: "en") } }

  static let clamshell = Exercise(
    id: "clamshell", name: "Clamshell", region: .hip, primary: [.externalRotation], secondary: [.abduction],
    control: [], core: [.antiRotation], mode: .activation, positions: [.sideLying],
    equipment: [["loop-band"], ["wall", "chair"]], optionalEquipment: [], side: .unilateral, level: .beginner,
    exposures: ["side-pressure"], contraction: nil, forms: forms("clamshell"))
  static let frog = Exercise(
    id: "frog-stretch", name: "Frog stretch", region: .hip, primary: [.abduction], secondary: [], control: [], core: [],
    mode: .stretch, positions: [.quadruped], equipment: [], optionalEquipment: [], side: .bilateral, level: .beginner,
    exposures: [], contraction: nil, forms: forms("frog stretch"))

  static let vocabulary = Vocabulary(
    exercises: [clamshell, frog],
    families: [
      ExerciseFamily(
        id: "squat", region: .hip, primary: [.extension], secondary: [], mode: .strength, otherModes: [.mobility],
        forms: forms("squat")),
      ExerciseFamily(
        id: "calf-stretch", region: .ankle, primary: [], secondary: [], mode: .stretch, forms: forms("calf stretch")),
    ],
    terms: [
      Term(kind: .movement, value: "flexion", forms: forms("hip flexion")),
      Term(kind: .bareMovement, value: "external-rotation", forms: forms("external rotation")),
      Term(kind: .mode, value: "stretch", forms: forms("stretch")),
      Term(kind: .mode, value: "cars", forms: forms("cars")),
      Term(kind: .work, value: "strength", forms: forms("workout")),
      Term(kind: .side, value: "left", forms: forms("left", "left side")),
      Term(kind: .level, value: "advanced", forms: forms("advanced")),
      Term(kind: .position, value: "supine", forms: forms("on your back")),
      Term(kind: .equipment, value: "loop-band", forms: forms("band")),
      Term(kind: .body, value: "hip", forms: forms("hip")),
      Term(kind: .body, value: "shoulder", forms: forms("shoulder")),
      Term(kind: .generic, value: "hips", forms: forms("hip opener")),
      Term(kind: .negation, value: "not", forms: forms("not")),
      Term(kind: .negation, value: "stop", forms: forms("stop")),
      Term(kind: .resume, value: "but", forms: forms("but")), Term(kind: .aside, value: "sale", forms: forms("sale")),
      Term(kind: .topic, value: "food", forms: forms("recipe")),
      Term(kind: .topic, value: "sports", forms: forms("golf")),
      Term(kind: .teaching, value: "teach", forms: forms("tutorial")),
      Term(kind: .place, value: "place", forms: forms("using the")),
      Term(kind: .filler, value: "filler", forms: forms("the", "of")),
      Term(kind: .noise, value: "noise", forms: forms("final", "img")),
    ],
    muscles: [
      MuscleGroup(
        id: "hip-flexors", region: .hip, work: .init(primary: [.flexion], secondary: []),
        stretch: .init(primary: [.extension], secondary: [.internalRotation]), forms: forms("hip flexor", "psoas"))
    ],
    ambiguous: [
      AmbiguousName(
        name: "frog", standard: nil, cues: [AmbiguousName.Cue(exercise: "frog-stretch", words: ["knees wide"])])
    ],
    falseFriends: [
      FalseFriend(phrase: "cars", rejectedBy: ["fast"], requires: ["hip"])
    ],
    everydayNames: EverydayNames(inCaptions: ["squat"], inCaptionsAndFileNames: ["clamshell"], besideOtherTopics: []),
    spelling: [Correction(wrong: "strech", right: "stretch")], neverFuzzy: [], exposures: [], conditions: [], doses: [],
    equipment: ["loop-band", "wall", "chair"])

  static let reader = TextReader(vocabulary)
}

extension TextReading.Meaning {
  /// Its kind and id.
  var shown: String {
    switch self {
    case .exercise(let exercise, let isSure): "exercise \(exercise.id)\(isSure ? "" : "?")"
    case .family(let family): "family \(family.id)"
    case .muscle(let muscle): "muscle \(muscle.id)"
    case .term(let term): "\(term.kind.rawValue) \(term.value)"
    }
  }
}
