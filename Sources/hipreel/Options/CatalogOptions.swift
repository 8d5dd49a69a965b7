import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

/// Which catalog a command works on.
struct CatalogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The catalog's folder.",
      discussion: "Default: HIPREEL_CATALOG, else .hipreel in the current folder or one above.", valueName: "folder"),
    completion: .directory)
  var catalog: String?

  /// The folder and its catalog.
  ///
  /// - Throws: `LibraryError.noCatalog` when none is found.
  func folder() throws -> LibraryFolder {
    guard let named else { return try LibraryFolder.enclosing(PathBytes(".")) }
    return try LibraryFolder(cataloguedIn: named)
  }

  /// The folder and its catalog, or nil when none was named and there is none here or above.
  func folderIfAny() throws -> LibraryFolder? {
    do { return try folder() } catch let error as LibraryError {
      guard named == nil, error.code == .noCatalog else { throw error }
      return nil
    }
  }

  /// The vocabulary of the catalog here or above; the built-in one alone where there is none.
  ///
  /// A mistake in the person's own names is reported but does not end the command.
  func vocabulary() throws -> LibraryVocabulary {
    guard let folder = try folderIfAny() else { return .standard }
    let vocabulary = LibraryVocabulary(folder)
    if let problem = vocabulary.problem { Messages.say(VocabularyText.message(problem)) }
    return vocabulary
  }

  func store() throws -> ReelStore { try ReelStore(folder(), for: .read) }

  /// The catalog's folder that the person named, on the command line or in the environment.
  var named: PathBytes? {
    if let catalog { return PathBytes(argument: catalog) }
    return NamedPath.inEnvironment("HIPREEL_CATALOG")
  }
}
