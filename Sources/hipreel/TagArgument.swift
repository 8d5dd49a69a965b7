import ArgumentParser
import ReelCatalog

/// A tag as a person writes it: `mode:stretch`, `side:left`, `movement:secondary=flexion`.
enum TagArgument {
  /// - Throws: status 64, after a message, for a facet or a value that there is not.
  static func name(_ text: String, in vocabulary: Vocabulary) throws -> TagName {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let facet = Facet(rawValue: parts[0].lowercased()) else {
      throw UnknownName.exit("kind of tag", parts.first ?? text, known: Facet.allCases.map(\.rawValue))
    }
    var value = parts[1].lowercased()
    var role: MovementRole?
    if facet == .movement, let sign = value.firstIndex(of: "=") {
      let word = String(value[..<sign])
      role = MovementRole(rawValue: word)
      guard role != nil else { throw UnknownName.exit("role", word, known: MovementRole.allCases.map(\.rawValue)) }
      value = String(value[value.index(after: sign)...])
    }
    if facet == .dose {
      guard let dose = Dose(value: value) else {
        throw UnknownName.exit("dose", value, known: ["3-sets", "10-reps", "hold-30-s"])
      }
      return TagName(facet: .dose, value: dose.value)
    }
    let known = values(facet, in: vocabulary)
    guard known.contains(value) else { throw UnknownName.exit(facet.rawValue, value, known: known) }
    return TagName(facet: facet, value: value, role: role)
  }

  /// The words that a facet can have.
  private static func values(_ facet: Facet, in vocabulary: Vocabulary) -> [String] {
    switch facet {
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
    case .dose: []
    }
  }
}
