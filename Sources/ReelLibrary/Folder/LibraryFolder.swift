import Glibc
public import ReelCatalog

/// Where a folder of reels and its catalog lie.
public struct LibraryFolder: Sendable, Equatable {
  /// The folder of reels, absolute.
  public let root: PathBytes
  /// The folder of the catalog: `.hipreel` in the root, unless another was named.
  public let catalog: PathBytes

  /// - Parameters:
  ///   - root: The folder of reels; relative paths start at the current folder.
  ///   - catalog: The catalog's folder, when it is not `.hipreel` in the root.
  /// - Throws: `LibraryError.unreadableFolder` when the root is not a folder that can be reached.
  public init(root: PathBytes, catalog: PathBytes? = nil) throws(LibraryError) {
    let real = try Self.absolute(root)
    self.root = real
    self.catalog = catalog.map(Self.fromCurrentFolder) ?? real.appending(Self.catalogName)
  }

  /// The folder that a catalog speaks of.
  ///
  /// - Parameter catalog: The catalog's own folder, or a folder that holds it as `.hipreel`.
  /// - Throws: `LibraryError.noCatalog` when there is none.
  public init(cataloguedIn catalog: PathBytes) throws(LibraryError) {
    let inner = catalog.appending(Self.catalogName)
    let place = Self.holdsDatabase(inner) ? inner : catalog
    guard Self.holdsDatabase(place) else {
      throw LibraryError(.noCatalog, path: catalog, "no catalog there", advice: "make one with: hipreel index FOLDER")
    }
    guard let root = try Self.notedRoot(place) else {
      try self.init(root: try Self.absolute(place).parent, catalog: place)
      return
    }
    do { try self.init(root: root, catalog: place) } catch {
      throw LibraryError(
        .unreadableFolder, path: root, "the folder of this catalog is not there: \(error.message)",
        advice: "is its drive there? where it is now: hipreel index FOLDER --catalog \(catalog.text)")
    }
  }

  /// Where a catalog says that its folder lies; nil for one that is inside it.
  private static func notedRoot(_ catalog: PathBytes) throws(LibraryError) -> PathBytes? {
    let note = catalog.appending(rootNote)
    do { return PathBytes(try SmallFile.read(note, atMost: 4096)) } catch {
      guard error.number == ENOENT else {
        throw LibraryError(.system, path: note, "cannot be read: \(error.words)")
      }
      return nil
    }
  }

  /// Notes where the folder lies, when the catalog is not inside it.
  func noteRoot() throws(LibraryError) {
    guard catalog != root.appending(Self.catalogName) else { return }
    try AtomicFile.write(root.bytes, to: catalog.appending(Self.rootNote))
  }

  private static let rootNote = "root"

  private static func holdsDatabase(_ catalog: PathBytes) -> Bool {
    var status = stat()
    return catalog.appending("catalog.sqlite").withCString { stat($0, &status) } == 0
  }

  public static let catalogName = ".hipreel"

  /// A path as the catalog writes it, or nil when it does not lie in the folder.
  ///
  /// - Parameter path: Absolute, or from the current folder; its file need not exist.
  public func relativePath(of path: PathBytes) -> PathBytes? {
    let name = path.lastComponent
    guard !name.bytes.isEmpty,
      let parent = try? Self.absolute(
        path.parent.bytes.isEmpty ? PathBytes(path.bytes.first == UInt8(ascii: "/") ? "/" : ".") : path.parent)
    else { return nil }
    let absolute = parent.appending(name).bytes
    let prefix = root.bytes.last == UInt8(ascii: "/") ? root.bytes : root.bytes + [UInt8(ascii: "/")]
    return absolute.starts(with: prefix) ? PathBytes(absolute.dropFirst(prefix.count)) : nil
  }

  /// Where a path of the catalog lies: absolute, so that no name can be taken for an option or an address.
  public func absolutePath(of path: PathBytes) -> PathBytes { root.appending(path) }

  public var database: PathBytes { catalog.appending("catalog.sqlite") }
  public var thumbnails: PathBytes { catalog.appending("thumbnails") }
  var lock: PathBytes { catalog.appending("lock") }

  /// Finds the catalog of the current folder, or of one above it.
  ///
  /// - Throws: `LibraryError.noCatalog` when there is none.
  public static func enclosing(_ start: PathBytes) throws(LibraryError) -> LibraryFolder {
    let absolute = try absolute(start)
    var folder = absolute
    while true {
      if holdsDatabase(folder.appending(catalogName)) { return try LibraryFolder(root: folder) }
      if folder.bytes == [UInt8(ascii: "/")] || folder.bytes.isEmpty { break }
      folder = folder.parent.bytes.isEmpty ? PathBytes("/") : folder.parent
    }
    throw LibraryError(
      .noCatalog, path: absolute, "no catalog here or in a folder above",
      advice: "make one with: hipreel index FOLDER")
  }

  /// A path without links, `.` and `..`; it must exist.
  public static func absolute(_ path: PathBytes) throws(LibraryError) -> PathBytes {
    let resolved = path.withCString { realpath($0, nil) }
    guard let resolved else {
      throw LibraryError(.unreadableFolder, path: path, "cannot be read: \(SystemError.last.words)")
    }
    defer { free(resolved) }
    return PathBytes(UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) })
  }

  private static func fromCurrentFolder(_ path: PathBytes) -> PathBytes {
    guard path.bytes.first != UInt8(ascii: "/"), let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    let folder = PathBytes(UnsafeBufferPointer(start: current, count: strlen(current)).map { UInt8(bitPattern: $0) })
    return folder.appending(path)
  }
}
