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
    let known = vocabulary.values(of: facet)
    guard known.contains(value) else { throw UnknownName.exit(facet.rawValue, value, known: known) }
    return TagName(facet: facet, value: value, role: role)
  }
}
