import Glibc
public import ReelCatalog
public import ReelSidecars

/// Adds a person's table to the log of edits, as if they had typed its cells.
public struct TableImport: Sendable {
  /// What a table changed, or would change.
  public struct Report: Sendable, Equatable {
    /// A table never adds reels.
    public internal(set) var edits = ImportReport()
    /// What could not be imported, in the order of the table's lines.
    public internal(set) var problems: [Problem] = []
  }

  /// A row or a cell that could not be imported.
  public struct Problem: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    /// In lower case, one line.
    public let problem: String
  }

  /// What the file says.
  public let table: EditTable
  /// When the file was last changed: the moment at which its decisions count as made, in seconds since 1970.
  public let decidedUnixSeconds: Int

  private let folder: LibraryFolder

  /// Reads a table.
  ///
  /// - Throws: `LibraryError` when the file cannot be read, `SidecarError` when it is not a table of reels.
  public init(_ path: PathBytes, into folder: LibraryFolder) throws {
    let status: stat
    let bytes: [UInt8]
    do throws(SystemError) {
      let file = try NamedPath.file(path)
      status = try Folder.regularStatus(of: file.raw)
      bytes = try Folder.bytes(of: file, atMost: EditTable.longestByteCount + 1)
    } catch {
      throw LibraryError(reading: path, error)
    }
    table = try EditTable(bytes)
    // A file from the future would win over every later decision.
    decidedUnixSeconds = min(max(status.st_mtim.tv_sec, 0), time(nil))
    self.folder = folder
  }

  /// Imports it, in one transaction that also retags.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  public func merge(rule: EditMerge.Rule) throws(LibraryError) -> Report { try run(rule, keeps: true) }

  /// What `merge` would change.
  public func difference(rule: EditMerge.Rule) throws(LibraryError) -> Report { try run(rule, keeps: false) }

  private func run(_ rule: EditMerge.Rule, keeps: Bool) throws(LibraryError) -> Report {
    try folder.changingCatalog { store throws(LibraryError) in try read(into: store, rule, keeps: keeps) }
  }

  private func read(
    into store: ReelStore, _ rule: EditMerge.Rule, keeps: Bool
  ) throws(LibraryError) -> Report {
    let tagger = LibraryVocabulary(folder).tagger()
    let reels = TableReels(try store.allReels(.tags))
    var report = Report()
    var taken: [ReelID: Int] = [:]
    var decisions: [ReelDecisions] = []
    for row in table.rows {
      if let problem = row.problem {
        report.problems.append(Problem(line: row.line, problem: problem))
        continue
      }
      let reel: Reel
      do { reel = try reels.reel(of: row) } catch {
        report.problems.append(Problem(line: row.line, problem: error.problem))
        continue
      }
      if let first = taken.updateValue(row.line, forKey: reel.id) {
        report.problems.append(
          Problem(line: row.line, problem: "is about the same reel as line \(first); line \(first) counts"))
        taken[reel.id] = first
        continue
      }
      let read = row.changes(.sets(reel), tagger: tagger)
      report.problems += read.problems.map { Problem(line: row.line, problem: $0) }
      decisions.append(
        ReelDecisions(
          reel: reel.id, path: reel.paths.first,
          edits: read.changes.map { Edit($0, editedUnixSeconds: decidedUnixSeconds) }))
    }
    report.edits = try store.merge(decisions, rule: rule, keeps: keeps, tagger: { tagger })
    return report
  }
}

/// What somebody decided about one reel of the catalog.
struct ReelDecisions {
  let reel: ReelID
  let path: PathBytes?
  let edits: [Edit]
}
