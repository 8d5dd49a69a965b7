import Glibc
public import ReelCatalog

/// A person's own routines: YAML files in the catalog's folder `routines`.
public struct RoutineShelf: Sendable {
  /// The folder of the files; it need not exist.
  public let folder: PathBytes

  private let library: LibraryFolder

  public init(_ folder: LibraryFolder) {
    self.folder = folder.catalog.appending("routines")
    library = folder
  }

  /// One file and what it holds.
  public struct Entry: Sendable {
    public let path: PathBytes
    public let routine: Result<Routine, RoutineError>
  }

  /// All routines, sorted by the names of their files; none when there is no such folder.
  ///
  /// - Throws: `LibraryError` when the folder is there and cannot be listed.
  public func entries() throws(LibraryError) -> [Entry] {
    var names: [PathBytes] = []
    do {
      let walk = try FolderWalk.names(in: folder)
      names = walk.filter { ["yaml", "yml"].contains($0.ending) }
    } catch {
      guard error.number == ENOENT else {
        throw LibraryError(.unreadableFolder, path: folder, "cannot be read: \(error.words)")
      }
    }
    guard !names.isEmpty else { return [] }
    let vocabulary = LibraryVocabulary(library).vocabulary
    return names.sorted().map { Self.entry(at: folder.appending($0), vocabulary: vocabulary) }
  }

  /// The person's own routines, then the built-in ones that none of them replaces; files that hold none are left out.
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

  /// Reads one file, wherever it lies.
  ///
  /// - Parameter vocabulary: The one whose exercises it may name.
  public static func entry(at path: PathBytes, vocabulary: Vocabulary) -> Entry {
    Entry(path: path, routine: Result { () throws(RoutineError) in try read(path, vocabulary) })
  }

  private static func read(_ path: PathBytes, _ vocabulary: Vocabulary) throws(RoutineError) -> Routine {
    let bytes: [UInt8]
    do { bytes = try SmallFile.read(path, atMost: longestByteCount + 1) } catch {
      throw RoutineError("cannot be read: \(error.words)")
    }
    guard bytes.count <= longestByteCount else { throw RoutineError("is longer than \(longestByteCount >> 10) KiB") }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw RoutineError("is not UTF-8") }
    return try RoutineYAML.routine(from: text, vocabulary: vocabulary)
  }

  private static let longestByteCount = 64 << 10

  /// Writes a new file for a routine.
  ///
  /// - Throws: `LibraryError` when there is one of that name, or it cannot be written.
  /// - Returns: Its path.
  public func add(_ text: String, named name: String) throws(LibraryError) -> PathBytes {
    let path = folder.appending("\(name).yaml")
    if path.withCString({ access($0, F_OK) }) == 0 {
      throw LibraryError(.system, path: path, "is there already")
    }
    guard folder.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
      throw LibraryError(.cannotWrite, path: folder, "cannot be made: \(SystemError.last.words)")
    }
    try AtomicFile.write(Array(text.utf8), to: path)
    return path
  }
}
