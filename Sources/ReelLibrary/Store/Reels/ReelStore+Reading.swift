import GRDB
public import ReelCatalog

/// Reading reels back as values.
extension ReelStore {
  /// How much of each reel to read.
  public enum Depth: Sendable {
    /// Facts and tags with their confidence, without the evidence behind them.
    case tags
    /// The same, with chapters and subtitles.
    case timedTexts
    /// Everything, evidence and matches included.
    case evidence
  }

  /// Every reel that the catalog knows, gone ones included, sorted by id.
  public func allReels(_ depth: Depth) throws(LibraryError) -> [Reel] {
    try read { database in
      try database.reels(rows: try database.numbers("SELECT id FROM reel ORDER BY key"), depth)
    }
  }

  /// Reels by their row numbers, in the order given.
  func reels(rows: [Int], _ depth: Depth) throws(LibraryError) -> [Reel] {
    try read { database in try database.reels(rows: rows, depth) }
  }

  /// The reel that a person means by an id, the beginning of one (four digits or more), or a path.
  ///
  /// - Parameter path: Relative to the folder.
  public func reel(named name: String, orAt path: PathBytes?, _ depth: Depth) throws(LibraryError) -> Reel? {
    let row = try read { database in
      if let path, let row = try database.number("SELECT reel FROM file WHERE path = ?", path) { return row as Int? }
      if let row = try database.number("SELECT id FROM reel WHERE key = ?", name) { return row }
      if let path, let row = try database.row(ofPathLike: path) { return row }
      guard name.utf8.count >= 4, name.allSatisfy(\.isHexDigit) else { return nil }
      let rows = try database.numbers(
        "SELECT id FROM reel WHERE substr(key, 1, ?) = ? LIMIT 2", name.utf8.count, name.lowercased())
      return rows.count == 1 ? rows[0] : nil
    }
    return try row.flatMap { row throws(LibraryError) in try reels(rows: [row], depth).first }
  }
}

extension Database {
  /// The one reel whose path differs only in Unicode's form, as a name typed on one system differs from one kept by another.
  fileprivate func row(ofPathLike path: PathBytes) throws -> Int? {
    guard path.bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    let text = path.text
    var found: Set<Int> = []
    try SQLStatement(self, "SELECT path, reel FROM file").forEach { row in
      // Swift's strings are equal whatever their form.
      if try row.path(0).text == text { found.insert(try row.number(1)) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Reels by their row numbers, in the order given.
  func reels(rows: [Int], _ depth: ReelStore.Depth) throws -> [Reel] {
    guard !rows.isEmpty else { return [] }
    let reader = try ReelReader(self, depth)
    return try rows.compactMap { try reader.reel($0) }
  }

  func edits(ofReel reel: Int) throws -> [Edit] { try StandingEdits(self).edits(ofReel: reel) }
}
