import Glibc
public import ReelCatalog

/// Paths as a person types them: links in them are theirs, and are followed.
public enum NamedPath {
  /// The path in a variable of the environment; nil when it is not set, or empty.
  public static func inEnvironment(_ variable: String) -> PathBytes? {
    guard let value = getenv(variable), value.pointee != 0 else { return nil }
    return PathBytes(cString: value)
  }

  /// The same place without links, `.` and `..`; it must exist.
  static func real(_ path: PathBytes) throws(SystemError) -> PathBytes {
    guard let resolved = path.withCString({ realpath($0, nil) }) else { throw SystemError.last }
    defer { free(resolved) }
    return PathBytes(cString: resolved)
  }

  /// The same place without links; the part that does not exist yet stays as typed.
  static func realAsFarAsPossible(_ path: PathBytes) -> PathBytes {
    do { return try real(path) } catch {
      let name = path.lastComponent
      let parent = path.enclosingFolder
      guard parent != path, !name.bytes.isEmpty, name.staysInside else { return path }
      return realAsFarAsPossible(parent).appending(name)
    }
  }

  /// Where a link leads; nil for anything else.
  static func target(ofLink path: PathBytes) -> PathBytes? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = path.withCString { readlink($0, &bytes, bytes.count) }
    return count > 0 ? PathBytes(bytes.prefix(count).map { UInt8(bitPattern: $0) }) : nil
  }

  /// What is at a path, without following a link; nil when nothing there can be seen.
  static func status(of path: PathBytes) -> stat? {
    var status = stat()
    return path.withCString { lstat($0, &status) } == 0 ? status : nil
  }

  /// Whether this user may read, write or run something (`R_OK`, `W_OK`, `X_OK`); `SystemError.last` says why not.
  static func mayBe(_ path: PathBytes, _ mode: Int32) -> Bool { path.withCString { access($0, mode) } == 0 }

  /// The bytes of a regular file, with a bound; never waits on a pipe.
  ///
  /// - Throws: The system's error; `EISDIR` for a folder, `EINVAL` for anything else that is not a regular file.
  static func bytes(of path: PathBytes, atMost limit: Int) throws(SystemError) -> [UInt8] {
    try Folder.bytes(of: file(path), atMost: limit)
  }

  /// Opens a regular file for reading.
  static func file(_ path: PathBytes) throws(SystemError) -> OwnedDescriptor {
    let raw = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard raw >= 0 else { throw SystemError.last }
    let file = OwnedDescriptor(owning: raw)
    _ = try Folder.regularStatus(of: file.raw)
    return file
  }
}
