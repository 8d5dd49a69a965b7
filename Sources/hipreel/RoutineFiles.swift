import ReelCatalog
import ReelLibrary

/// Puts new routines among the person's own.
enum RoutineFiles {
  /// Writes a routine under another name and says where.
  ///
  /// - Throws: `RoutineError` for a name that no routine can have, `LibraryError` when it cannot be written.
  static func add(_ routine: Routine, as name: String, to folder: LibraryFolder) throws {
    let path = try RoutineShelf(folder).add(RoutineYAML.text(of: routine.renamed(name)), named: name)
    StandardOutput.writeLine(path.text)
    Messages.say("edit it, then run: hipreel routine check")
  }
}
