import ReelCatalog
import TestSupport
import Testing

/// One of our own texts with the hip movements it names.
struct OwnWords: Sendable, CustomTestStringConvertible {
  let text: String
  let kind: TextKind
  let language: String
  /// What has to be found.
  let primary: Set<HipMovement>
  /// What may be found or not.
  let optional: Set<HipMovement>
  /// How it works, in the score's five modes; nil where the row does not say.
  let modes: Modes?

  /// The positions, equipment, sides and levels that a coach who knows no more would agree to; nil where the row does
  /// not say.
  let attributes: [Facet: Set<String>]?

  /// Modes that a text names.
  struct Modes: Sendable {
    /// What should be found.
    let stated: Set<Mode>
    /// What may be found or not.
    let optional: Set<Mode>
  }

  var testDescription: String { "\(kind) \(language): \(text)" }

  /// The rows of own-words.tsv, which tells its own form.
  static func all() throws -> [OwnWords] { try rows(of: "own-words.tsv") }

  /// Texts of the same kind that are not read rightly yet.
  static func missed() throws -> [OwnWords] { try rows(of: "own-words-missed.tsv") }

  private static func rows(of name: String) throws -> [OwnWords] { try TestTable.rows(of: name).map(OwnWords.init) }

  /// A row that is not of the file's form.
  private struct RowError: Error { let row: String }

  private init(_ row: Substring) throws {
    let fields = row.split(separator: "\t").map(String.init)
    guard (4...6).contains(fields.count), let kind = TextKind(rawValue: fields[0]) else {
      throw RowError(row: String(row))
    }
    let sets = fields[2].split(separator: "/", omittingEmptySubsequences: false)
    self.kind = kind
    language = fields[1]
    text = fields[3]
    primary = try sets[0] == "-" ? [] : Self.movements(sets[0])
    optional = try sets.count > 1 ? Self.movements(sets[1]) : []
    modes = try fields.count > 4 ? Self.modes(fields[4]) : nil
    attributes = try fields.count > 5 ? Self.attributes(fields[5]) : nil
  }

  private static func attributes(_ field: String) throws -> [Facet: Set<String>] {
    let facets: [Facet] = [.position, .equipment, .side, .level]
    let sets = field.split(separator: ";").map { Set($0.split(separator: ",").map(String.init).filter { $0 != "-" }) }
    guard sets.count == facets.count else { throw RowError(row: field) }
    return Dictionary(zip(facets, sets), uniquingKeysWith: { first, _ in first })
  }

  private static func modes(_ field: String) throws -> Modes {
    let marks: [Substring: Mode] = ["S": .strength, "T": .stretch, "M": .mobility, "A": .activation, "C": .core]
    let sets = try field.split(separator: "/", omittingEmptySubsequences: false).map { set in
      Set(
        try set.split(separator: ",").filter { $0 != "-" }.map { mark in
          guard let mode = marks[mark] else { throw RowError(row: field) }
          return mode
        })
    }
    return Modes(stated: sets[0], optional: sets.count > 1 ? sets[1] : [])
  }

  private static func movements(_ field: Substring) throws -> Set<HipMovement> {
    let marks: [Substring: HipMovement] = [
      "F": .flexion, "E": .extension, "AB": .abduction, "AD": .adduction, "IR": .internalRotation,
      "ER": .externalRotation,
    ]
    return Set(
      try field.split(separator: ",").map { mark in
        guard let movement = marks[mark] else { throw RowError(row: String(field)) }
        return movement
      })
  }
}
