import Glibc
import MediaFacts
public import ReelCatalog

/// A folder of pages that appears whole or not at all, and then replaces the one that was written before it.
///
/// It holds a list of its files. A folder that has no such list, or has files that are not on it, is somebody else's: it
/// is not touched; what file managers leave in folders does not count. Dropping a `SiteFolder` without `commit` leaves
/// what was there before.
public struct SiteFolder: ~Copyable {
  private let place: FolderPlace
  private let temporary: PathBytes
  private let folder: Folder
  private let list: OwnedDescriptor
  private var names: Set<String> = []
  /// Files that were begun and given up; the folders above them are there.
  private var givenUp: Set<String> = []
  private var isCommitted = false

  /// Starts a folder.
  ///
  /// - Throws: `LibraryError` when the path has something that hipreel did not write, or the folder cannot be made.
  public init(at path: PathBytes) throws(LibraryError) {
    let place = try FolderPlace(path)
    _ = try WrittenSite(place)
    SiteLeftovers.remove(beside: place)
    let temporary = place.name(adding: "part")
    let folder = try Self.made(temporary, at: place)
    list = try Self.begunList(in: folder, of: place)
    self.place = place
    self.temporary = temporary
    self.folder = folder
  }

  private static func made(_ temporary: PathBytes, at place: FolderPlace) throws(LibraryError) -> Folder {
    do { return try place.parent.makeNewFolder(temporary) } catch { throw LibraryError(writing: place.path, error) }
  }

  /// The empty list, open for more.
  private static func begunList(in folder: Folder, of place: FolderPlace) throws(LibraryError) -> OwnedDescriptor {
    do throws(SystemError) {
      let list = try folder.newDescriptor(WrittenSite.listName)
      try Folder.write(WrittenSite.list(of: []), to: list.raw)
      return list
    } catch {
      throw LibraryError(writing: place.path, error)
    }
  }

  deinit {
    guard !isCommitted else { return }
    WrittenSite.remove(
      names.union(givenUp).map { PathBytes($0) } + [WrittenSite.listName], from: folder, named: temporary,
      in: place.parent)
  }

  /// Writes a file of the folder.
  ///
  /// - Parameter name: Relative, its parts joined by slashes; the folders above are made.
  public mutating func add(_ bytes: [UInt8], as name: String) throws(LibraryError) {
    try note(name)
    try folder.write(bytes, to: PathBytes(name), durably: false)
  }

  /// Puts a video into the folder as it is, with all that the file tells.
  ///
  /// - Throws: `LibraryError.system` when it cannot be read or linked, `.cannotWrite` when the disk is full.
  public mutating func add(_ video: borrowing MediaFile, as name: String, by way: VideoTransfer) throws(LibraryError) {
    try note(name)
    do { try bring(video, PathBytes(name), way) } catch {
      giveUp(name)
      throw error
    }
  }

  private func bring(_ video: borrowing MediaFile, _ name: PathBytes, _ way: VideoTransfer) throws(LibraryError) {
    try parent(of: name).put(video, as: name.lastComponent, by: way)
  }

  private func parent(of name: PathBytes) throws(LibraryError) -> Folder {
    do { return name.parent.bytes.isEmpty ? folder : try folder.makeFolder(name.parent) } catch {
      throw LibraryError(writing: place.path, error)
    }
  }

  /// Puts a clean copy of a video into the folder.
  ///
  /// - Parameter stem: Its name without the ending, which follows from what it becomes.
  /// - Returns: Its name, and what it lacks.
  /// - Throws: `LibraryError.system` when no clean copy can be made, `.cannotWrite` when the disk is full.
  public mutating func addCopy(
    of video: borrowing MediaFile, as stem: String, by copier: VideoCopier
  ) throws(LibraryError) -> AddedCopy {
    var name = stem
    let droppedSoundCount: Int
    do {
      droppedSoundCount = try copier.copy(video) { container throws(LibraryError) in
        name = "\(stem).\(container.ending)"
        try note(name)
        let path = PathBytes(name)
        return try NewFile(path.lastComponent, in: parent(of: path))
      }
    } catch {
      giveUp(name)
      throw error
    }
    return AddedCopy(name: name, droppedSoundCount: droppedSoundCount)
  }

  /// Puts the folder in its place.
  ///
  /// What hipreel wrote there before is moved aside first and deleted afterwards; a crash in between leaves both.
  public consuming func commit() throws(LibraryError) {
    try folder.write(WrittenSite.list(of: names), to: WrittenSite.listName, durably: false)
    let former = try WrittenSite(place)
    let aside = place.name(adding: "old")
    do throws(SystemError) {
      if former != nil { try place.parent.rename(place.name, to: aside) }
      do { try place.parent.rename(temporary, to: place.name) } catch {
        if former != nil { try place.parent.rename(aside, to: place.name) }
        throw error
      }
    } catch {
      throw LibraryError(writing: place.path, error)
    }
    isCommitted = true
    if let former { WrittenSite.remove(former.files, from: former.folder, named: aside, in: place.parent) }
  }

  private mutating func giveUp(_ name: String) {
    names.remove(name)
    givenUp.insert(name)
  }

  /// Notes a file before it exists, so that the next run knows what a killed one left.
  private mutating func note(_ name: String) throws(LibraryError) {
    guard names.insert(name).inserted else { return }
    do { try Folder.write(Array("\(name)\n".utf8), to: list.raw) } catch {
      throw LibraryError(writing: place.path, error)
    }
  }
}
