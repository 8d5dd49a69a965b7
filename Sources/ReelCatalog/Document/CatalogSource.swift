/// Reels and searches to import into a catalog: a document in memory, or one read piece by piece.
public protocol CatalogSource {
  /// The version of the vocabulary that the tags were made with.
  var vocabulary: String { get }
  var searches: [SavedSearch] { get }

  /// Passes on the reels one by one.
  ///
  /// - Throws: `CatalogReadError` for one that isn't a reel; what `body` throws.
  func forEachReel(_ body: (Reel) throws -> Void) throws
}

extension CatalogDocument: CatalogSource {
  public func forEachReel(_ body: (Reel) throws -> Void) throws {
    for reel in reels { try body(reel) }
  }
}

/// A catalog as a document holds it.
public struct CatalogDocument: Sendable, Equatable {
  /// The program that wrote it, with its version.
  public var generator: String
  /// The version of the vocabulary that the tags were made with.
  public var vocabulary: String
  /// Sorted by name.
  public var searches: [SavedSearch]
  /// Sorted by id.
  public var reels: [Reel]

  public init(generator: String, vocabulary: String, searches: [SavedSearch] = [], reels: [Reel]) {
    self.generator = generator
    self.vocabulary = vocabulary
    self.searches = searches
    self.reels = reels
  }

  /// Writes the document in its canonical form.
  ///
  /// - Throws: What `write` throws.
  public func write(_ options: CatalogJSON.Options = .init(), to write: @escaping ([UInt8]) throws -> Void) throws {
    var catalog = CatalogJSON(
      generator: generator, vocabulary: vocabulary, searches: searches, options: options, write: write)
    for reel in reels { try catalog.append(reel) }
    try catalog.finish()
  }
}
