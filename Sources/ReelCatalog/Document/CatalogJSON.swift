import MediaFacts

/// Writes a catalog as JSON in one canonical form: equal catalogs give equal bytes.
///
/// The form is `catalog/catalog.schema.json`. Reels come in the order of their ids, one at a time, so memory stays
/// the same for any number of them. A member with an unknown value is left out, never null.
///
/// ```swift
/// var catalog = CatalogJSON(generator: "hipreel 1.0", vocabulary: "1") { bytes in try file.write(bytes) }
/// for reel in reels { try catalog.append(reel) }
/// try catalog.finish()
/// ```
public struct CatalogJSON {
  /// What to write beside the catalog's content.
  public struct Options: Sendable, Equatable {
    /// Also what was only observed here: when a reel was first seen, a recording date taken from the file's time,
    /// and the subtitles with their times.
    public var withObservations: Bool
    /// Also the texts behind the tags and the places in them that matched.
    public var withEvidence: Bool

    public init(withObservations: Bool = false, withEvidence: Bool = true) {
      self.withObservations = withObservations
      self.withEvidence = withEvidence
    }
  }

  /// The name of the form, without its version.
  public static let formName = "hipreel-catalog"
  /// Grows when a reader of the previous form would misunderstand this one.
  public static let formVersion = 1
  /// Bytes are passed to `write` in pieces of about this size.
  private static let pieceByteCount = 64 << 10

  private var json = JSONText()
  private let options: Options
  private let write: ([UInt8]) throws -> Void
  private var lastID: ReelID?

  /// Starts the document.
  ///
  /// - Parameter generator: The program that writes it, with its version.
  /// - Parameter vocabulary: The version of the vocabulary that the tags were made with.
  /// - Parameter searches: Sorted by name; the member is left out when there are none.
  /// - Parameter write: Takes the next piece of the document.
  public init(
    generator: String, vocabulary: String, searches: [SavedSearch] = [], options: Options = Options(),
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.options = options
    self.write = write
    json.beginObject()
    json.member("schema", "\(Self.formName)/\(Self.formVersion)")
    json.member("generator", generator)
    json.member("vocabulary", vocabulary)
    json.searches(searches)
    json.key("reels")
    json.beginArray()
  }

  /// Writes the next reel, whose id must come after the one before.
  ///
  /// - Throws: What `write` throws.
  public mutating func append(_ reel: Reel) throws {
    precondition(lastID.map { $0 < reel.id } ?? true, "reels are written in the order of their ids")
    lastID = reel.id
    json.reel(reel, options)
    guard json.byteCount >= Self.pieceByteCount else { return }
    try write(json.takeBytes())
  }

  /// Makes text of reels that follow one another, for `append(items:)`.
  ///
  /// It doesn't need the document, so several threads can do it.
  public static func items(_ reels: [Reel], _ options: Options = Options()) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("reels")
    json.beginArray()
    _ = json.takeBytes()
    for reel in reels { json.reel(reel, options) }
    return json.takeBytes()
  }

  /// Writes what `items` made of the next reels: at least one, with ids that come after those before.
  ///
  /// - Throws: What `write` throws.
  public mutating func append(items: [UInt8]) throws {
    json.appendItems(items)
    guard json.byteCount >= Self.pieceByteCount else { return }
    try write(json.takeBytes())
  }

  /// Ends the document and writes the rest of it.
  ///
  /// - Throws: What `write` throws.
  public mutating func finish() throws {
    json.end()
    json.end()
    json.endLine()
    try write(json.takeBytes())
  }
}
