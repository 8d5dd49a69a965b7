import Glibc
import ReelCatalog

/// A folder of pages that hipreel wrote, known by the list of its files.
struct WrittenSite {
  let folder: Folder
  /// Every file in it, relative to the folder, and what file managers left there.
  let files: [PathBytes]

  static let listName = PathBytes("hipreel-site.txt")
  private static let heading = "hipreel-site/1: written by hipreel site, which replaces this folder as a whole"
  /// The list of a site of 100,000 reels is half as long.
  private static let longestList = 16 << 20

  /// Nil when there is nothing, or an empty folder.
  ///
  /// - Throws: `LibraryError` when it has anything that hipreel did not write, such as a link.
  init?(_ place: FolderPlace) throws(LibraryError) { try self.init(place.name, in: place.parent) }

  init?(_ name: PathBytes, in parent: Folder) throws(LibraryError) {
    let path = parent.path.appending(name)
    var found: [PathBytes] = []
    do throws(SystemError) {
      guard let status = try parent.status(of: name) else { return nil }
      guard status.isFolder else { throw SystemError(number: ENOTDIR) }
      folder = try parent.folder(name)
      try Self.collect(folder.listing(), PathBytes(""), depth: 0, into: &found)
    } catch {
      if error.number == ENOTDIR { throw Self.foreign(path, "is a link or a file, not a folder") }
      throw LibraryError(.unreadableFolder, path: path, "cannot be read: \(error.words)")
    }
    guard !found.isEmpty else { return nil }
    files = found
    let others = found.filter { !Self.isLitter($0) }
    guard !others.isEmpty else { return }
    let list: [UInt8]
    do { list = try folder.bytes(of: Self.listName, atMost: Self.longestList) } catch {
      throw Self.foreign(path, "already exists")
    }
    guard let unlisted = Self.unlisted(others, in: list) else { throw Self.foreign(path, "already exists") }
    if let other = others.first(where: { unlisted.contains($0) && unlisted.contains(Self.finished($0)) }) {
      throw Self.foreign(path, "has a file that hipreel did not write: \(other.text)")
    }
  }

  /// Whether a file is one that file managers of macOS, Windows and KDE put into folders that they show.
  private static func isLitter(_ file: PathBytes) -> Bool {
    let name = file.lastComponent
    return [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"].contains { name == PathBytes($0) }
      || name.bytes.starts(with: "._".utf8)
  }

  /// The name of a file that was being written when its process was killed (`NewFile`).
  private static func finished(_ file: PathBytes) -> PathBytes {
    let stem = file.stem
    return file.ending?.hasPrefix("part-") == true ? stem : file
  }

  private static func foreign(_ path: PathBytes, _ message: String) -> LibraryError {
    LibraryError(
      .system, path: path, message, advice: "name a folder that is new or empty, or one that hipreel site wrote")
  }

  static func list(of names: Set<String>) -> [UInt8] {
    Array(([heading, listName.text] + names.sorted()).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }

  /// Which of some files, finished or not, a list does not name; nil when it is not a site's list.
  ///
  /// The list can be a stranger's: only the names in question are kept.
  private static func unlisted(_ files: [PathBytes], in list: [UInt8]) -> Set<PathBytes>? {
    var wanted = Set(files).union(files.map(finished))
    var isFirst = true
    var start = list.startIndex
    while start < list.endIndex, !wanted.isEmpty {
      let end = list[start...].firstIndex(of: UInt8(ascii: "\n")) ?? list.endIndex
      let line = PathBytes(list[start..<end])
      if isFirst {
        guard line == PathBytes(heading) else { return nil }
        isFirst = false
      } else {
        wanted.remove(line)
      }
      start = end + 1
    }
    return isFirst ? nil : wanted
  }

  /// Deletes files, and the folders that are empty then; whatever else is there stays.
  static func remove(_ files: [PathBytes], from folder: Folder, named name: PathBytes, in parent: Folder) {
    // What cannot be deleted stays: it is not ours to insist on.
    func attempt(_ body: () throws(SystemError) -> Void) { do { try body() } catch {} }
    var folders: Set<PathBytes> = []
    for file in files {
      attempt { () throws(SystemError) in try folder.remove(file) }
      var parent = file.parent
      while !parent.bytes.isEmpty, folders.insert(parent).inserted { parent = parent.parent }
    }
    // The deepest first: a folder's name is longer than that of the one above it.
    for inner in folders.sorted(by: { $0.bytes.count > $1.bytes.count }) {
      attempt { () throws(SystemError) in try folder.removeFolder(inner) }
    }
    attempt { () throws(SystemError) in try parent.removeFolder(name) }
  }

  /// Everything that is not a folder, names that start with a dot included; links are not followed.
  private static func collect(
    _ names: FolderListing, _ folder: PathBytes, depth: Int, into found: inout [PathBytes]
  ) throws(SystemError) {
    while let name = try names.next() {
      let path = folder.bytes.isEmpty ? name : folder.appending(name)
      // A site's own folders are two deep; anything deeper is a stranger's, and is not searched.
      if try names.status(of: name).isFolder, depth < 4 {
        try collect(names.listing(name), path, depth: depth + 1, into: &found)
      } else {
        found.append(path)
      }
    }
  }
}
