import GRDB
import ReelCatalog

/// The names of tags and their rows in `tag_name`, cached as they are used.
final class TagNames {  // a class: copied readers go on sharing what was read
  private let byRow: SQLStatement
  private let byName: SQLStatement
  private let insertion: SQLStatement
  private let database: Database
  private var names: [Int: TagName?] = [:]
  private var rows: [TagName: Int] = [:]

  init(_ database: Database) throws {
    self.database = database
    byRow = try SQLStatement(database, "SELECT facet, value, role FROM tag_name WHERE id = ?")
    byName = try SQLStatement(database, "SELECT id FROM tag_name WHERE facet = ? AND value = ? AND role = ?")
    insertion = try SQLStatement(database, "INSERT INTO tag_name(facet, value, role) VALUES (?, ?, ?)")
  }

  /// The name in a row; nil for one that this hipreel does not understand.
  func name(_ row: Int) throws -> TagName? {
    if let known = names[row] { return known }
    let name = try byRow.first(row) { row -> TagName? in
      guard let facet = Facet(rawValue: try row.text(0)) else { return nil }
      return TagName(facet: facet, value: try row.text(1), role: MovementRole(rawValue: try row.text(2)))
    }
    names[row] = .some(name ?? nil)
    return name ?? nil
  }

  /// The row of a name; makes one when there is none.
  func row(_ name: TagName) throws -> Int {
    if let row = rows[name] { return row }
    let (facet, role) = (name.facet.rawValue, name.role?.rawValue ?? "")
    let row = try byName.first(facet, name.value, role) { try $0.number(0) } ?? insert(facet, name.value, role)
    rows[name] = row
    return row
  }

  private func insert(_ facet: String, _ value: String, _ role: String) throws -> Int {
    try insertion.run(facet, value, role)
    return Int(database.lastInsertedRowID)
  }
}
