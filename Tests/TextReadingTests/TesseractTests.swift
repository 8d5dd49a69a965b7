import Glibc
import MediaFacts
import Testing

@testable import TextReading

/// With the real library, where it's installed.
@Suite(.serialized) struct TesseractTests {
  private static let folder = "/usr/share/tesseract-ocr/5/tessdata"
  static let isInstalled =
    Tesseract.version != nil && access("\(folder)/\(TextLanguage.english.fileName)", R_OK) == 0

  @Test(.enabled(if: isInstalled, "Tesseract 5 with its English data is not installed"))
  func `drawn words are read`() throws {
    var recorder = TextRecorder(try Tesseract.load(folder: Self.folder, languages: [.english]))
    var canvas = Canvas()
    canvas.write("HIP HINGE", 60, 100)
    canvas.write("TEN REPS", 200, 220, Canvas.yellow)
    recorder.take([canvas.picture, canvas.picture, canvas.picture])
    #expect(recorder.lines.map(\.text) == ["HIP HINGE", "TEN REPS"])
    #expect(recorder.lines.allSatisfy { $0.score >= 60 && $0.endMilliseconds == 1000 })
  }

  @Test(.enabled(if: isInstalled, "Tesseract 5 with its English data is not installed"))
  func `data that are missing are told`() {
    #expect {
      try Tesseract.load(folder: "/nowhere", languages: [.german])
    } throws: { error in
      let failure = error as? Tesseract.Failure
      return failure?.kind == .unusable && failure?.language == .german
    }
  }

  @Test(.enabled(if: isInstalled, "Tesseract 5 with its English data is not installed"))
  func `it runs in one thread`() throws {
    _ = try Tesseract.load(folder: Self.folder, languages: [.english])
    #expect(String(cString: getenv("OMP_THREAD_LIMIT")) == "1")
    #expect(Tesseract.version?.hasPrefix("5.") == true)
  }
}
