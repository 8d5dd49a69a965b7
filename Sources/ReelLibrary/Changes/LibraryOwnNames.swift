import Glibc
public import ReelCatalog

/// Adds to a person's own vocabulary beside a catalog, and retags the catalog with it.
public struct LibraryOwnNames: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Makes an exercise of the person's own, at the end of their list; nothing else in their file changes.
  ///
  /// - Returns: Its id, for decisions about reels.
  /// - Throws: `LibraryOwnNames.Refusal` for a name that cannot be one and for a file that takes no more; `LibraryError`, such
  ///   as `.catalogInUse` while another process changes the catalog. Nothing is changed then; if only the retagging fails, the next
  ///   index run does it.
  public func add(_ draft: ExerciseDraft) throws -> String {
    let lock = try CatalogLock.take(folder)
    defer { extendLifetime(lock) }
    let catalog = try folder.openCatalog()
    let addition = try added(draft, to: try text(in: catalog))
    let file = try NewFile(CatalogFiles.vocabulary, in: catalog, likeReplaced: true)
    try file.append(Array(addition.text.utf8))
    try file.commit()
    _ = try Retagging(folder).runLocked { _ in }
    return addition.id
  }

  /// Why an exercise was not added.
  public struct Refusal: Error, Sendable {
    /// The person's file, if the reason is in it.
    public let path: PathBytes?
    /// In lower case, without the path.
    public let reason: String
  }

  private var path: PathBytes { LibraryVocabulary.path(in: folder) }

  private func added(
    _ draft: ExerciseDraft, to text: String
  ) throws(Refusal) -> PersonalVocabularyYAML.Addition {
    do { return try PersonalVocabularyYAML.adding(draft, to: text, over: .standard) } catch {
      throw Refusal(
        path: error.line == nil ? nil : path, reason: LibraryVocabulary.Problem(path: path, error: error).reason)
    }
  }

  /// The person's file as it is; empty if there is none.
  private func text(in catalog: Folder) throws(Refusal) -> String {
    let limit = PersonalVocabularyYAML.byteLimit
    let bytes: [UInt8]
    do { bytes = try catalog.bytes(of: CatalogFiles.vocabulary, atMost: limit + 1) } catch {
      guard error.number != ENOENT else { return "" }
      throw Refusal(path: path, reason: "cannot be read: \(error.words)")
    }
    guard bytes.count <= limit else { throw Refusal(path: path, reason: "is longer than \(limit >> 10) KiB") }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(path: path, reason: "is not UTF-8") }
    return text
  }
}
