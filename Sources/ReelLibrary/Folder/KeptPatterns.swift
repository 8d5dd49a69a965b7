import ReelCatalog

/// What the person excluded from a folder: kept in the catalog for every later run, one pattern a line.
extension LibraryFolder {
  /// The patterns of earlier runs; none without a catalog.
  ///
  /// - Throws: `LibraryError` when the file that has them cannot be read.
  public func keptPatterns() throws(LibraryError) -> IgnorePatterns {
    let folder: Folder
    // If the catalog's folder itself is broken, opening the catalog says so.
    do { folder = try Folder(at: catalog) } catch { return .none }
    do {
      return IgnorePatterns(try folder.bytes(of: CatalogFiles.exclude, atMost: IgnorePatterns.longestByteCount + 1))
    } catch {
      guard !error.meansAbsent else { return .none }
      throw LibraryError(
        .catalogDamaged, path: catalog.appending(CatalogFiles.exclude), "cannot be read: \(error.words)",
        advice: "it has the patterns of --exclude; delete it to exclude nothing")
    }
  }

  /// The patterns of the folder's own `.hipreelignore`; none where it cannot be read, which a walk says.
  public func ownPatterns() -> IgnorePatterns {
    do {
      return IgnorePatterns(
        try Folder(at: root).bytes(of: IgnorePatterns.fileName, atMost: IgnorePatterns.longestByteCount + 1))
    } catch {
      return .none
    }
  }

  /// Looks at the folder as an index run does that excludes nothing more.
  public func walk() throws(LibraryError) -> FolderWalk { try FolderWalk(of: root, excluding: keptPatterns()) }
}
