import GRDB
import ReelCatalog

extension Edit {
  /// The columns that an edit is read from, for SELECT.
  static let columns = "action, facet, value, role, number, end_number, text, edited_unix"

  /// Reads `columns`, which come first in the row.
  ///
  /// Nil for a row that this hipreel does not understand: it is kept, but not followed.
  init?(_ row: SQLRow) throws(StoredValueError) {
    guard let action = EditFields.Action(rawValue: try row.text(0)) else { return nil }
    let fields = EditFields(
      action: action, facet: try row.textIfAny(1).flatMap { Facet(rawValue: $0) }, value: try row.textIfAny(2),
      role: try row.textIfAny(3).flatMap { MovementRole(rawValue: $0) }, number: try row.numberIfAny(4),
      endNumber: try row.numberIfAny(5), text: try row.textIfAny(6))
    guard let change = fields.change else { return nil }
    self.init(change, editedUnixSeconds: try row.number(7, in: RecordingDate.unixSecondsRange))
  }
}

/// What the person decided about reels and did not undo.
struct StandingEdits {
  private let statement: SQLStatement

  init(_ database: Database) throws {
    statement = try SQLStatement(
      database, "SELECT \(Edit.columns) FROM standing_edit WHERE reel = ? ORDER BY sequence")
  }

  /// Nil when the catalog has no edits: then nobody needs to look at each reel.
  init?(ifAnyIn database: Database) throws {
    guard try database.isTrue("SELECT EXISTS(SELECT 1 FROM edit)") else { return nil }
    try self.init(database)
  }

  func edits(ofReel reel: Int) throws -> [Edit] {
    var edits: [Edit] = []
    try statement.forEach(reel) { row in
      if let edit = try Edit(row) { edits.append(edit) }
    }
    return edits
  }
}
