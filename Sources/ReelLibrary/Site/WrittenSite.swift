import Glibc
import ReelCatalog

/// A folder of pages that hipreel wrote, known by the list of its files.
struct WrittenSite {
  /// Every file in it, relative to the folder, and what file managers left there.
  let files: [PathBytes]

  static let listName = "hipreel-site.txt"
  private static let heading = "hipreel-site/1: written by hipreel site, which replaces this folder as a whole"
  private static let longestList = 64 << 20

  /// Nil when there is nothing, or an empty folder.
  ///
  /// - Throws: `LibraryError` when anything is there that hipreel did not write.
  init?(at path: PathBytes) throws(LibraryError) {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw Self.foreign(path, "is no folder") }
    var found: [PathBytes] = []
    do { try Self.collect(path, PathBytes(""), depth: 0, into: &found) } catch {
      throw LibraryError(.unreadableFolder, path: path, "cannot be read: \(error.words)")
    }
    guard !found.isEmpty else { return nil }
    files = found
    let others = found.filter { !Self.isLitter($0) }
    guard !others.isEmpty else { return }
    let listed: Set<PathBytes>
    do {
      listed = Set(Self.names(in: try SmallFile.read(path.appending(Self.listName), atMost: Self.longestList)))
    } catch {
      throw Self.foreign(path, "is there already")
    }
    guard !listed.isEmpty else { throw Self.foreign(path, "is there already") }
    if let other = others.first(where: { !listed.contains($0) && !listed.contains(Self.finished($0)) }) {
      throw Self.foreign(path, "has a file that hipreel did not write: \(other.text)")
    }
  }

  /// Whether a file is one that file managers of macOS, Windows and KDE put into folders that they show.
  private static func isLitter(_ file: PathBytes) -> Bool {
    let name = file.lastComponent
    return [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"].contains { name == PathBytes($0) }
      || name.bytes.starts(with: "._".utf8)
  }

  /// The name of a file that was being written when its process was killed (`AtomicFile`).
  private static func finished(_ file: PathBytes) -> PathBytes {
    let stem = file.stem
    return file.ending?.hasPrefix("part-") == true ? stem : file
  }

  private static func foreign(_ path: PathBytes, _ message: String) -> LibraryError {
    LibraryError(
      .system, path: path, message, advice: "name a folder that is new or empty, or one that hipreel site wrote")
  }

  static func list(of names: Set<String>) -> [UInt8] {
    Array(([heading, listName] + names.sorted()).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }

  private static func names(in list: [UInt8]) -> [PathBytes] {
    let lines = list.split(separator: UInt8(ascii: "\n")).map { PathBytes($0) }
    return lines.first == PathBytes(heading) ? Array(lines.dropFirst()) : []
  }

  /// Deletes files, and the folders that are empty then; whatever else is there stays.
  static func remove(_ files: [PathBytes], from folder: PathBytes) {
    var folders: Set<PathBytes> = []
    for file in files {
      _ = folder.appending(file).withCString { unlink($0) }
      var parent = file.parent
      while !parent.bytes.isEmpty, folders.insert(parent).inserted { parent = parent.parent }
    }
    // The deepest first: a folder's name is longer than that of the one above it.
    for inner in folders.sorted(by: { $0.bytes.count > $1.bytes.count }) {
      _ = folder.appending(inner).withCString { rmdir($0) }
    }
    _ = folder.withCString { rmdir($0) }
  }

  /// Everything that is no folder, names that start with a dot included; links are not followed.
  private static func collect(
    _ root: PathBytes, _ folder: PathBytes, depth: Int, into found: inout [PathBytes]
  ) throws(SystemError) {
    let place = folder.bytes.isEmpty ? root : root.appending(folder)
    guard let stream = place.withCString({ opendir($0) }) else { throw SystemError.last }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = PathBytes(bytesOf: entry)
      guard ![".", ".."].contains(name.text) else { continue }
      let path = folder.bytes.isEmpty ? name : folder.appending(name)
      var status = stat()
      guard root.appending(path).withCString({ lstat($0, &status) }) == 0 else { throw SystemError.last }
      // A site's own folders are two deep; what lies deeper is a stranger's, and is not gone through.
      if status.st_mode & S_IFMT == S_IFDIR, depth < 4 {
        try collect(root, path, depth: depth + 1, into: &found)
      } else {
        found.append(path)
      }
    }
  }
}
