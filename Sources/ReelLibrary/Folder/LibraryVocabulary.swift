import Glibc
public import ReelCatalog

/// The words that a catalog is tagged with: the standard vocabulary, and the person's own names from `vocabulary.yaml`
/// beside the catalog.
public struct LibraryVocabulary: Sendable {
  public let vocabulary: Vocabulary
  /// Nil when the person has no names of their own or their file cannot be read.
  public let own: PersonalVocabulary?
  /// What is wrong with the person's file, which is then ignored; nil when nothing is.
  public let problem: Problem?

  /// A file that is not a vocabulary.
  public struct Problem: Error, Sendable {
    public let path: PathBytes
    public let error: VocabularyError

    /// `LINE:COLUMN: what is wrong`, each part only if known.
    public var reason: String {
      guard let line = error.line, let column = error.column else { return error.problem }
      return "\(line):\(column): \(error.problem)"
    }
  }

  /// Only the one that comes with hipreel.
  public static let standard = LibraryVocabulary(own: nil, problem: nil)

  /// Reads the person's file, when there is one.
  public init(_ folder: LibraryFolder) {
    do {
      self.init(own: try Self.readBesideCatalog(folder), problem: nil)
    } catch {
      self.init(own: nil, problem: error)
    }
  }

  private init(own: PersonalVocabulary?, problem: Problem?) {
    vocabulary = own.map { Vocabulary.standard.adding($0) } ?? .standard
    self.own = own
    self.problem = problem
  }

  /// Where a person keeps their own names for a catalog; the file need not exist.
  public static func path(in folder: LibraryFolder) -> PathBytes { folder.catalog.appending(CatalogFiles.vocabulary) }

  /// Reads one file that the person named, wherever it is.
  ///
  /// - Returns: Nil when there is no such file.
  public static func read(_ path: PathBytes) throws(Problem) -> PersonalVocabulary? {
    try read(path) { () throws(SystemError) in try NamedPath.bytes(of: path, atMost: byteLimit + 1) }
  }

  private static func readBesideCatalog(_ folder: LibraryFolder) throws(Problem) -> PersonalVocabulary? {
    try read(path(in: folder)) { () throws(SystemError) in
      try Folder(at: folder.catalog).bytes(of: CatalogFiles.vocabulary, atMost: byteLimit + 1)
    }
  }

  private static func read(
    _ path: PathBytes, _ read: () throws(SystemError) -> [UInt8]
  ) throws(Problem) -> PersonalVocabulary? {
    let bytes: [UInt8]
    do { bytes = try read() } catch {
      guard error.number != ENOENT else { return nil }
      throw Problem(path: path, error: VocabularyError(problem: "cannot be read: \(error.words)"))
    }
    do {
      guard bytes.count <= byteLimit else { throw VocabularyError(problem: "is longer than \(byteLimit >> 10) KiB") }
      guard let text = String(validating: bytes, as: UTF8.self) else { throw VocabularyError(problem: "is not UTF-8") }
      return try PersonalVocabularyYAML.vocabulary(from: text, over: .standard)
    } catch let error as VocabularyError {
      throw Problem(path: path, error: error)
    } catch {
      throw Problem(path: path, error: VocabularyError(problem: "\(error)"))
    }
  }

  private static let byteLimit = PersonalVocabularyYAML.byteLimit

  /// The version of the tagger that `tagger` makes.
  public var version: String { own.map { "\(Tagger.standardVersion)-\($0.version)" } ?? Tagger.standardVersion }

  /// Makes the tagger; with the person's own names that takes a tenth of a second.
  public func tagger() -> Tagger {
    own == nil ? .standard : Tagger(vocabulary: vocabulary, version: version)
  }
}
