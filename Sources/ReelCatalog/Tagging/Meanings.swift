/// The meaning of everything in a vocabulary by its place there, each boxed once so that no text has to.
struct Meanings {
  let exercises: [TextReading.Meaning]
  let families: [TextReading.Meaning]
  let muscles: [TextReading.Meaning]
  let terms: [TextReading.Meaning]

  init(_ vocabulary: Vocabulary) {
    exercises = vocabulary.exercises.map { .exercise($0, isSure: true) }
    families = vocabulary.families.map { .family($0) }
    muscles = vocabulary.muscles.map { .muscle($0) }
    terms = vocabulary.terms.map { .term($0) }
  }
}
