/// A person's own names for drills: more names for known exercises, and exercises of their own.
///
/// Read from `vocabulary.yaml` beside the catalog; docs/tags.md shows one.
public struct PersonalVocabulary: Sendable, Equatable {
  /// Exercises that the standard vocabulary does not have, in the order of the file.
  public let exercises: [Exercise]
  /// More names for known exercises, in the order of the file; each exercise appears once.
  public let names: [Names]
  /// Different for every file that can give different tags.
  public let version: String

  /// What else a known exercise is called.
  public struct Names: Sendable, Equatable {
    public let exercise: String
    public let names: [String]
  }

  /// How many bytes a name can have.
  static let longestName = 120

  /// The language of surface forms that a person gave.
  static let language = "own"

  /// - Parameter source: The text that both come from.
  init(exercises: [Exercise], names: [Names], source: String) {
    self.exercises = exercises
    self.names = names
    version = String(StableHash(source.utf8).value, radix: 16)
  }

  /// Whether a match comes from this vocabulary and not from the standard one.
  ///
  /// - Parameters:
  ///   - entry: The match's entry, such as `exercise:clamshell`.
  ///   - words: The words that matched.
  public func isBehind(_ entry: String, matching words: String) -> Bool {
    guard let id = entry.split(separator: ":").dropFirst().first, entry.hasPrefix("exercise:") else { return false }
    if exercises.contains(where: { $0.id == id }) { return true }
    let said = Self.words(of: words)
    return names.contains { $0.exercise == id && $0.names.contains { Self.words(of: $0) == said } }
  }

  /// The exercise with a name, compared without case, accents and plural; nil if there is none.
  func owner(of name: String) -> String? {
    let words = Self.words(of: name)
    return exercises.first { $0.forms.contains { Self.words(of: $0.text) == words } }?.id
      ?? names.first { $0.names.contains { Self.words(of: $0) == words } }?.exercise
  }

  /// A name in the form for comparing: without case, accents and plural.
  static func words(of name: String) -> [[UInt8]] {
    Tokenizer.tokens(in: name, kind: .title).map { WordStem.stem(of: $0.word) }
  }
}

extension Vocabulary {
  /// This vocabulary with a person's own names on top.
  ///
  /// If both know a name, only the person's meaning counts: other exercises lose it, and it is neither ambiguous
  /// nor an everyday word.
  public func adding(_ own: PersonalVocabulary) -> Vocabulary {
    let names = own.exercises.flatMap(\.forms).map(\.text) + own.names.flatMap(\.names)
    let taken = Set(names.map(PersonalVocabulary.words(of:)))
    func isFree(_ name: String) -> Bool { !taken.contains(PersonalVocabulary.words(of: name)) }
    let more = Dictionary(own.names.map { ($0.exercise, $0.names) }, uniquingKeysWith: { $0 + $1 })
    let known = exercises.map { exercise in
      let forms =
        exercise.forms.filter { isFree($0.text) }
        + (more[exercise.id] ?? []).map { SurfaceForm(text: $0, language: PersonalVocabulary.language) }
      return forms == exercise.forms ? exercise : exercise.withForms(SurfaceForms(forms))
    }
    return Vocabulary(
      exercises: own.exercises + known, families: families, terms: terms, muscles: muscles,
      ambiguous: ambiguous.filter { isFree($0.name) }, falseFriends: falseFriends.filter { isFree($0.phrase) },
      everydayNames: EverydayNames(
        inCaptions: everydayNames.inCaptions.filter(isFree),
        inCaptionsAndFileNames: everydayNames.inCaptionsAndFileNames.filter(isFree),
        besideOtherTopics: everydayNames.besideOtherTopics.filter(isFree)),
      spelling: spelling, neverFuzzy: neverFuzzy, exposures: exposures, conditions: conditions,
      redFlags: redFlags, safetyPhrases: safetyPhrases, doses: doses, equipment: equipment)
  }
}
