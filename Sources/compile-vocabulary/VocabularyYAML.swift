import ReelCatalog

/// Reads a vocabulary from YAML, such as `catalog/exercises.yaml`; docs/VOCABULARY.md describes the form.
enum VocabularyYAML {
  /// The most bytes a file may have: catalog/exercises.yaml has 620 kB.
  static let byteLimit = 4 << 20

  /// The languages of surface forms, in the order in which an entry's forms are kept.
  static let languages = ["en", "es", "pt", "de", "fr"]

  /// Reads a whole vocabulary.
  ///
  /// - Throws: `YAMLError` with the line and column of the first mistake: bad YAML, an anchor or alias, an
  ///   unknown key or word, a second exercise with the same id, or a reference to something that is missing.
  static func vocabulary(from text: String) throws(YAMLError) -> Vocabulary {
    var file = try YAMLFields(try YAMLTree.read(text, atMost: byteLimit))
    // What only people read.
    for key in ["schema", "convention"] { _ = file.take(key) }
    let sources = try sources(file.take("sources"))

    let equipment = try file.texts("equipment")
    let (exposures, rules) = try exposures(file.take("exposures"))
    let exposureIDs = Set(exposures.map(\.id))
    let redFlags = try redFlags(file.take("red_flags"))
    var terms: [Term] = []
    for kind in Term.Kind.allCases {
      terms += try self.terms(kind, in: file.take(key(of: kind)))
    }
    let exercises = try exercises(file.take("exercises"), equipment: Set(equipment), rules)
    let vocabulary = Vocabulary(
      exercises: exercises,
      families: try list(file.take("families")) { node throws(YAMLError) in try family(node, of: exercises) },
      terms: terms,
      muscles: try list(file.take("muscle_terms"), muscle),
      ambiguous: try ambiguous(file.take("ambiguous"), exercises: Set(exercises.map(\.id))),
      falseFriends: try list(file.take("false_friends"), falseFriend),
      everydayNames: try everydayNames(file.take("everyday_names")),
      spelling: try spelling(file.take("spelling")),
      neverFuzzy: try list(file.take("never_fuzzy")) { node throws(YAMLError) in try node.names() },
      exposures: exposures,
      conditions: try conditions(
        file.take("conditions"), exposures: exposureIDs, redFlags: Set(redFlags.map(\.id)), sources),
      redFlags: redFlags, safetyPhrases: try safetyPhrases(file.take("safety_phrases")),
      doses: try doses(file.take("dose_defaults")),
      equipment: equipment)
    try file.finish()
    return vocabulary
  }

  private static func key(of kind: Term.Kind) -> String {
    kind.rawValue.split(separator: "-").joined(separator: "_") + "_terms"
  }

  private static func list<Value>(
    _ node: YAMLTree?, _ read: (YAMLTree) throws(YAMLError) -> Value
  ) throws(YAMLError) -> [Value] {
    var values: [Value] = []
    for item in try node?.list() ?? [] { values.append(try read(item)) }
    return values
  }

  /// Takes the lists of surface forms under the languages' names.
  private static func forms(from fields: inout YAMLFields) throws(YAMLError) -> [SurfaceForm] {
    var forms: [SurfaceForm] = []
    for language in languages {
      forms += try fields.texts(language).map { SurfaceForm(text: $0, language: language) }
    }
    return forms
  }

  private static func terms(_ kind: Term.Kind, in node: YAMLTree?) throws(YAMLError) -> [Term] {
    guard let node else { return [] }
    var table = try YAMLFields(node)
    var terms: [Term] = []
    for (value, node) in table.takeRest() {
      guard isValue(value, of: kind) else { throw node.error("`\(value)` is not a \(kind.rawValue)") }
      var fields = try YAMLFields(node)
      terms.append(Term(kind: kind, value: value, forms: try forms(from: &fields)))
      try fields.finish()
    }
    return terms
  }

  private static func isValue(_ value: String, of kind: Term.Kind) -> Bool {
    switch kind {
    case .movement, .bareMovement: HipMovement(rawValue: value) != nil
    case .mode, .work: Mode(rawValue: value) != nil
    case .side: ReelSide(rawValue: value) != nil
    case .position: Position(rawValue: value) != nil
    case .level: Level(rawValue: value) != nil
    case .equipment, .body, .generic, .negation, .resume, .call, .aside, .topic, .teaching, .place, .filler,
      .noise:
      true
    }
  }

  private static func family(_ node: YAMLTree, of exercises: [Exercise]) throws(YAMLError) -> ExerciseFamily {
    var fields = try YAMLFields(node)
    var exposures: Set<String> = []
    for id in try fields.texts("exercises") {
      guard let exercise = exercises.first(where: { $0.id == id }) else {
        throw node.error("no exercise has the id `\(id)`")
      }
      exposures.formUnion(exercise.exposures)
    }
    let family = ExerciseFamily(
      id: try fields.text("id"), region: try fields.optionalWord("region", as: Region.self),
      primary: try fields.words("primary", as: HipMovement.self),
      secondary: try fields.words("secondary", as: HipMovement.self),
      mode: try fields.optionalWord("mode", as: Mode.self), otherModes: try fields.words("also", as: Mode.self),
      exposures: exposures.sorted(), forms: try forms(from: &fields))
    try fields.finish()
    return family
  }

  private static func muscle(_ node: YAMLTree) throws(YAMLError) -> MuscleGroup {
    var fields = try YAMLFields(node)
    let muscle = MuscleGroup(
      id: try fields.text("id"), region: try fields.word("region", as: Region.self),
      work: MuscleGroup.Movements(
        primary: try fields.words("work", as: HipMovement.self),
        secondary: try fields.words("work_secondary", as: HipMovement.self)),
      stretch: MuscleGroup.Movements(
        primary: try fields.words("stretch", as: HipMovement.self),
        secondary: try fields.words("stretch_secondary", as: HipMovement.self)),
      forms: try forms(from: &fields))
    _ = fields.take("note")
    try fields.finish()
    return muscle
  }

  private static func ambiguous(
    _ node: YAMLTree?, exercises: Set<String>
  ) throws(YAMLError) -> [AmbiguousName] {
    try list(node) { node throws(YAMLError) in
      var fields = try YAMLFields(node)
      let name = try fields.text("term")
      let standard = try fields.optionalText("default")
      _ = fields.take("note")
      var cues: [AmbiguousName.Cue] = []
      if let node = fields.take("cues") {
        var table = try YAMLFields(node)
        for (exercise, words) in table.takeRest() {
          guard exercises.contains(exercise) else { throw words.error("no exercise has the id `\(exercise)`") }
          cues.append(AmbiguousName.Cue(exercise: exercise, words: try words.names()))
        }
      }
      if let standard, !exercises.contains(standard) {
        throw node.error("no exercise has the id `\(standard)`")
      }
      let shared = try fields.texts("shared_with")
      for exercise in shared where !exercises.contains(exercise) {
        throw node.error("no exercise has the id `\(exercise)`")
      }
      guard shared.isEmpty || standard != nil else { throw node.error("a shared name needs a default") }
      try fields.finish()
      return AmbiguousName(name: name, standard: standard, cues: cues, sharedWith: shared)
    }
  }

  private static func falseFriend(_ node: YAMLTree) throws(YAMLError) -> FalseFriend {
    var fields = try YAMLFields(node)
    let friend = FalseFriend(
      phrase: try fields.text("phrase"), rejectedBy: try fields.texts("rejected_by"),
      requires: try fields.texts("requires"))
    _ = fields.take("note")
    try fields.finish()
    return friend
  }

  private static func everydayNames(_ node: YAMLTree?) throws(YAMLError) -> EverydayNames {
    guard let node else { return .none }
    var fields = try YAMLFields(node)
    let names = EverydayNames(
      inCaptions: try fields.texts("captions"),
      inCaptionsAndFileNames: try fields.texts("captions_and_filenames"),
      besideOtherTopics: try fields.texts("beside_other_topics"))
    try fields.finish()
    return names
  }

  private static func spelling(_ node: YAMLTree?) throws(YAMLError) -> [Correction] {
    guard let node else { return [] }
    var table = try YAMLFields(node)
    var corrections: [Correction] = []
    for (wrong, right) in table.takeRest() {
      corrections.append(Correction(wrong: wrong, right: try right.name()))
    }
    return corrections
  }

  private static func exposures(_ node: YAMLTree?) throws(YAMLError) -> ([Exposure], ExposureRules) {
    guard let node else { return ([], ExposureRules([])) }
    var table = try YAMLFields(node)
    var exposures: [Exposure] = []
    var rules: [(exposure: String, implied: [ExposureRules.Case], ruledOut: [ExposureRules.Case])] = []
    for (id, node) in table.takeRest() {
      var fields = try YAMLFields(node)
      let (implied, ruledOut) = try ExposureRules.taken(from: &fields)
      exposures.append(
        Exposure(
          id: id, meaning: try fields.text("meaning"), warning: try wording(fields.take("says"), in: node),
          positions: Position.allCases.filter { position in implied.contains { $0.follows(from: position) } }))
      rules.append((id, implied, ruledOut))
      try fields.finish()
    }
    return (exposures, ExposureRules(rules))
  }

  /// A text under the languages' names; English is required.
  private static func wording(_ node: YAMLTree?, in parent: YAMLTree) throws(YAMLError) -> Wording {
    guard let node else { throw parent.error("the text for people is missing") }
    var fields = try YAMLFields(node)
    var texts: [String: String] = ["en": try fields.text("en")]
    for language in languages { if let text = try fields.optionalText(language) { texts[language] = text } }
    try fields.finish()
    return Wording(texts)
  }

  /// The keys of the table; what they stand for is for people.
  private static func sources(_ node: YAMLTree?) throws(YAMLError) -> Set<String> {
    guard let node else { return [] }
    var table = try YAMLFields(node)
    return Set(table.takeRest().map(\.0))
  }

  private static func redFlags(_ node: YAMLTree?) throws(YAMLError) -> [RedFlag] {
    guard let node else { return [] }
    var table = try YAMLFields(node)
    var flags: [RedFlag] = []
    for (id, node) in table.takeRest() {
      var fields = try YAMLFields(node)
      flags.append(
        RedFlag(
          id: id, urgency: try fields.word("urgency", as: RedFlag.Urgency.self),
          text: try wording(fields.take("says"), in: node)))
      try fields.finish()
    }
    return flags
  }

  private static func safetyPhrases(_ node: YAMLTree?) throws(YAMLError) -> [SafetyPhrase: Wording] {
    guard let node else { return [:] }
    var table = try YAMLFields(node)
    var phrases: [SafetyPhrase: Wording] = [:]
    for (id, text) in table.takeRest() {
      guard let phrase = SafetyPhrase(rawValue: id) else { throw text.error("`\(id)` is not a safety phrase") }
      phrases[phrase] = try wording(text, in: node)
    }
    return phrases
  }

  /// What a profile allows beyond leaving out: `plan: see-doctor` allows nothing.
  private enum PlanRule: String, CaseIterable { case seeDoctor = "see-doctor" }

  private static func conditions(
    _ node: YAMLTree?, exposures: Set<String>, redFlags: Set<String>, _ sources: Set<String>
  ) throws(YAMLError) -> [ConditionProfile] {
    try list(node) { node throws(YAMLError) in
      var fields = try YAMLFields(node)
      let profile = ConditionProfile(
        id: try fields.text("id"), label: try fields.text("label"), exclude: try fields.texts("exclude"),
        warn: try fields.texts("warn"), window: try fields.text("window"),
        redFlags: try fields.texts("red_flags"), needsDoctor: try fields.optionalWord("plan", as: PlanRule.self) != nil)
      for source in try fields.texts("sources") where !sources.contains(source) {
        throw node.error("`\(source)` is not a source")
      }
      try fields.finish()
      for exposure in profile.exclude + profile.warn where !exposures.contains(exposure) {
        throw node.error("`\(exposure)` is not an exposure")
      }
      for flag in profile.redFlags where !redFlags.contains(flag) {
        throw node.error("`\(flag)` is not a red flag")
      }
      return profile
    }
  }

  private static func doses(_ node: YAMLTree?) throws(YAMLError) -> [DoseDefault] {
    guard let node else { return [] }
    var table = try YAMLFields(node)
    var doses: [DoseDefault] = []
    for (name, node) in table.takeRest() {
      guard let mode = Mode(rawValue: name) else { throw node.error("`\(name)` is not a mode") }
      var fields = try YAMLFields(node)
      var amounts: [DoseDefault.Measure: Int] = [:]
      for measure in DoseDefault.Measure.allCases {
        guard let value = fields.take(measure.rawValue) else { continue }
        guard let amount = Int(try value.name()), (1...3600).contains(amount) else {
          throw value.error("expected a whole number from 1 to 3600")
        }
        amounts[measure] = amount
      }
      for key in ["source", "note"] { _ = fields.take(key) }
      try fields.finish()
      doses.append(DoseDefault(mode: mode, amounts: amounts))
    }
    return doses
  }

  private static func exercises(
    _ node: YAMLTree?, equipment: Set<String>, _ rules: ExposureRules
  ) throws(YAMLError) -> [Exercise] {
    var ids: Set<String> = []
    return try list(node) { node throws(YAMLError) in
      let exercise = try exercise(node, rules)
      guard ids.insert(exercise.id).inserted else { throw node.error("a second exercise has the id `\(exercise.id)`") }
      for item in exercise.equipment.joined() where !equipment.contains(item) {
        throw node.error("`\(item)` is not equipment")
      }
      for item in exercise.optionalEquipment where !equipment.contains(item) {
        throw node.error("`\(item)` is not equipment")
      }
      return exercise
    }
  }

  /// The exposures that a list names.
  private static func exposures(
    _ key: String, of fields: inout YAMLFields, _ rules: ExposureRules
  ) throws(YAMLError) -> Set<String> {
    guard let node = fields.take(key) else { return [] }
    let names = try node.names()
    for name in names where !rules.knows(name) { throw node.error("`\(name)` is not an exposure") }
    guard Set(names).count == names.count else { throw node.error("`\(key)` says something twice") }
    return Set(names)
  }

  private static func exercise(_ node: YAMLTree, _ rules: ExposureRules) throws(YAMLError) -> Exercise {
    var fields = try YAMLFields(node)
    let name = try fields.text("name")
    var forms = [SurfaceForm(text: name, language: "en")]
    for key in ["aliases", "abbreviations", "misspellings"] {
      forms += try fields.texts(key).map { SurfaceForm(text: $0, language: "en") }
    }
    if let node = fields.take("names") {
      var names = try YAMLFields(node)
      forms += try self.forms(from: &names)
      try names.finish()
    }
    guard let movements = fields.take("movements") else { throw node.error("`movements` is missing") }
    var roles = try YAMLFields(movements)
    var groups: [[String]] = []
    for group in try fields.take("equipment")?.list() ?? [] { groups.append(try group.names()) }
    _ = fields.take("note")
    let muscles = try fields.texts("muscles")
    let has = try exposures("exposures", of: &fields, rules)
    let hasNot = try exposures("without", of: &fields, rules)
    guard has.isDisjoint(with: hasNot) else { throw node.error("an exposure is in `exposures` and in `without`") }
    let exercise = Exercise(
      id: try fields.text("id"), name: name, region: try fields.word("region", as: Region.self),
      primary: try roles.words("primary", as: HipMovement.self),
      secondary: try roles.words("secondary", as: HipMovement.self),
      control: try roles.words("control", as: HipMovement.self),
      core: try fields.words("core", as: CoreRole.self), mode: try fields.word("mode", as: Mode.self),
      otherModes: try fields.words("also", as: Mode.self), positions: try fields.words("positions", as: Position.self),
      equipment: groups,
      optionalEquipment: try fields.texts("equipment_optional"),
      side: try fields.word("side", as: ExerciseSide.self), level: try fields.word("level", as: Level.self),
      exposures: [], contraction: try fields.optionalWord("contraction", as: Contraction.self), forms: forms)
    try roles.finish()
    try fields.finish()
    let answer = rules.answer(exercise, muscles: muscles, has: has, hasNot: hasNot)
    guard answer.open.isEmpty else {
      throw node.error(
        "`\(exercise.id)` says neither in `exposures` nor in `without` whether it involves \(list(answer.open))")
    }
    guard answer.needless.isEmpty else {
      throw node.error("`\(exercise.id)` says what the rules say already: \(list(answer.needless))")
    }
    return exercise.involving(answer.exposures)
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
