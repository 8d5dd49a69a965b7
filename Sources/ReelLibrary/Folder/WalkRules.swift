import Glibc
import ReelCatalog

/// What a walk leaves out, at the folder that it is in.
///
/// A pattern that was given wins over those in the folder's files, a file deeper down over one above it, and each of them
/// over the table of names.
struct WalkRules {
  /// The files with patterns that were read so far.
  private(set) var read: [(path: PathBytes, patterns: IgnorePatterns)] = []
  /// Which of the given patterns decided about anything.
  private(set) var used: Set<Int> = []
  private let given: IgnorePatterns
  /// The names of the folders that the walk is in, below its root.
  private var names: [ArraySlice<UInt8>] = []
  /// Whether the root was entered.
  private var isInside = false
  /// The patterns that hold here, those of the folders above first, with how deep their folder is.
  private var levels: [(depth: Int, file: PathBytes, byteCount: Int, patterns: IgnorePatterns)] = []

  init(_ given: IgnorePatterns) { self.given = given }

  /// How many folders below its root the walk is.
  var depth: Int { names.count }

  /// Enters a folder; its patterns hold until `leave`.
  ///
  /// - Throws: `SystemError` when there is a file with patterns that cannot be read.
  mutating func enter(_ folder: PathBytes, _ listing: FolderListing) throws(SystemError) {
    if isInside { names.append(folder.lastComponent.bytes[...]) }
    isInside = true
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try listing.bytes(of: IgnorePatterns.fileName, atMost: IgnorePatterns.longestByteCount + 1)
    } catch {
      guard !error.meansAbsent else { return }
      // Where no name of the folder can be looked at, there is nothing to say about this one.
      do throws(SystemError) { _ = try listing.status(of: IgnorePatterns.fileName) } catch { return }
      throw error
    }
    // Each name costs time for each byte of the patterns in force, and the file may be a stranger's.
    guard levels.reduce(bytes.count, { $0 + $1.byteCount }) <= IgnorePatterns.longestByteCount else {
      throw SystemError(number: EFBIG)
    }
    let patterns = IgnorePatterns(bytes)
    let file = folder.appending(IgnorePatterns.fileName)
    read.append((file, patterns))
    if !patterns.patterns.isEmpty { levels.append((depth, file, bytes.count, patterns)) }
  }

  mutating func leave() {
    if levels.last?.depth == depth { levels.removeLast() }
    if names.isEmpty { isInside = false } else { names.removeLast() }
  }

  /// Why an entry of the folder is left out; nil when it is not.
  mutating func reason(toLeaveOut name: PathBytes, isFolder: Bool) -> LeftOut.Reason? {
    if !given.patterns.isEmpty || !levels.isEmpty {
      let path = names + [name.bytes[...]]
      if let index = given.decision(path[...], isFolder: isFolder) {
        used.insert(index)
        return reason(given.patterns[index], in: nil)
      }
      for level in levels.reversed() {
        if let index = level.patterns.decision(path[level.depth...], isFolder: isFolder) {
          return reason(level.patterns.patterns[index], in: level.file)
        }
      }
    }
    if isFolder, let parent = names.last, NamePattern.photosLibrary.matches(parent), !Self.originals.contains(name) {
      return .name(.derived)
    }
    return LitterName.named(name, isFolder: isFolder).map { .name($0) }
  }

  private static let originals = [PathBytes("originals"), PathBytes("Masters")]

  private func reason(_ pattern: IgnorePatterns.Pattern, in file: PathBytes?) -> LeftOut.Reason? {
    pattern.isNegated ? nil : .pattern(pattern.text, file: file)
  }
}
