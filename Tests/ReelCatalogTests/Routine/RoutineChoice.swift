import ReelCatalog
import TestSupport
import Testing

/// One row of routine-choices.tsv, which tells its own form: what a coach expects in a block.
struct RoutineChoice: Sendable, CustomTestStringConvertible {
  let routine: String
  let block: String
  /// Each of these can be chosen.
  let expected: Set<String>
  /// These may be.
  let fitting: Set<String>
  /// These would make a client laugh, or hurt them.
  let laughable: Set<String>

  var testDescription: String { "\(routine): \(block)" }
  var key: [String] { [routine, block] }

  static func all() throws -> [RoutineChoice] { try TestTable.rows(of: "routine-choices.tsv").map(RoutineChoice.init) }

  private init(_ row: Substring) throws {
    let fields = row.split(separator: "\t").map(String.init)
    try #require(fields.count == 5, "\(row)")
    func ids(_ field: String) -> Set<String> { Set(field.split(separator: " ").map(String.init)).subtracting(["-"]) }
    (routine, block) = (fields[0], fields[1])
    (expected, fitting, laughable) = (ids(fields[2]), ids(fields[3]), ids(fields[4]))
  }
}
