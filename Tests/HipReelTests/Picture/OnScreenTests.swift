import Foundation
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

/// Reels whose names say nothing, tagged by the words on their pictures; the built tool on the drawn samples.
@Suite(.serialized, .enabled(if: TextFolder.isThere, Comment(rawValue: TextFolder.absence)))
struct OnScreenTests {
  private static let reading = ["HIPREEL_TEXT": TextFolder.path]
  private static let card = "Inner thigh lift [hipreel-s12].mp4"

  /// The sample with a title card, under a name that says nothing.
  private func folder(named names: [String] = ["IMG_7001.mp4"]) throws -> SampleFolder {
    let folder = try SampleFolder([])
    for name in names {
      try FileManager.default.copyItem(
        at: Checkout.media.appending(path: Self.card), to: folder.url.appending(path: name))
    }
    return folder
  }

  @Test func `a reel is tagged by its card alone, and says where the words are`() throws {
    let folder = try folder()
    let index = try folder.hipreel("index", ".", environment: Self.reading)
    #expect(index.status == 0 && index.text.contains("1 looked at"), "\(index.errors)")
    #expect(try folder.hipreel("find", "movement:adduction").status == 0)
    #expect(try folder.hipreel("find", "onscreen:adduction").status == 0)
    #expect(try folder.hipreel("find", "text:adduction").status == 0)
    #expect(try folder.hipreel("find", "onscreen:squat").status == 1)
    let why = try folder.hipreel("why", "IMG_7001.mp4").text
    #expect(why.contains("on-screen 0:00-0:0"), "\(why)")
    let show = try folder.hipreel("show", "IMG_7001.mp4").text
    #expect(show.contains("on screen"), "\(show)")
    // A second run has nothing to read, and a document loses nothing.
    let again = try folder.hipreel("index", ".", environment: Tool.withoutWorker.merging(Self.reading) { $1 })
    #expect(again.status == 0 && !again.text.contains("looked at"))
    let document = try folder.hipreel("export").text
    #expect(document.contains("\"source\": \"on-screen\"") && document.contains("\"onScreen\""))
    let other = try SampleFolder([])
    try other.write(document, to: "catalog.json")
    try other.hipreel("index", ".")
    let taken = try other.hipreel("import", "catalog.json")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(try other.hipreel("export").text == document)
  }

  @Test func `words can be left alone and read later, and nothing is read where it is switched off`() throws {
    let folder = try folder()
    let index = try folder.hipreel("index", ".", "--no-on-screen", environment: Self.reading)
    #expect(index.status == 0 && index.errors.isEmpty)
    #expect(try folder.hipreel("find", "movement:any").status == 1)
    let off = try folder.hipreel("index", ".", environment: ["HIPREEL_TEXT": "none"])
    #expect(off.status == 0 && off.errors.isEmpty && !off.text.contains("looked at"))
    let waiting = try folder.hipreel("index", "--pose-only", "--dry-run", environment: Self.reading)
    #expect(waiting.text.contains("1 to look at"))
    // The next ordinary run reads what is in the catalog already.
    #expect(try folder.hipreel("index", ".", environment: Self.reading).text.contains("1 looked at"))
    #expect(try folder.hipreel("find", "movement:adduction").status == 0)
  }

  @Test func `a language that is installed later has the reels read again`() throws {
    let folder = try folder()
    let data = try TemporaryFolder()
    func bring(_ code: String) throws {
      try FileManager.default.createSymbolicLink(
        at: data.url.appending(path: "\(code).traineddata"),
        withDestinationURL: URL(filePath: "\(TextFolder.path)/\(code).traineddata"))
    }
    try bring("eng")
    let some = ["HIPREEL_TEXT": data.path]
    #expect(try folder.hipreel("index", ".", environment: some).text.contains("1 looked at"))
    #expect(try !folder.hipreel("index", ".", environment: some).text.contains("looked at"))
    guard TextFolder.languages.contains(.german) else { return }
    try bring("deu")
    #expect(try folder.hipreel("index", ".", environment: some).text.contains("1 looked at"))
    // One that goes away leaves what was read.
    try FileManager.default.removeItem(at: data.url.appending(path: "deu.traineddata"))
    #expect(try !folder.hipreel("index", ".", environment: some).text.contains("looked at"))
  }

  @Test func `a file's name wins over the card`() throws {
    let folder = try folder(named: ["clamshell.mp4"])
    try folder.hipreel("index", ".", environment: Self.reading)
    let show = try folder.hipreel("show", "clamshell.mp4", "--json").text
    #expect(show.contains("\"on-screen\""))
    #expect(try folder.hipreel("find", "movement:primary=external-rotation").status == 0)
    #expect(try folder.hipreel("find", "movement:primary=adduction").status == 1)
  }

  @Test func `without Tesseract's data a run says so once, and the doctor what brings it`() throws {
    let folder = try folder()
    let nowhere = ["HIPREEL_TEXT": "/nonexistent/tessdata"]
    let index = try folder.hipreel("index", ".", environment: nowhere)
    #expect(index.status == 0)
    #expect(index.errors.contains("1 reel may have words on the picture, which hipreel can't read here"))
    #expect(index.errors.contains("sudo apt install libtesseract5 tesseract-ocr-eng"))
    #expect(try folder.hipreel("index", ".", environment: nowhere).errors.isEmpty)
    let doctor = try folder.hipreel("doctor", environment: nowhere)
    #expect(doctor.status == 3 && doctor.text.contains("hipreel cannot read the words in the videos' pictures"))
    #expect(doctor.text.contains("bring it with: sudo apt install libtesseract5"))
    let well = try folder.hipreel("doctor", environment: Self.reading)
    #expect(well.text.contains("ready: reads eng"), "\(well.text)")
  }

  @Test func `data that cannot be loaded end nothing but the reading`() throws {
    let folder = try folder()
    let data = try TemporaryFolder()
    try data.write("not data", to: "eng.traineddata")
    let index = try folder.hipreel("index", ".", environment: ["HIPREEL_TEXT": data.path])
    #expect(index.status == 0 && index.errors.contains("Tesseract cannot load its languages"), "\(index.errors)")
    #expect(try folder.hipreel("find", "status:ok").status == 0)
  }
}
