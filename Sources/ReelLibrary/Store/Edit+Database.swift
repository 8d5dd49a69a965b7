import GRDB
import ReelCatalog

extension Edit {
  /// Nil for a row that this hipreel does not understand: it is kept, but not followed.
  init?(_ row: Row) {
    guard let action = EditFields.Action(rawValue: row["action"]) else { return nil }
    let fields = EditFields(
      action: action, facet: (row["facet"] as String?).flatMap { Facet(rawValue: $0) }, value: row["value"],
      role: (row["role"] as String?).flatMap { MovementRole(rawValue: $0) }, number: row["number"],
      endNumber: row["end_number"], text: row["text"])
    guard let change = fields.change else { return nil }
    self.init(change, editedUnixSeconds: row["edited_unix"])
  }
}
