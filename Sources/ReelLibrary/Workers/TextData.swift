import Glibc
public import MediaFacts
public import ReelCatalog

/// Where Tesseract's language data are: Debian's packages, not hipreel's own.
///
/// The library itself is found by the dynamic linker, in the worker.
public struct TextData: Sendable, Equatable {
  /// The folder that has them.
  public let folder: PathBytes
  /// Those that are there, in the order of trying; at least one.
  public let languages: [TextLanguage]

  /// How to get them: what Debian calls them.
  public static let advice = "bring it with: sudo apt install \(packages)"

  private static let packages =
    "libtesseract5 " + TextLanguage.allCases.map { "tesseract-ocr-\($0.code)" }.joined(separator: " ")

  /// Whether words in pictures may be read: not where the environment says `HIPREEL_TEXT=none`.
  public static var areWanted: Bool { NamedPath.inEnvironment("HIPREEL_TEXT") != PathBytes("none") }

  /// Looks where the environment says (`HIPREEL_TEXT`, `TESSDATA_PREFIX`), else where Debian and others put them.
  ///
  /// - Throws: `.textUnavailable` where there is no data of any language.
  public static func locate() throws(LibraryError) -> TextData {
    for folder in folders {
      let languages = languages(in: folder)
      if !languages.isEmpty { return TextData(folder: folder, languages: languages) }
    }
    throw LibraryError(
      .textUnavailable, path: folders.first, "there is no data of a language to read", advice: advice)
  }

  /// Those that a folder has the data of.
  static func languages(in folder: PathBytes) -> [TextLanguage] {
    TextLanguage.allCases.filter { isThere($0, in: folder) }
  }

  private static func isThere(_ language: TextLanguage, in folder: PathBytes) -> Bool {
    do throws(SystemError) {
      let file = try NamedPath.file(folder.appending(language.fileName))
      let status = try Folder.regularStatus(of: file.raw)
      extendLifetime(file)
      return status.st_size > 0
    } catch {
      return false
    }
  }

  private static var folders: [PathBytes] {
    if let folder = NamedPath.inEnvironment("HIPREEL_TEXT") { return [folder] }
    let named = NamedPath.inEnvironment("TESSDATA_PREFIX").map { [$0] } ?? []
    return named + ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"].map { PathBytes($0) }
  }

  /// What the worker is started with.
  var arguments: [[UInt8]] { [folder.bytes] + languages.map { Array($0.code.utf8) } }

  /// What the end of a worker says of Tesseract; nil when it ended for another reason.
  func failure(of end: WorkerProcess.End) -> LibraryError? {
    guard let status = end.exitStatus, let trouble = TextTrouble(rawValue: status) else { return nil }
    switch trouble {
    case .noLibrary:
      return LibraryError(.textUnavailable, "libtesseract.so.5 is not installed", advice: Self.advice)
    case .noLanguage:
      return LibraryError(
        .textUnavailable, path: folder, "Tesseract cannot load its languages",
        advice: "bring them anew with: sudo apt install --reinstall \(Self.packages)")
    case .unusable:
      return LibraryError(.textUnavailable, path: folder, "Tesseract does not work on this machine")
    }
  }
}
