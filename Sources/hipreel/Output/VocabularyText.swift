import ReelCatalog
import ReelLibrary

/// How the vocabulary is shown to a person.
enum VocabularyText {
  /// `FILE:LINE:COLUMN: what is wrong`, as compilers write it.
  static func message(_ problem: LibraryVocabulary.Problem) -> String {
    "\(problem.path.text):\(problem.error.line == nil ? " " : "")\(problem.reason)"
  }

  /// `2 exercises of your own, 3 more names`.
  static func line(_ own: PersonalVocabulary) -> String {
    let more = own.names.reduce(0) { $0 + $1.names.count }
    return "\(HumanText.count(own.exercises.count, "exercise")) of your own, "
      + "\(HumanText.count(more, "more name", "more names")) for known exercises"
  }

  static func list(_ words: [String]) -> String { words.isEmpty ? "–" : words.joined(separator: ", ") }

  /// What the vocabulary says about one exercise, as rows of a table.
  static func facts(_ exercise: Exercise) -> [(String, String)] {
    [
      ("id", exercise.id), ("name", exercise.name), ("region", exercise.region.rawValue),
      ("primary", list(exercise.primary.map(\.rawValue))), ("secondary", list(exercise.secondary.map(\.rawValue))),
      ("control", list(exercise.control.map(\.rawValue))), ("core", list(exercise.core.map(\.rawValue))),
      ("mode", list(([exercise.mode] + exercise.otherModes).map(\.rawValue))),
      ("position", list(exercise.positions.map(\.rawValue))),
      ("equipment", list(exercise.equipment.map { $0.joined(separator: " or ") })), ("side", exercise.side.rawValue),
      ("level", exercise.level.rawValue),
      ("exposures", exercise.hasKnownExposures ? list(exercise.exposures.map(inWords)) : "unknown"),
      ("also called", list(exercise.forms.dropFirst().map(\.text))),
    ]
  }

  /// "bends the hip deeply (deep-hip-flexion)".
  private static func inWords(_ exposure: String) -> String {
    Vocabulary.standard.exposure(exposure).map { "\($0.warning["en"]) (\(exposure))" } ?? exposure
  }
}
