import Glibc
import ReelCatalog

/// A file of a folder that appears whole or not at all: it is written beside its place under another name, then renamed.
///
/// Whatever has the name is replaced, even a link, which is not followed. Dropping it without `commit` leaves what was
/// there before.
struct NewFile: ~Copyable {
  private let folder: Folder
  private let name: PathBytes
  private let temporary: PathBytes
  private let file: OwnedDescriptor
  private var isCommitted = false

  /// Starts a file.
  ///
  /// - Parameter likeReplaced: Whether it gets the permissions of a regular file that has its name.
  init(_ name: PathBytes, in folder: Folder, likeReplaced: Bool = false) throws(LibraryError) {
    let temporary = try Self.freeName(beside: name, in: folder)
    file = try Self.begun(temporary, for: name, in: folder)
    self.temporary = temporary
    self.folder = folder
    self.name = name
    // If that file cannot be looked at, the usual permissions apply.
    if likeReplaced, let former = try? folder.status(of: name), former.isRegularFile {
      fchmod(file.raw, former.st_mode & 0o777)
    }
  }

  private static func begun(
    _ temporary: PathBytes, for name: PathBytes, in folder: Folder
  ) throws(LibraryError) -> OwnedDescriptor {
    do { return try folder.newDescriptor(temporary) } catch {
      throw LibraryError(writing: folder.path.appending(name), error)
    }
  }

  /// A name that nothing has: what a killed process of this number left stays for others to look at.
  private static func freeName(beside name: PathBytes, in folder: Folder) throws(LibraryError) -> PathBytes {
    do throws(SystemError) {
      for attempt in 0..<100 {
        let free = PathBytes(name.bytes + Array(".part-\(getpid())\(attempt == 0 ? "" : "-\(attempt)")".utf8))
        if try folder.status(of: free) == nil { return free }
      }
      throw SystemError(number: EEXIST)
    } catch {
      throw LibraryError(writing: folder.path.appending(name), error)
    }
  }

  deinit {
    guard !isCommitted else { return }
    // What cannot be deleted is found by whoever looks at the folder.
    do { try folder.remove(temporary) } catch {}
  }

  /// Writes all bytes at the end.
  func append(_ bytes: [UInt8]) throws(LibraryError) {
    do { try Folder.write(bytes, to: file.raw) } catch { throw failure(error) }
  }

  /// Writes all bytes at a place, which may be beyond the end.
  func write(_ bytes: [UInt8], at offset: Int) throws(LibraryError) {
    do { try Folder.write(bytes, to: file.raw, at: offset) } catch { throw failure(error) }
  }

  /// Opens what was written so far, for reading.
  func reading() throws(LibraryError) -> OwnedDescriptor {
    do { return try folder.file(temporary) } catch { throw failure(error) }
  }

  /// Writes all of a file's bytes at the end.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read.
  func append(contentsOf source: borrowing OwnedDescriptor, at path: PathBytes) throws(LibraryError) {
    var offset = 0
    while true {
      let bytes: [UInt8]
      do { bytes = try Folder.bytes(of: source.raw, from: offset, count: 1 << 20) } catch {
        throw LibraryError(reading: path, error)
      }
      guard !bytes.isEmpty else { return }
      try append(bytes)
      offset += bytes.count
    }
  }

  /// Puts the file in its place.
  ///
  /// - Parameter durably: Whether to wait for the disk first, so that the file survives a power cut.
  consuming func commit(durably: Bool = true) throws(LibraryError) {
    if durably, fsync(file.raw) != 0 { throw failure(SystemError.last) }
    do { try folder.rename(temporary, to: name) } catch { throw failure(error) }
    isCommitted = true
    if durably { folder.settleNames() }
  }

  private func failure(_ error: SystemError) -> LibraryError {
    LibraryError(writing: folder.path.appending(name), error)
  }
}

extension Folder {
  /// Writes a whole file, and makes the folders above it.
  func write(_ bytes: [UInt8], to name: PathBytes, durably: Bool = true) throws(LibraryError) {
    let parent: Folder
    do { parent = name.parent.bytes.isEmpty ? self : try makeFolder(name.parent) } catch {
      throw LibraryError(writing: path.appending(name.parent), error)
    }
    let file = try NewFile(name.lastComponent, in: parent)
    try file.append(bytes)
    try file.commit(durably: durably)
  }
}

extension LibraryError {
  /// A refused write; the code says whether the disk itself is the trouble.
  init(writing path: PathBytes, _ error: SystemError) {
    self.init(error.meansCannotWrite ? .cannotWrite : .system, path: path, "cannot be written: \(error.words)")
  }

  /// A refused read.
  init(reading path: PathBytes, _ error: SystemError) {
    self.init(.system, path: path, "cannot be read: \(error.words)")
  }
}
