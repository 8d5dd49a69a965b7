import Glibc
public import ReelCatalog

/// What a person named with `-o`.
///
/// A plain file appears whole or not at all. A link is written through: what it leads to is replaced, and it stays. A
/// pipe, a device and an open descriptor (`/dev/fd/N`, `/dev/stdout`) are written into directly.
public struct ProductFile: ~Copyable {
  private let path: PathBytes
  private let way: Way

  private enum Way: ~Copyable {
    case replacing(NewFile)
    case into(OwnedDescriptor)
  }

  /// Starts it.
  ///
  /// - Throws: `LibraryError.cannotWrite` when the disk is full or read-only, `.system` otherwise.
  public init(at path: PathBytes) throws(LibraryError) {
    self.path = path
    do throws(SystemError) {
      if let number = Self.descriptor(named: path) {
        way = .into(try OwnedDescriptor(copyOf: number))
        return
      }
      var status = stat()
      if path.withCString({ stat($0, &status) }) == 0, !status.isRegularFile {
        guard !status.isFolder else { throw SystemError(number: EISDIR) }
        // As a shell does: whoever reads the pipe may come later.
        let raw = path.withCString { open($0, O_WRONLY | O_NOCTTY | O_CLOEXEC) }
        guard raw >= 0 else { throw SystemError.last }
        way = .into(OwnedDescriptor(owning: raw))
        return
      }
    } catch {
      throw LibraryError(writing: path, error)
    }
    let place = try Self.place(behind: path)
    let folder: Folder
    do { folder = try Folder(at: NamedPath.real(place.enclosingFolder)) } catch {
      throw LibraryError(writing: path, error)
    }
    way = .replacing(try NewFile(place.lastComponent, in: folder, likeReplaced: true))
  }

  /// Writes all bytes at the end.
  public func append(_ bytes: [UInt8]) throws(LibraryError) {
    switch way {
    case .replacing(let file): try file.append(bytes)
    case .into(let file):
      do { try Folder.write(bytes, to: file.raw) } catch { throw LibraryError(writing: path, error) }
    }
  }

  /// Puts a plain file in its place.
  public consuming func commit() throws(LibraryError) {
    switch consume way {
    case .replacing(let file): try file.commit()
    case .into: break
    }
  }

  /// The open file that a name in `/dev` or `/proc` means: opening it by name needs `/proc`, and starts at its beginning again.
  private static func descriptor(named path: PathBytes) -> Int32? {
    switch path.text {
    case "/dev/stdin": return 0
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    case let text:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where text.hasPrefix(folder) {
        return Int32(text.dropFirst(folder.count))
      }
      return nil
    }
  }

  /// The place that a name leads to through links, the last of which may lead to nothing yet.
  private static func place(behind path: PathBytes) throws(LibraryError) -> PathBytes {
    var place = path
    for _ in 0..<40 {  // as many links as the kernel follows
      guard let target = NamedPath.target(ofLink: place) else { return place }
      place = target.isAbsolute ? target : place.enclosingFolder.appending(target)
    }
    throw LibraryError(writing: path, SystemError(number: ELOOP))
  }
}
