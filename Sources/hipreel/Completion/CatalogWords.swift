import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

/// The names in a command line's catalog; none where there is no catalog or it cannot be read.
struct CatalogWords {
  private let folder: LibraryFolder?
  private let store: ReelStore?

  init(_ line: CompletionLine) {
    // Somebody who presses Tab wants no message: without a catalog there is nothing to offer from it.
    folder = try? Self.folder(named: line.value(of: "--catalog"))
    store = folder.flatMap { try? ReelStore($0, for: .read) }
  }

  var vocabulary: Vocabulary { folder.map { LibraryVocabulary($0).vocabulary } ?? .standard }

  func searches() -> [String] { (try? store?.savedSearches().map(\.name)) ?? [] }

  /// The words of a facet that reels are tagged with.
  func used(_ facet: Facet) -> [String] { (try? store?.usedValues(facet)) ?? [] }

  /// The person's own routines and the built-in ones.
  func routines() -> [String] {
    RoutineShelf.routines(with: folder.flatMap { try? RoutineShelf($0).entries() } ?? []).map(\.routine.id)
  }

  /// Reels' paths from the current folder and from the catalog's, or ids where no path starts with what is typed.
  func reels(_ typed: String) -> [String] {
    guard let folder, let store else { return [] }
    let name = PathBytes(argument: typed)
    let below = folder.relativePath(of: PathBytes("x")).map { PathBytes($0.bytes.dropLast()) }
    var paths: [String] = []
    if let below, !below.bytes.isEmpty {
      let found = (try? store.paths(beginningWith: PathBytes(below.bytes + name.bytes), limit: Self.most)) ?? []
      paths = found.compactMap { PathBytes($0.bytes.dropFirst(below.bytes.count)).exactText }
    }
    paths += ((try? store.paths(beginningWith: name, limit: Self.most)) ?? []).compactMap(\.exactText)
    guard paths.isEmpty, !typed.isEmpty, typed.utf8.allSatisfy(\.isLowerHexDigit) else { return paths }
    return (try? store.ids(beginningWith: typed, limit: Self.most)) ?? []
  }

  /// More than anybody reads.
  private static let most = 200

  private static func folder(named name: String?) throws -> LibraryFolder {
    if let name { return try LibraryFolder(cataloguedIn: PathBytes(argument: name)) }
    if let named = NamedPath.inEnvironment("HIPREEL_CATALOG") { return try LibraryFolder(cataloguedIn: named) }
    return try LibraryFolder.enclosing(PathBytes("."))
  }
}

extension UInt8 {
  fileprivate var isLowerHexDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
