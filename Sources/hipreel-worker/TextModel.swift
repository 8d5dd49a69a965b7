import Glibc
import MediaFacts
import TextReading

/// Tesseract and its languages, loaded before the jail closes from the folder that the parent found.
enum TextModel {
  /// - Parameter arguments: The folder with the data, then the codes of the languages, in the order of trying.
  static func load(_ arguments: some Collection<String>) throws(TextTrouble) -> [LineReader] {
    guard let folder = arguments.first else { throw .noLanguage }
    let languages = arguments.dropFirst().compactMap { TextLanguage(code: $0) }
    guard !languages.isEmpty, languages.count == arguments.count - 1 else { throw .noLanguage }
    let readers: [LineReader]
    do throws(Tesseract.Failure) {
      readers = try Tesseract.load(folder: folder, languages: languages)
    } catch {
      throw error.kind == .missing ? .noLibrary : .noLanguage
    }
    // It would not be held by every wall of the jail. OMP_THREAD_LIMIT, which the parent sets, keeps OpenMP from starting one.
    guard hasOneThread else { throw .unusable }
    return readers
  }

  private static var hasOneThread: Bool {
    guard let folder = unsafe opendir("/proc/self/task") else { return false }
    defer { unsafe closedir(folder) }
    var count = 0
    while let entry = unsafe readdir(folder) {
      if unsafe entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { count += 1 }
    }
    return count == 1
  }
}
