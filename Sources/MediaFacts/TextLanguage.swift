/// A language that words in pictures are read in: those of the vocabulary.
///
/// The order is that of trying: English first, since most captions are in it, whoever made the film.
public enum TextLanguage: UInt8, Sendable, CaseIterable {
  case english = 1
  case spanish, portuguese, french, german

  /// ISO 639-2's code, which Tesseract's data are named by.
  public var code: String {
    switch self {
    case .english: "eng"
    case .spanish: "spa"
    case .portuguese: "por"
    case .french: "fra"
    case .german: "deu"
    }
  }

  /// The file of its data in Tesseract's folder.
  public var fileName: String { "\(code).traineddata" }

  /// Nil for the code of a language that is not read.
  public init?(code: some StringProtocol) {
    guard let language = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = language
  }
}
