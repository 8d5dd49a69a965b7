import CTesseract
public import MediaFacts

/// Tesseract's library with the data of languages, loaded once and for the life of the process.
public enum Tesseract {
  /// Why it cannot be used here.
  public struct Failure: Error, Equatable {
    public enum Kind: Sendable {
      /// There is no library, or one of another version.
      case missing
      /// A language has no data that the library can use, or it doesn't read what it must.
      case unusable
    }

    public let kind: Kind
    /// The language that cannot be read; nil when it's the library.
    public let language: TextLanguage?
    /// In Tesseract's or the loader's words.
    public let reason: String
  }

  /// Loads the library and the data of some languages, and reads a drawn word with each of them.
  ///
  /// Afterwards reading opens no file and starts no thread. Costs some 20 MB of memory and 100 ms for each language.
  ///
  /// - Parameters:
  ///   - folder: Where `eng.traineddata` and the like are.
  ///   - languages: In the order in which they are tried.
  public static func load(folder: String, languages: [TextLanguage]) throws(Failure) -> [LineReader] {
    var failure: UnsafePointer<CChar>?
    guard let library = unsafe hr_ocr_load(&failure) else {
      throw Failure(kind: .missing, language: nil, reason: unsafe words(failure))
    }
    var readers: [LineReader] = []
    for language in languages {
      guard let engine = unsafe hr_ocr_open(library, folder, language.code, &failure) else {
        throw Failure(kind: .unusable, language: language, reason: unsafe words(failure))
      }
      let reader = LineReader(language) { crop in unsafe read(crop, with: engine) }
      guard works([reader]) else {
        throw Failure(kind: .unusable, language: language, reason: "it doesn't read a drawn word")
      }
      readers.append(reader)
    }
    return readers
  }

  /// Whether readers read what they must, with what is allowed where it is asked: inside the jail.
  public static func works(_ readers: [LineReader]) -> Bool {
    readers.allSatisfy { $0.words(DrawnWord.crop).map(\.text) == [DrawnWord.text] }
  }

  /// The library's version, such as "5.3.0"; nil where there is none.
  public static var version: String? {
    var failure: UnsafePointer<CChar>?
    return unsafe hr_ocr_load(&failure).flatMap { unsafe hr_ocr_version($0) }.map { unsafe String(cString: $0) }
  }

  private static func words(_ failure: UnsafePointer<CChar>?) -> String {
    unsafe failure.map { unsafe String(cString: $0) } ?? "unknown"
  }

  private static func read(_ crop: LineCrop, with engine: OpaquePointer) -> [ReadWord] {
    var words: [ReadWord] = []
    let status = unsafe withUnsafeMutablePointer(to: &words) { words in
      unsafe hr_ocr_read(
        engine, crop.bytes, Int32(crop.width), Int32(crop.height),
        { context, word, confidence in
          guard let words = unsafe context?.assumingMemoryBound(to: [ReadWord].self), let word = unsafe word else {
            return
          }
          unsafe words.pointee.append(ReadWord(text: String(cString: word), confidence: confidence))
        }, words)
    }
    return status == 0 ? words : []
  }
}
