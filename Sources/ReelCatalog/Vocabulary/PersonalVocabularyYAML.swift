/// Reads a person's own vocabulary from YAML, within the bounds of `YAMLTree`.
public enum PersonalVocabularyYAML {
  /// Reads one file.
  ///
  /// - Parameter vocabulary: The one that it adds to.
  /// - Throws: `VocabularyError` with line, column and, for a misspelt word, the nearest right one.
  public static func vocabulary(
    from text: String, over vocabulary: Vocabulary
  ) throws(VocabularyError) -> PersonalVocabulary {
    do {
      var reader = PersonalVocabularyReader(vocabulary)
      try reader.read(try YAMLTree.read(text))
      return PersonalVocabulary(exercises: reader.exercises, names: reader.names, source: text)
    } catch {
      throw VocabularyError(
        line: error.line, column: error.column,
        problem: error.message + (error.suggestion.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
  }
}

private struct PersonalVocabularyReader {
  private(set) var exercises: [Exercise] = []
  private(set) var names: [PersonalVocabulary.Names] = []
  private let vocabulary: Vocabulary
  /// Which exercise has a name that the person gave, by the name's words.
  private var owners: [[[UInt8]]: String] = [:]

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private enum Key: String, CaseIterable { case names, exercises }

  mutating func read(_ tree: YAMLTree) throws(YAMLError) {
    let map = try YAMLMap<Key>(tree)
    for item in try map[.exercises]?.list() ?? [] { exercises.append(try exercise(item)) }
    for (key, value) in try map[.names]?.pairs() ?? [] {
      let id = try key.text()
      guard vocabulary.exercise(id) != nil else {
        throw key.error(
          "no exercise has the id \"\(id)\"",
          suggestion: NearestWord.to(id, among: vocabulary.exercises.map(\.id)))
      }
      names.append(PersonalVocabulary.Names(exercise: id, names: try newNames(value, of: id)))
    }
  }

  private enum ExerciseKey: String, CaseIterable {
    case id, name, aliases, region, movements, core, mode
    case otherModes = "also"
    case positions, equipment
    case optionalEquipment = "equipment_optional"
    case side, level, exposures
  }

  private mutating func exercise(_ tree: YAMLTree) throws(YAMLError) -> Exercise {
    let map = try YAMLMap<ExerciseKey>(tree)
    let idTree = try map.required(.id)
    let id = try idTree.text()
    guard id.isSlug else { throw idTree.error("the id \"\(id)\" isn't lower-case words joined by hyphens") }
    guard id != "none", vocabulary.exercise(id) == nil, !exercises.contains(where: { $0.id == id }) else {
      throw idTree.error("the id \"\(id)\" is taken; put names for a known exercise under \"names\"")
    }
    let nameTree = try map.required(.name)
    let name = try newName(nameTree, of: id)
    let forms = [name] + (try map[.aliases].map { tree throws(YAMLError) in try newNames(tree, of: id) } ?? [])
    let movements = try map[.movements].map { tree throws(YAMLError) in try YAMLMap<MovementRole>(tree) }
    let positions: [Position] = try words(map[.positions])
    let exposures = try words(map[.exposures], among: vocabulary.exposures.map(\.id), "exposures")
    return Exercise(
      id: id, name: name, region: try map[.region]?.word(Region.self) ?? .hip,
      primary: try words(movements?[.primary]), secondary: try words(movements?[.secondary]),
      control: try words(movements?[.control]), core: try words(map[.core]),
      mode: try map.required(.mode).word(Mode.self),
      otherModes: try words(map[.otherModes]), positions: positions,
      equipment: try words(map[.equipment], among: vocabulary.equipment, "equipment").map { [$0] },
      optionalEquipment: try words(map[.optionalEquipment], among: vocabulary.equipment, "equipment"),
      side: try map.required(.side).word(ExerciseSide.self), level: try map[.level]?.word(Level.self) ?? .beginner,
      exposures: exposures + vocabulary.exposures(of: positions).filter { !exposures.contains($0) },
      hasKnownExposures: map[.exposures] != nil, contraction: nil,
      forms: forms.map { SurfaceForm(text: $0, language: PersonalVocabulary.language) })
  }

  private mutating func newNames(_ tree: YAMLTree, of id: String) throws(YAMLError) -> [String] {
    var names: [String] = []
    for item in try tree.list() { names.append(try newName(item, of: id)) }
    return names
  }

  private mutating func newName(_ tree: YAMLTree, of id: String) throws(YAMLError) -> String {
    let name = try tree.text()
    guard name.utf8.count <= PersonalVocabulary.longestName else {
      throw tree.error("a name is longer than \(PersonalVocabulary.longestName) bytes")
    }
    guard !name.hasControlCharacter else {
      throw tree.error("a name has a control character")
    }
    let words = PersonalVocabulary.words(of: name)
    guard words.reduce(0, { $0 + $1.count }) >= 3 else {
      throw tree.error("\"\(name)\" is too short: a name needs three letters or digits")
    }
    if let owner = owners.updateValue(id, forKey: words), owner != id {
      throw tree.error("\"\(name)\" is already a name of \"\(owner)\"")
    }
    return name
  }

  private func words<Word: RawRepresentable<String> & CaseIterable>(
    _ tree: YAMLTree?
  ) throws(YAMLError) -> [Word] {
    var words: [Word] = []
    for item in try tree?.list() ?? [] { words.append(try item.word(Word.self)) }
    return words
  }

  private func words(_ tree: YAMLTree?, among known: [String], _ name: String) throws(YAMLError) -> [String] {
    var words: [String] = []
    for item in try tree?.list() ?? [] {
      let word = try item.text()
      guard known.contains(word) else {
        throw item.error("\"\(word)\" isn't a value for \"\(name)\"", suggestion: NearestWord.to(word, among: known))
      }
      words.append(word)
    }
    return words
  }
}
