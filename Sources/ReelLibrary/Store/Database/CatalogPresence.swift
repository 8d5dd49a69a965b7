import Glibc
import ReelCatalog
import Synchronization

/// Counts which databases this process has open, so that none of them is opened beside SQLite.
///
/// POSIX drops all of a process's locks on a file when it closes any descriptor of that file: looking into a database that a
/// connection has open would lose SQLite's locks (sqlite.org/howtocorrupt.html, 2.2). What is open was looked at before.
final class CatalogPresence: Sendable {  // a class: it goes when its store goes
  // The system keeps such locks per process, so the count is per process, too.
  private static let counts = Mutex<[FileName: Int]>([:])

  /// What was in the folder when it was opened.
  let state: CatalogEntrance.State
  private let name: Mutex<FileName?>

  /// - Throws: As `CatalogEntrance`.
  init(_ catalog: Folder) throws(LibraryError) {
    let (name, state) = try Self.counts.withLock {
      counts throws(LibraryError) -> (FileName?, CatalogEntrance.State) in
      let name = try Self.name(in: catalog)
      if let name, let count = counts[name] {
        counts[name] = count + 1
        return (name, .catalog)
      }
      let state = try CatalogEntrance(catalog).state
      if let name { counts[name] = 1 }
      return (name, state)
    }
    self.state = state
    self.name = Mutex(name)
  }

  /// Counts a database that has been made since.
  func note(_ catalog: Folder) throws(LibraryError) {
    guard name.withLock({ $0 == nil }), let made = try Self.name(in: catalog) else { return }
    Self.counts.withLock { $0[made, default: 0] += 1 }
    name.withLock { $0 = made }
  }

  deinit {
    guard let name = name.withLock(\.self) else { return }
    Self.counts.withLock { counts in
      let rest = (counts[name] ?? 1) - 1
      counts[name] = rest > 0 ? rest : nil
    }
  }

  private static func name(in catalog: Folder) throws(LibraryError) -> FileName? {
    do { return try catalog.status(of: CatalogFiles.database).map { FileName($0) } } catch {
      throw LibraryError(reading: catalog.path.appending(CatalogFiles.database), error)
    }
  }
}
