import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

/// Finds the reel that a person names on the command line.
struct ReelLookup {
  private let folder: LibraryFolder
  private let store: ReelStore

  init(_ folder: LibraryFolder) throws {
    self.folder = folder
    store = try ReelStore(folder, for: .read)
  }

  /// What to call a reel: its path, or its id where the catalog has no such reel.
  func name(_ id: ReelID) throws -> String {
    try store.reel(named: id.text, orAt: nil, .tags)?.paths.first?.text ?? id.text
  }

  /// - Parameter name: A path from the current folder or from the catalog's, an id, or the start of one.
  /// - Throws: status 1 with a message when there is no such reel, or more than one.
  func reel(_ name: String) throws -> Reel {
    let path = PathBytes(argument: name)
    for candidate in [folder.relativePath(of: path), path] {
      if let reel = try store.reel(named: name, orAt: candidate, .evidence) { return reel }
    }
    Messages.say("\(name): no such reel in \(folder.root.text)")
    Messages.advise("name a reel by its path, its id, or the start of its id; hipreel find lists them")
    throw ExitCode(ExitStatus.nothingDone)
  }
}
