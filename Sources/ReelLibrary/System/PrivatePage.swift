import Glibc
public import ReelCatalog

/// A page that only this user can read: the browser gets it instead of an address that others must not see.
///
/// Every user of the machine can read a program's arguments, but not your own file.
public final class PrivatePage: Sendable {  // a class: it owns a folder
  /// Absolute.
  public let path: PathBytes
  private let folder: PathBytes

  /// Writes the page into a new private folder.
  ///
  /// - Throws: `LibraryError` when it cannot be written.
  public init(_ html: String) throws(LibraryError) {
    var bytes = Self.place.appending("hipreel-XXXXXX").bytes.map { CChar(bitPattern: $0) } + [0]
    guard mkdtemp(&bytes) != nil else {
      throw LibraryError(writing: Self.place, SystemError.last)
    }
    folder = PathBytes(bytes.dropLast().map { UInt8(bitPattern: $0) })
    path = folder.appending("gallery.html")
    do throws(SystemError) {
      let file = try Folder(at: NamedPath.real(folder)).newDescriptor(PathBytes("gallery.html"))
      fchmod(file.raw, 0o600)
      try Folder.write(Array(html.utf8), to: file.raw)
    } catch {
      remove()
      throw LibraryError(writing: path, error)
    }
  }

  /// Deletes the page and its folder; a second time does nothing.
  public func remove() {
    // What cannot be deleted goes with the other temporary files.
    do throws(SystemError) {
      let parent = try Folder(at: NamedPath.real(folder.enclosingFolder))
      try parent.remove(folder.lastComponent.appending("gallery.html"))
      try parent.removeFolder(folder.lastComponent)
    } catch {}
  }

  deinit { remove() }

  /// The folder of this session's own files, else that for temporary ones.
  private static var place: PathBytes {
    for variable in ["XDG_RUNTIME_DIR", "TMPDIR"] {
      guard let value = getenv(variable), value.pointee == CChar(UInt8(ascii: "/")) else { continue }
      let path = PathBytes(cString: value)
      if let status = NamedPath.status(of: path), status.isFolder, status.st_uid == geteuid() { return path }
    }
    return PathBytes("/tmp")
  }
}
