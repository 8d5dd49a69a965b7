import ReelCatalog

/// Reads a whole catalog back and compares it with what was written. Changes nothing.
public struct CatalogCheck: Sendable {
  /// In the order in which they were found; none in a sound catalog.
  public private(set) var faults: [CatalogFault] = []
  /// How many reels and edits could be read.
  public private(set) var reelCount = 0
  public private(set) var editCount = 0

  /// Reads all of the catalog and every still.
  ///
  /// - Throws: `LibraryError` when there is no catalog, a newer one, or one that another process is changing and cannot
  ///   be read for that reason.
  public init(_ folder: LibraryFolder) throws(LibraryError) {
    do {
      let store = try ReelStore(folder, for: .read)
      let problems = try store.integrityProblems()
      faults += problems.map { CatalogFault(kind: .structure, text: $0) }
      let found = try store.contentFaults()
      (reelCount, editCount) = (found.reelCount, found.editCount)
      faults += found.faults
      faults += try Self.thumbnailFaults(store, ThumbnailFolder(folder))
    } catch {
      switch error.code {
      case .catalogDamaged, .system: faults.append(CatalogFault(kind: .unreadable, text: error.message))
      case .catalogForeign: faults.append(CatalogFault(kind: .schema, text: error.message))
      default: throw error
      }
    }
  }

  private static func thumbnailFaults(
    _ store: ReelStore, _ stills: ThumbnailFolder
  ) throws(LibraryError) -> [CatalogFault] {
    var faults: [CatalogFault] = []
    for id in try store.reelsWithThumbnail() {
      do {
        guard let jpeg = try stills.jpeg(of: id) else {
          faults.append(CatalogFault(kind: .thumbnail, text: "the thumbnail of \(id) is missing"))
          continue
        }
        // A JPEG ends with EOI (ITU-T T.81, B.1.1.3).
        guard jpeg.suffix(2) == [0xFF, 0xD9] else {
          faults.append(CatalogFault(kind: .thumbnail, text: "the thumbnail of \(id) is incomplete"))
          continue
        }
      } catch {
        faults.append(CatalogFault(kind: .thumbnail, text: "the thumbnail of \(id) \(error.message)"))
      }
    }
    return faults
  }
}
