/// Reads a routine from the YAML that people write (docs/PLANNER.md shows every key).
public enum RoutineYAML {
  /// The value of the `schema` key, which a file can leave out.
  public static let schema = "hipreel-routine/1"

  /// Reads one routine.
  ///
  /// - Parameter vocabulary: The list for checking exercise ids, equipment and exposures; nil accepts any word.
  /// - Throws: `RoutineError` with line, column and, for a misspelt word, the nearest right one.
  public static func routine(
    from text: String, vocabulary: Vocabulary? = nil
  ) throws(RoutineError) -> Routine {
    do {
      let tree = try YAMLTree.read(text)
      do {
        return try RoutineReader(vocabulary: vocabulary).routine(tree)
      } catch let error as RoutineError {
        throw error.at(line: tree.line, column: tree.column)
      }
    } catch let error as YAMLError {
      throw RoutineError(error)
    } catch let error as RoutineError {
      throw error
    } catch {
      throw RoutineError("\(error)")
    }
  }
}

/// Turns the tree into a routine, one function per part.
private struct RoutineReader {
  let vocabulary: Vocabulary?

  private enum Key: String, CaseIterable {
    case schema, id, title, titles, purpose, intent
    case total = "total_s"
    case tolerance = "tolerance_s"
    case level = "level_max"
    case equipment = "equipment_allowed"
    case exposures = "forbid_exposures"
    case fill, part, order, blocks, rules, note
    case redFlags = "red_flags"
    case sources
  }

  /// - Throws: `YAMLError`, or `RoutineError` for a routine outside the limits.
  func routine(_ tree: YAMLTree) throws -> Routine {
    let map = try YAMLMap<Key>(tree)
    if let schema = map[.schema], try schema.text() != RoutineYAML.schema {
      throw schema.error("the schema isn't \(RoutineYAML.schema)")
    }
    if let order = map[.order] { _ = try order.word(PlayingOrder.self) }
    var blocks: [Routine.Block] = []
    for block in try map.required(.blocks).list() { blocks.append(try self.block(block)) }
    return try Routine(
      id: try map.required(.id).text(), title: try map.required(.title).text(), titles: try titles(map[.titles]),
      purpose: try map[.purpose]?.text() ?? "", intent: try map[.intent]?.word(Routine.Intent.self) ?? .restore,
      totalSeconds: try map.required(.total).integer(), toleranceSeconds: try map[.tolerance]?.integer() ?? 0,
      maximumLevel: try map[.level]?.word(Level.self) ?? .advanced,
      allowedEquipment: try words(map[.equipment], .equipment) ?? [],
      forbiddenExposures: try words(map[.exposures], .exposure) ?? [],
      fill: try map[.fill]?.word(Routine.Fill.self) ?? .loop,
      part: try map[.part]?.word(Routine.Part.self) ?? .whole, blocks: blocks, rules: try rules(map[.rules]),
      note: try map[.note]?.text() ?? "", redFlags: try words(map[.redFlags], .redFlag) ?? [],
      sources: try words(map[.sources], .source) ?? [])
  }

  /// The only order so far: blocks play as written.
  private enum PlayingOrder: String, CaseIterable { case strict }

  private func titles(_ tree: YAMLTree?) throws(YAMLError) -> [String: String] {
    guard let tree else { return [:] }
    var titles: [String: String] = [:]
    for (key, value) in try tree.pairs() {
      let language = try key.text()
      guard language.isSlug else { throw key.error("\"\(language)\" isn't a language code") }
      titles[language] = try value.text()
    }
    return titles
  }

  private enum BlockKey: String, CaseIterable { case id, label, select, slots, dose }

  private func block(_ tree: YAMLTree) throws(YAMLError) -> Routine.Block {
    let map = try YAMLMap<BlockKey>(tree)
    let id = try map.required(.id).text()
    return Routine.Block(
      id: id, label: try map[.label]?.text() ?? id, selection: try selection(map.required(.select)),
      slots: try map[.slots]?.integer() ?? 1, dose: try dose(map.required(.dose)))
  }

  private func selection(_ tree: YAMLTree) throws(YAMLError) -> Selection {
    var selection = Selection()
    let map = try YAMLMap<Selection.Key>(tree)
    for key in Selection.Key.allCases {
      guard let value = map[key] else { continue }
      let kind: Kind =
        switch key {
        case .include, .exclude: .exercise
        case .exposureAll: .exposure
        default: .word
        }
      guard let words = try words(value, kind), !words.isEmpty else {
        throw value.error("\"\(key.rawValue)\" is empty")
      }
      do {
        try selection.set(key, to: words)
      } catch {
        throw value.unknown(error, where: "\"\(key.rawValue)\"")
      }
    }
    return selection
  }

  private enum DoseKey: String, CaseIterable {
    case slot = "slot_s"
    case set = "set_s"
    case transition = "transition_s"
  }

  private func dose(_ tree: YAMLTree) throws(YAMLError) -> Routine.Dose {
    let map = try YAMLMap<DoseKey>(tree)
    let slot = try map.required(.slot).integer()
    return Routine.Dose(
      slotSeconds: slot, setSeconds: try map[.set]?.integer() ?? slot,
      transitionSeconds: try map[.transition]?.integer() ?? 0)
  }

  private enum RuleKey: String, CaseIterable {
    case coverage = "coverage_all"
    case planes = "planes_all"
    case core = "core_all"
    case balance
    case staticHold = "max_static_hold_s"
    case stretch = "min_stretch_s_per_movement"
    case distinct, symmetry
  }

  private func rules(_ tree: YAMLTree?) throws(YAMLError) -> Routine.Rules {
    guard let tree else { return Routine.Rules() }
    let map = try YAMLMap<RuleKey>(tree)
    var balances: [Routine.Balance] = []
    if let list = try map[.balance]?.list() {
      for item in list { balances.append(try balance(item)) }
    }
    return Routine.Rules(
      requiredMovements: try map[.coverage]?.cases() ?? [], requiredPlanes: try map[.planes]?.cases() ?? [],
      requiredCore: try map[.core]?.cases() ?? [], balances: balances,
      maximumStaticHoldSeconds: try map[.staticHold]?.integer(),
      minimumStretchSeconds: try map[.stretch]?.integer(),
      distinct: try map[.distinct]?.word(Routine.Distinct.self) ?? .exercise,
      symmetry: try map[.symmetry]?.word(Routine.Symmetry.self) ?? .sidesEqual)
  }

  private enum BalanceKey: String, CaseIterable {
    case a, b, scope
    case atLeast = "at_least"
    case difference = "max_diff_s"
  }

  private func balance(_ tree: YAMLTree) throws(YAMLError) -> Routine.Balance {
    let map = try YAMLMap<BalanceKey>(tree)
    let bound: Routine.Balance.Bound
    switch (map[.atLeast], map[.difference]) {
    case (let atLeast?, nil):
      guard try atLeast.text() == "a>=b" else { throw atLeast.error("at_least isn't a>=b", suggestion: "a>=b") }
      bound = .atLeastTheOther
    case (nil, let difference?):
      bound = .difference(atMost: try difference.integer())
    default:
      throw tree.error("a balance needs at_least or max_diff_s, not both")
    }
    return Routine.Balance(
      one: try map.required(.a).cases(), other: try map.required(.b).cases(), scope: try map[.scope]?.cases(),
      bound: bound)
  }

  /// What the words of a list stand for.
  private enum Kind: String {
    case exercise, equipment, exposure, source, word
    case redFlag = "red flag"
  }

  /// A list of words, each checked against the vocabulary if it knows the kind.
  private func words(_ tree: YAMLTree?, _ kind: Kind) throws(YAMLError) -> [String]? {
    guard let tree else { return nil }
    let known = known(kind)
    var words: [String] = []
    for item in try tree.list() {
      let word = try item.text()
      if let known, !known.contains(word) {
        throw item.error("unknown \(kind.rawValue) \"\(word)\"", suggestion: NearestWord.to(word, among: known))
      }
      guard word.isSlug else { throw item.error("\"\(word)\" isn't lower-case words joined by hyphens") }
      guard !words.contains(word) else { throw item.error("\"\(word)\" appears twice") }
      words.append(word)
    }
    return words
  }

  private func known(_ kind: Kind) -> [String]? {
    switch kind {
    case .exercise: vocabulary?.exercises.map(\.id)
    case .equipment: vocabulary?.equipment
    case .exposure: vocabulary?.exposures.map(\.id)
    case .redFlag: vocabulary?.redFlags.map(\.id)
    case .source, .word: nil
    }
  }
}

extension YAMLTree {
  /// The words of a list that can't be empty.
  fileprivate func cases<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>() throws(YAMLError)
    -> CaseSet<
      Word
    >
  {
    var cases: [Word] = []
    for item in try list() { cases.append(try item.word(Word.self)) }
    guard !cases.isEmpty else { throw error("this list is empty") }
    return CaseSet(cases)
  }
}
