extension TagName {
  /// A written tag with an unknown word.
  public struct UnknownTag: Error, Sendable, Equatable {
    /// What the word should be: a kind of tag, a role, or the facet.
    public let kind: String
    public let word: String
    /// The words that are possible there.
    public let known: [String]
  }

  /// Reads a tag as a person writes it: `mode:stretch`, `side:left`, `movement:secondary=flexion`.
  ///
  /// - Throws: `UnknownTag` for an unknown facet, role or value.
  public init(written text: String, in vocabulary: Vocabulary) throws(UnknownTag) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let facet = Facet(rawValue: parts[0].lowercased()) else {
      throw UnknownTag(kind: "kind of tag", word: parts.first ?? text, known: Facet.allCases.map(\.rawValue))
    }
    var value = parts[1].lowercased()
    var role: MovementRole?
    if facet == .movement, let sign = value.firstIndex(of: "=") {
      let word = String(value[..<sign])
      role = MovementRole(rawValue: word)
      guard role != nil else {
        throw UnknownTag(kind: "role", word: word, known: MovementRole.allCases.map(\.rawValue))
      }
      value = String(value[value.index(after: sign)...])
    }
    guard let known = facet.value(value, in: vocabulary) else {
      throw UnknownTag(kind: facet.rawValue, word: value, known: facet.values(in: vocabulary))
    }
    self.init(facet: facet, value: known, role: role)
  }
}

extension Facet {
  /// The words that the facet can have; for doses, of which there are too many, examples.
  public func values(in vocabulary: Vocabulary) -> [String] {
    switch self {
    case .exercise: vocabulary.exercises.map(\.id)
    case .movement: HipMovement.allCases.map(\.rawValue)
    case .mode: Mode.allCases.map(\.rawValue)
    case .core: CoreRole.allCases.map(\.rawValue)
    case .position: Position.allCases.map(\.rawValue)
    case .equipment: vocabulary.equipment
    case .side: ReelSide.allCases.map(\.rawValue)
    case .level: Level.allCases.map(\.rawValue)
    case .region: Region.allCases.map(\.rawValue)
    case .exposure: vocabulary.exposures.map(\.id)
    case .dose: ["3-sets", "10-reps", "hold-30-s"]
    }
  }

  /// A word of the facet in its own spelling, or nil if it isn't one.
  public func value(_ word: String, in vocabulary: Vocabulary) -> String? {
    switch self {
    case .exercise: vocabulary.exercise(word)?.id
    case .dose: Dose(value: word)?.value
    default: values(in: vocabulary).contains(word) ? word : nil
    }
  }
}
