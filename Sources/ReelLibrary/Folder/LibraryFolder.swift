import Glibc
public import ReelCatalog

/// Where a folder of reels and its catalog are.
public struct LibraryFolder: Sendable, Equatable {
  /// The folder of reels, absolute and without links.
  public let root: PathBytes
  /// The folder of the catalog: `.hipreel` in the root, unless another was named. Absolute, without links.
  public let catalog: PathBytes

  public static let catalogName = ".hipreel"

  /// - Parameters:
  ///   - root: The folder of reels; relative paths start at the current folder.
  ///   - catalog: The catalog's folder, if it is not `.hipreel` in the root.
  /// - Throws: `LibraryError.unreadableFolder` when the root is not a folder that can be reached.
  public init(root: PathBytes, catalog: PathBytes? = nil) throws(LibraryError) {
    self.root = try Self.absolute(root)
    let inside = self.root.appending(Self.catalogName)
    let named = catalog.map { NamedPath.realAsFarAsPossible(Self.fromCurrentFolder($0)) } ?? inside
    // The folder that holds the catalog works as well as the catalog's own.
    self.catalog = named == self.root ? inside : named
    guard Self.fixedRoot(of: self.catalog).map({ $0 == self.root }) != false else {
      throw LibraryError(
        .system, path: self.catalog, "a catalog called \(Self.catalogName) belongs to the folder it is in",
        advice: "name another folder with --catalog")
    }
  }

  /// The folder of a catalog that the person named.
  ///
  /// - Parameter catalog: The catalog's own folder, or a folder that holds it as `.hipreel`.
  /// - Throws: `LibraryError.noCatalog` when there is none.
  public init(cataloguedIn catalog: PathBytes) throws(LibraryError) {
    let named = NamedPath.realAsFarAsPossible(Self.fromCurrentFolder(catalog))
    let inner = named.appending(Self.catalogName)
    let place = Self.holdsCatalog(inner) ? inner : named
    guard Self.holdsCatalog(place) else {
      throw LibraryError(.noCatalog, path: catalog, "no catalog there", advice: "make one with: hipreel index FOLDER")
    }
    if let root = Self.fixedRoot(of: place) {
      try self.init(root: root, catalog: place)
      return
    }
    let root = try Self.notedRoot(place)
    do { try self.init(root: root, catalog: place) } catch {
      throw LibraryError(
        .unreadableFolder, path: root, "the folder of this catalog is missing: \(error.message)",
        advice: "is its drive connected? if it has moved: hipreel index FOLDER --catalog \(catalog.text)")
    }
  }

  /// Whether the catalog is outside the folder that it describes.
  public var keepsCatalogApart: Bool { catalog != root.appending(Self.catalogName) }

  // MARK: - Opening

  /// Opens the folder of reels.
  ///
  /// - Throws: `LibraryError.unreadableFolder`.
  public func openRoot() throws(LibraryError) -> Folder {
    do { return try Folder(at: root) } catch {
      throw LibraryError(.unreadableFolder, path: root, "cannot be read: \(error.words)")
    }
  }

  /// Opens the catalog's folder.
  ///
  /// - Throws: `LibraryError`: `.noCatalog` when it is missing, `.catalogDamaged` when a link or a file is in its place.
  func openCatalog() throws(LibraryError) -> Folder {
    do { return try Folder(at: catalog) } catch {
      guard error.number != ENOENT else {
        throw LibraryError(.noCatalog, path: root, "no catalog here", advice: "make one with: hipreel index FOLDER")
      }
      throw refusal(error)
    }
  }

  /// Opens the catalog's folder, and makes it if it is missing.
  func makeCatalog() throws(LibraryError) -> Folder {
    do {
      return try Folder(at: catalog.enclosingFolder).makeFolder(catalog.lastComponent)
    } catch {
      throw refusal(error)
    }
  }

  private func refusal(_ error: SystemError) -> LibraryError {
    guard ![ELOOP, ENOTDIR].contains(error.number) else {
      return LibraryError(
        .catalogDamaged, path: catalog, "is a link or a file where a catalog's folder should be",
        advice: "delete it and index again, or name the folder that it leads to with --catalog")
    }
    return LibraryError(
      error.meansCannotWrite ? .cannotWrite : .system, path: catalog,
      "the catalog cannot be \(error.meansCannotWrite ? "written" : "opened"): \(error.words)",
      advice: "keep it elsewhere with --catalog NEW-FOLDER")
  }

  // MARK: - Where the folder of a catalog is

  private static let rootNote = PathBytes("root")
  private static let longestNote = 4096

  /// The folder of a catalog inside it; nil for one that is kept apart.
  private static func fixedRoot(of catalog: PathBytes) -> PathBytes? {
    catalog.lastComponent == PathBytes(catalogName) ? catalog.enclosingFolder : nil
  }

  /// Where a catalog that is kept apart says its folder is.
  private static func notedRoot(_ catalog: PathBytes) throws(LibraryError) -> PathBytes {
    let bytes: [UInt8]
    do { bytes = try Folder(at: catalog).bytes(of: rootNote, atMost: longestNote + 1) } catch {
      throw LibraryError(
        .unreadableFolder, path: catalog, "does not say which folder it belongs to: \(error.words)",
        advice: "name the folder: hipreel index FOLDER --catalog \(catalog.text)")
    }
    let root = PathBytes(bytes)
    // As `noteRoot` writes it; the root of all folders would make every file of the machine one of its reels.
    guard bytes.count <= longestNote, PathBytes(bytes).isAbsolute, PathBytes(bytes.dropFirst()).staysInside else {
      throw LibraryError(
        .unreadableFolder, path: catalog.appending(rootNote), "does not name a folder of reels",
        advice: "name the folder: hipreel index FOLDER --catalog \(catalog.text)")
    }
    return root
  }

  /// Notes where the folder is, if the catalog is not inside it.
  func noteRoot(in catalog: Folder) throws(LibraryError) {
    guard keepsCatalogApart else { return }
    try catalog.write(root.bytes, to: Self.rootNote)
  }

  /// Whether there is a catalog, or something in the place of one.
  private static func holdsCatalog(_ catalog: PathBytes) -> Bool {
    if let status = NamedPath.status(of: catalog), status.isLink {
      return catalog.lastComponent == PathBytes(catalogName)
    }
    return FileName(at: catalog.appending(CatalogFiles.database)) != nil
  }

  // MARK: - Paths

  /// A path as the catalog writes it; nil when it is not in the folder.
  ///
  /// - Parameter path: Absolute, or from the current folder; its file need not exist.
  public func relativePath(of path: PathBytes) -> PathBytes? {
    let name = path.lastComponent
    guard !name.bytes.isEmpty, let parent = try? NamedPath.real(path.enclosingFolder) else { return nil }
    return parent.appending(name).relative(to: root)
  }

  /// Where a path of the catalog is: absolute, so that no name can be taken for an option or an address.
  public func absolutePath(of path: PathBytes) -> PathBytes { root.appending(path) }

  /// Where the database is; for messages.
  public var database: PathBytes { catalog.appending(CatalogFiles.database) }
  /// Where the stills are; for messages.
  public var thumbnails: PathBytes { catalog.appending(CatalogFiles.thumbnails) }

  /// A path without links, `.` and `..`; it must exist.
  public static func absolute(_ path: PathBytes) throws(LibraryError) -> PathBytes {
    do { return try NamedPath.real(path) } catch {
      throw LibraryError(.unreadableFolder, path: path, "cannot be read: \(error.words)")
    }
  }

  private static func fromCurrentFolder(_ path: PathBytes) -> PathBytes {
    guard !path.isAbsolute, let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return PathBytes(cString: current).appending(path)
  }
}

// MARK: - Finding a catalog that nobody named

extension LibraryFolder {
  /// Finds the catalog of the current folder, or of one above it.
  ///
  /// - Throws: `LibraryError.noCatalog` when there is none, or when it may be a stranger's: then the person has to name it.
  public static func enclosing(_ start: PathBytes) throws(LibraryError) -> LibraryFolder {
    let absolute = try absolute(start)
    var folder = absolute
    while true {
      let catalog = folder.appending(catalogName)
      if holdsCatalog(catalog) {
        if let doubt = doubt(about: [folder, catalog, catalog.appending(CatalogFiles.database)]) {
          throw LibraryError(
            .noCatalog, path: catalog, doubt + ", so hipreel uses it only if you name it",
            advice: "if you trust it: --catalog \(folder.text)")
        }
        return try LibraryFolder(root: folder)
      }
      if folder == PathBytes("/") { break }
      folder = folder.enclosingFolder
    }
    throw LibraryError(
      .noCatalog, path: absolute, "no catalog here or in a folder above",
      advice: "make one with: hipreel index FOLDER")
  }

  /// Why somebody else may have put a catalog there; nil when only this person or the system's administrator could.
  ///
  /// - Parameter places: The folder, its catalog and the database.
  private static func doubt(about places: [PathBytes]) -> String? {
    for (number, place) in places.enumerated() {
      guard let status = NamedPath.status(of: place) else { continue }
      guard [0, geteuid()].contains(status.st_uid) else { return "belongs to somebody else" }
      // A folder for everybody, such as /tmp, or one that anybody may write in.
      let isFolder = number < 2
      if isFolder, status.st_mode & (S_ISVTX | S_IWOTH) != 0, !status.isLink {
        return "is in a folder that everybody can write to"
      }
    }
    return nil
  }
}
