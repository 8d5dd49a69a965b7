import Glibc
public import ReelCatalog

/// A person's own routines: YAML files in the catalog's folder `routines`.
public struct RoutineShelf: Sendable {
  /// The folder of the files; it need not exist.
  public let folder: PathBytes

  private let library: LibraryFolder

  public init(_ folder: LibraryFolder) {
    self.folder = folder.catalog.appending(CatalogFiles.routines)
    library = folder
  }

  /// One file and what it holds.
  public struct Entry: Sendable {
    public let path: PathBytes
    public let routine: Result<Routine, RoutineError>
  }

  /// All routines, sorted by file name; none when there is no such folder.
  ///
  /// - Throws: `LibraryError` when the folder exists and cannot be listed.
  public func entries() throws(LibraryError) -> [Entry] {
    let shelf: Folder
    let names: [PathBytes]
    do {
      shelf = try Folder(at: library.catalog).folder(CatalogFiles.routines)
      names = try shelf.names().filter { ["yaml", "yml"].contains($0.ending) && $0.bytes.first != UInt8(ascii: ".") }
    } catch {
      guard error.number != ENOENT else { return [] }
      throw LibraryError(.unreadableFolder, path: folder, "cannot be read: \(error.words)")
    }
    guard !names.isEmpty else { return [] }
    guard names.count <= Self.mostFiles else {
      throw LibraryError(.unreadableFolder, path: folder, "has more than \(Self.mostFiles) routines")
    }
    let vocabulary = LibraryVocabulary(library).vocabulary
    return names.sorted().map { name in
      Entry(
        path: folder.appending(name),
        routine: Result { () throws(RoutineError) in
          try Self.read(vocabulary) { () throws(SystemError) in
            try shelf.bytes(of: name, atMost: Self.longestByteCount + 1)
          }
        })
    }
  }

  private static let mostFiles = 1000

  /// The person's own routines, then the built-in ones that none of them replaces; files without a routine are left out.
  ///
  /// - Parameter entries: The person's files.
  public static func routines(with entries: [Entry]) -> [(routine: Routine, isOwn: Bool)] {
    let own = entries.compactMap { entry -> Routine? in
      guard case .success(let routine) = entry.routine else { return nil }
      return routine
    }
    let ids = Set(own.map(\.id))
    return own.map { ($0, true) } + Routine.standard.filter { !ids.contains($0.id) }.map { ($0, false) }
  }

  /// Reads one file that the person named, wherever it is.
  ///
  /// - Parameter vocabulary: The one whose exercises it may name.
  public static func entry(at path: PathBytes, vocabulary: Vocabulary) -> Entry {
    Entry(
      path: path,
      routine: Result { () throws(RoutineError) in
        try read(vocabulary) { () throws(SystemError) in try NamedPath.bytes(of: path, atMost: longestByteCount + 1) }
      })
  }

  private static func read(
    _ vocabulary: Vocabulary, _ read: () throws(SystemError) -> [UInt8]
  ) throws(RoutineError) -> Routine {
    let bytes: [UInt8]
    do { bytes = try read() } catch {
      throw RoutineError("cannot be read: \(error.words)")
    }
    guard bytes.count <= longestByteCount else { throw RoutineError("is longer than \(longestByteCount >> 10) KiB") }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw RoutineError("is not UTF-8") }
    return try RoutineYAML.routine(from: text, vocabulary: vocabulary)
  }

  private static let longestByteCount = 64 << 10

  /// Writes a new file for a routine.
  ///
  /// - Throws: `LibraryError` when the name is taken, or it cannot be written.
  /// - Returns: Its path.
  public func add(_ text: String, named name: String) throws(LibraryError) -> PathBytes {
    let file = PathBytes("\(name).yaml")
    let path = folder.appending(file)
    do {
      let shelf = try library.openCatalog().makeFolder(CatalogFiles.routines)
      guard try shelf.status(of: file) == nil else { throw LibraryError(.system, path: path, "already exists") }
      try shelf.write(Array(text.utf8), to: file)
    } catch let error as SystemError {
      throw LibraryError(writing: folder, error)
    } catch let error as LibraryError {
      throw error
    } catch {
      preconditionFailure("only the two above are thrown")
    }
    return path
  }
}
