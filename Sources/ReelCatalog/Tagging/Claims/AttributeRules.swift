/// What a text says about position, equipment, side and level, and what the exercises in it imply.
struct AttributeRules {
  private let reading: TextReading
  private let vocabulary: Vocabulary
  private var claims: [Claim] = []
  /// How many of the claims, from the first on, are the text's own words.
  private var statedCount = 0

  static func claims(from reading: TextReading, vocabulary: Vocabulary) -> [Claim] {
    var rules = AttributeRules(reading: reading, vocabulary: vocabulary)
    for finding in reading.attributes { rules.read(finding) }
    rules.statedCount = rules.claims.count
    for name in reading.names where !name.isMention {
      switch name.meaning {
      case .exercise(let exercise, _): rules.imply(exercise, name)
      case .family(let family): rules.imply(family, name)
      case .muscle, .term: break
      }
    }
    return rules.claims
  }

  private init(reading: TextReading, vocabulary: Vocabulary) {
    self.reading = reading
    self.vocabulary = vocabulary
  }

  private mutating func read(_ finding: PhraseFinding) {
    guard case .term(let place) = finding.entry else { return }
    let term = vocabulary.terms[place]
    let facet: Facet
    switch term.kind {
    case .side: facet = .side
    case .position: facet = .position
    case .equipment: facet = .equipment
    case .level: facet = .level
    default: return
    }
    claims.append(
      Claim(
        facet: facet, value: term.value, role: nil, entry: term.kind.rawValue + ":" + term.value, span: finding.span,
        weight: finding.isHashtag ? Weight.taggedAttribute : Weight.stated(facet)))
  }

  /// What a family may involve: whoever avoids it never meets the reel, whichever exercise it shows.
  private mutating func imply(_ family: ExerciseFamily, _ name: TextReading.Name) {
    for exposure in family.exposures { imply(.exposure, exposure, "family:" + family.id, name) }
  }

  private mutating func imply(_ facet: Facet, _ value: String, _ entry: String, _ name: TextReading.Name) {
    claims.append(
      Claim(
        facet: facet, value: value, role: nil, entry: entry, span: name.finding.span,
        weight: Weight.of(Weight.implied(facet), name)))
  }

  /// An exercise's own attributes; where the text says otherwise, the text wins.
  private mutating func imply(_ exercise: Exercise, _ name: TextReading.Name) {
    let entry = "exercise:" + exercise.id
    func says(_ facet: Facet) -> Bool { claims[..<statedCount].contains { $0.facet == facet } }
    func imply(_ facet: Facet, _ value: String) { self.imply(facet, value, entry, name) }
    if !says(.position) { for position in exercise.positions { imply(.position, position.rawValue) } }
    // One item of a group is needed, so a group of one is surely there.
    for group in exercise.equipment where group.count == 1 { imply(.equipment, group[0]) }
    if !says(.level) { imply(.level, exercise.level.rawValue) }
    if !says(.side) {
      switch exercise.side {
      case .alternating: imply(.side, ReelSide.alternating.rawValue)
      case .bilateral: imply(.side, ReelSide.both.rawValue)
      case .unilateral: break
      }
    }
    for role in exercise.core { imply(.core, role.rawValue) }
    for exposure in exercise.exposures { imply(.exposure, exposure) }
  }
}
