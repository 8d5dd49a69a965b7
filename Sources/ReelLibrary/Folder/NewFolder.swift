import Glibc
public import ReelCatalog

/// A folder that appears whole or not at all: it is filled under another name beside its place, then renamed.
///
/// Dropping it without `commit` leaves nothing behind.
public struct NewFolder: ~Copyable {
  private let place: FolderPlace
  private let temporary: PathBytes
  let folder: Folder
  private var isCommitted = false

  /// Starts a folder.
  ///
  /// - Throws: `LibraryError` when the path has anything but an empty folder, or the folder cannot be made.
  public init(at path: PathBytes) throws(LibraryError) {
    let place = try FolderPlace(path)
    let temporary = place.name(adding: "part")
    folder = try Self.begun(temporary, at: place)
    self.place = place
    self.temporary = temporary
  }

  private static func begun(_ temporary: PathBytes, at place: FolderPlace) throws(LibraryError) -> Folder {
    do throws(SystemError) {
      if let former = try place.parent.status(of: place.name) {
        guard former.isFolder, try place.parent.folder(place.name).names().isEmpty else {
          throw SystemError(number: EEXIST)
        }
      }
      return try place.parent.makeNewFolder(temporary)
    } catch {
      guard error.number != EEXIST else {
        throw LibraryError(.system, path: place.path, "already exists", advice: "name a folder that is new or empty")
      }
      throw LibraryError(writing: place.path, error)
    }
  }

  deinit {
    guard !isCommitted else { return }
    // What cannot be deleted stays, for others to look at.
    do {
      for name in try folder.names() { try folder.remove(name) }
      try place.parent.removeFolder(temporary)
    } catch {}
  }

  /// Writes a file of the folder.
  public func add(_ bytes: [UInt8], as name: String) throws(LibraryError) {
    try folder.write(bytes, to: PathBytes(name), durably: false)
  }

  /// Puts the folder in its place.
  public consuming func commit() throws(LibraryError) {
    do { try place.parent.rename(temporary, to: place.name) } catch { throw LibraryError(writing: place.path, error) }
    isCommitted = true
  }
}

/// The place of a folder that a person named and that may not exist: the folder above it, open, and its name there.
struct FolderPlace {
  /// As it was named.
  let path: PathBytes
  let parent: Folder
  let name: PathBytes

  /// - Throws: `LibraryError` when the folder above cannot be opened.
  init(_ path: PathBytes) throws(LibraryError) {
    self.path = path.withoutTrailingSlashes
    do throws(SystemError) {
      // `.` and `..` have a name elsewhere.
      let named = self.path.lastComponent.staysInside ? self.path : try NamedPath.real(self.path)
      parent = try Folder(at: NamedPath.real(named.enclosingFolder))
      name = named.lastComponent
    } catch {
      throw LibraryError(writing: self.path, error)
    }
  }

  /// A name beside the place that says what it is and whose.
  func name(adding sign: String) -> PathBytes { PathBytes(name.bytes + Array(".\(sign)-\(getpid())".utf8)) }
}
