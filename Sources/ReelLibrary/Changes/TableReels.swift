import ReelCatalog
import ReelSidecars

/// Finds the reels that a table's rows are about.
struct TableReels {
  /// No reel, or more than one.
  struct Unclear: Error {
    let problem: String
  }

  private let reels: [Reel]
  private var byID: [String: Int] = [:]
  /// By whole path, by path without ending, by name and by name without ending; -1 where two reels have it.
  private var byName: [[PathBytes: Int]] = [[:], [:], [:], [:]]

  init(_ reels: [Reel]) {
    self.reels = reels
    for (index, reel) in reels.enumerated() {
      byID[reel.id.text] = index
      for path in reel.paths {
        for (kind, name) in Self.names(of: path).enumerated() {
          byName[kind][name] = byName[kind][name].map { $0 == index ? index : -1 } ?? index
        }
      }
    }
  }

  /// The reel of a row: by its id, else by its file.
  ///
  /// A file is found by its path from the catalog's folder; if that is not a reel's, by a name that only one reel has;
  /// both also without the ending.
  func reel(of row: EditTableRow) throws(Unclear) -> Reel {
    if let id = row.id, let index = byID[id.lowercased()] { return reels[index] }
    for written in row.path.map({ [$0, CSVText.unguarded($0)] }) ?? [] {
      for (kind, names) in byName.enumerated() {
        guard let index = names[PathBytes(written)] else { continue }
        guard index >= 0 else {
          throw Unclear(
            problem: "\"\(written)\" names more than one reel" + (kind < 2 ? "" : "; write the path from the folder"))
        }
        return reels[index]
      }
    }
    guard let name = row.path ?? row.id else { throw Unclear(problem: "does not name a reel") }
    throw Unclear(problem: "\"\(name.count > 200 ? name.prefix(200) + "…" : name)\" is not a reel of this catalog")
  }

  private static func names(of path: PathBytes) -> [PathBytes] {
    [path, path.stem, path.lastComponent, path.lastComponent.stem]
  }
}
