import Glibc
public import ReelCatalog

/// Imports another catalog's document into this one; nothing in this one is lost.
public struct LibraryImport: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Opens a document: its reels are read as they are imported.
  ///
  /// - Throws: `CatalogReadError`, with the place in the document; `LibraryError` when the file cannot be read.
  public static func document(at path: PathBytes) throws -> CatalogFile {
    let file: SharedFile
    let byteCount: Int
    do throws(SystemError) {
      file = SharedFile(try NamedPath.file(path))
      byteCount = Int(try Folder.regularStatus(of: file.descriptor.raw).st_size)
    } catch {
      throw LibraryError(reading: path, error)
    }
    return try CatalogFile(byteCount: byteCount) { offset, count in
      do throws(SystemError) { return try Folder.bytes(of: file.descriptor.raw, from: offset, count: count) } catch {
        throw LibraryError(reading: path, error)
      }
    }
  }

  /// Merges a document and retags what got edits, in one transaction.
  ///
  /// - Throws: `CatalogReadError` for something that is not a reel, and then nothing is changed; `LibraryError`, such
  ///   as `.catalogInUse` while another process changes the catalog.
  public func merge(_ source: some CatalogSource, rule: EditMerge.Rule) throws -> ImportReport {
    try merge(source, rule, keeps: true) { LibraryVocabulary(folder).tagger() }
  }

  /// What `merge` would change.
  public func difference(_ source: some CatalogSource, rule: EditMerge.Rule) throws -> ImportReport {
    try merge(source, rule, keeps: false) { .standard }
  }

  private func merge(
    _ source: some CatalogSource, _ rule: EditMerge.Rule, keeps: Bool, tagger: () -> Tagger
  ) throws -> ImportReport {
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    return try ReelStore(folder, for: .write).merge(source, rule: rule, keeps: keeps, now: time(nil), tagger: tagger)
  }

  /// A reel of a document that can be one of this folder's.
  ///
  /// - Parameter place: The reel's place in the document.
  static func check(_ reel: Reel, at place: String) throws(CatalogReadError) {
    guard !reel.paths.isEmpty else {
      throw CatalogReadError(.badValue, at: "\(place).paths", "is empty, as in a redacted export")
    }
    for path in reel.paths where !FileKind.canBeReel(path) || path.bytes.count > CatalogLimits.pathByteCount {
      throw CatalogReadError(
        .badValue, at: "\(place).paths", "\"\(path.text.prefix(200))\" cannot be the path of a video in a folder")
    }
  }
}

/// An open file that a closure reads from.
private final class SharedFile: Sendable {  // a class: it owns a descriptor
  let descriptor: OwnedDescriptor

  init(_ descriptor: consuming OwnedDescriptor) { self.descriptor = descriptor }
}
