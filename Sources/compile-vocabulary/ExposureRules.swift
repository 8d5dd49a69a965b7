import ReelCatalog

/// Which exercises an exposure is implied by, and which rule it out; an exercise's own word goes before both.
///
/// Rules make forgetting impossible: whatever they leave open, the exercise has to say.
struct ExposureRules {
  private let rules: [(exposure: String, implied: [Case], ruledOut: [Case])]

  /// Takes `implied_by` and `ruled_out_by` from an entry of the exposures table.
  static func taken(from fields: inout YAMLFields) throws(YAMLError) -> (implied: [Case], ruledOut: [Case]) {
    (try cases(fields.take("implied_by")), try cases(fields.take("ruled_out_by")))
  }

  private static func cases(_ node: YAMLTree?) throws(YAMLError) -> [Case] {
    var cases: [Case] = []
    for item in try node?.list() ?? [] { cases.append(try Case(item)) }
    return cases
  }

  init(_ rules: [(exposure: String, implied: [Case], ruledOut: [Case])]) { self.rules = rules }

  /// Whether the table has an exposure.
  func knows(_ exposure: String) -> Bool { rules.contains { $0.exposure == exposure } }

  /// What an exercise says about its exposures, in the order of the table.
  struct Answer {
    /// Those it has, said or implied.
    let exposures: [String]
    /// Those that nothing decides.
    let open: [String]
    /// What it says although a rule says the same.
    let needless: [String]
  }

  /// - Parameters:
  ///   - has: What the exercise says that it involves.
  ///   - hasNot: What it says that it doesn't involve, although a rule may imply it.
  func answer(_ exercise: Exercise, muscles: [String], has: Set<String>, hasNot: Set<String>) -> Answer {
    var implied: Set<String> = []
    var before = -1
    // An exposure can imply another, so again until nothing is added.
    while implied.count != before {
      before = implied.count
      let traits = Traits(exercise, muscles: muscles, exposures: has.union(implied.subtracting(hasNot)))
      for rule in rules where rule.implied.contains(where: traits.fit) { implied.insert(rule.exposure) }
    }
    let all = has.union(implied.subtracting(hasNot))
    let traits = Traits(exercise, muscles: muscles, exposures: all)
    let ruledOut = Set(rules.filter { $0.ruledOut.contains(where: traits.fit) }.map(\.exposure))
    let ids = rules.map(\.exposure)
    return Answer(
      exposures: ids.filter(all.contains),
      open: ids.filter { !all.contains($0) && !hasNot.contains($0) && !ruledOut.contains($0) },
      needless: ids.filter { has.contains($0) && implied.contains($0) }
        + ids.filter { hasNot.contains($0) && !implied.contains($0) && ruledOut.contains($0) })
  }

  /// Conditions that all have to hold.
  struct Case {
    fileprivate let conditions: [Condition]

    /// - Throws: `YAMLError` for an unknown key or a word that its kind doesn't have.
    init(_ node: YAMLTree) throws(YAMLError) {
      var table = try YAMLFields(node)
      var conditions: [Condition] = []
      for (key, words) in table.takeRest() {
        let test: Condition.Test =
          key.hasPrefix("not_") ? .noneOf : key.hasPrefix("only_") ? .onlyOf : .anyOf
        let name = test == .anyOf ? key : String(key.drop { $0 != "_" }.dropFirst())
        guard let trait = Trait(rawValue: name) else { throw words.error("`\(key)` is not a trait") }
        let values = try words.names()
        for value in values where trait.values?.contains(value) == false {
          throw words.error("`\(value)` is not a value of \(name)")
        }
        conditions.append(Condition(trait: trait, test: test, values: Set(values)))
      }
      guard !conditions.isEmpty else { throw node.error("a case needs a condition") }
      self.conditions = conditions
    }

    /// Whether the posture alone is enough, unless a machine holds the body.
    func follows(from position: Position) -> Bool {
      conditions.allSatisfy { ExposureRules.postureTraits.contains($0.trait) }
        && conditions.contains { $0.trait == .position && $0.test == .anyOf && $0.values.contains(position.rawValue) }
    }
  }

  private static let postureTraits: Set<Trait> = [.position, .equipment]

  fileprivate struct Condition {
    let trait: Trait
    let test: Test
    let values: Set<String>

    enum Test { case anyOf, noneOf, onlyOf }
  }

  /// What a condition can ask of an exercise.
  fileprivate enum Trait: String, CaseIterable {
    case mode
    /// Without the other modes that are just as usual.
    case mainMode = "main_mode"
    case primary
    /// Primary or secondary.
    case moves
    case controls
    /// Primary, secondary or control.
    case acts
    case position
    /// Needed.
    case equipment
    /// Needed or of use.
    case anyEquipment = "any_equipment"
    case side, level, core, contraction, region, muscle, exposure

    /// The words it can have; nil if any word will do.
    var values: [String]? {
      switch self {
      case .mode, .mainMode: Mode.allCases.map(\.rawValue)
      case .primary, .moves, .controls, .acts: HipMovement.allCases.map(\.rawValue)
      case .position: Position.allCases.map(\.rawValue)
      case .side: ExerciseSide.allCases.map(\.rawValue)
      case .level: Level.allCases.map(\.rawValue)
      case .core: CoreRole.allCases.map(\.rawValue)
      case .contraction: Contraction.allCases.map(\.rawValue)
      case .region: Region.allCases.map(\.rawValue)
      case .equipment, .anyEquipment, .muscle, .exposure: nil
      }
    }
  }

  private struct Traits {
    private let values: [Trait: Set<String>]

    init(_ exercise: Exercise, muscles: [String], exposures: Set<String>) {
      let needed = exercise.equipment.joined()
      values = [
        .mode: Set(([exercise.mode] + exercise.otherModes).map(\.rawValue)),
        .mainMode: [exercise.mode.rawValue],
        .primary: Set(exercise.primary.map(\.rawValue)),
        .moves: Set((exercise.primary + exercise.secondary).map(\.rawValue)),
        .controls: Set(exercise.control.map(\.rawValue)),
        .acts: Set((exercise.primary + exercise.secondary + exercise.control).map(\.rawValue)),
        .position: Set(exercise.positions.map(\.rawValue)),
        .equipment: Set(needed), .anyEquipment: Set(needed).union(exercise.optionalEquipment),
        .side: [exercise.side.rawValue], .level: [exercise.level.rawValue], .core: Set(exercise.core.map(\.rawValue)),
        .contraction: Set([exercise.contraction?.rawValue].compactMap(\.self)),
        .region: [exercise.region.rawValue], .muscle: Set(muscles), .exposure: exposures,
      ]
    }

    func fit(_ item: Case) -> Bool {
      item.conditions.allSatisfy { condition in
        let mine = values[condition.trait] ?? []
        return switch condition.test {
        case .anyOf: !mine.isDisjoint(with: condition.values)
        case .noneOf: mine.isDisjoint(with: condition.values)
        case .onlyOf: mine.isSubset(of: condition.values)
        }
      }
    }
  }
}
