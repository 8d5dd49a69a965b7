import Foundation
import MediaFacts
import ReelCatalog
import TestMedia
import TestSupport
import Testing

@testable import ReelLibrary

/// Workers that read the words in a film's pictures, with the real Tesseract.
@Suite(.enabled(if: TextFolder.isThere, Comment(rawValue: TextFolder.absence)))
struct TextWorkerTests {
  private let files: ExaminedFolder

  init() throws { files = try ExaminedFolder() }

  private var data: TextData { TextData(folder: PathBytes(TextFolder.path), languages: TextFolder.languages) }

  private func options(_ change: (inout WorkerPoolOptions) -> Void = { _ in }) -> WorkerPoolOptions {
    var options = WorkerPoolOptions.look(text: TextWork(data: data), width: 1)
    options.deathsInARow = 1000
    change(&options)
    return options
  }

  private static let card = "Inner thigh lift [hipreel-s12].mp4"

  @Test func `a title card is read, with its moment and its place`() throws {
    let name = try files.sample(Self.card)
    let found = try #require(try files.examine([name], options())[name])
    #expect(found.report == Report(status: .ok) && found.stamp != nil && found.still == nil && found.pose == nil)
    let text = try #require(found.text)
    #expect(text.isWhole)
    let line = try #require(text.lines.first { $0.text.lowercased().contains("adduct") }, "\(text.lines.map(\.text))")
    #expect(line.startMilliseconds == 0 && (500...3000).contains(line.endMilliseconds) && line.score >= 60)
    #expect(line.language == .english && line.box.width > line.box.height)
  }

  @Test func `a film without words has none, and what is no film has a status`() throws {
    try TestVideo().write(to: files.folder.path(of: "texture.mp4"))
    try files.folder.write("not a video", to: "text.mp4")
    let found = try files.examine(["text.mp4", "texture.mp4"], options())
    #expect(try #require(found["texture.mp4"]?.text).lines.isEmpty)
    #expect(found["text.mp4"]?.report.status == .damaged && found["text.mp4"]?.text == nil)
  }

  @Test func `what is ordered is the most that comes`() throws {
    let name = try files.sample(Self.card)
    let found = try files.examine([name], options { $0.text?.order.pictureCount = 1 })
    // One picture has no second one that agrees.
    #expect(found[name]?.text?.lines == [] && found[name]?.text?.isWhole == false)
  }

  @Test(.enabled(if: PoseFolder.isThere, Comment(rawValue: PoseFolder.absence)))
  func `one decoding serves joints and words, each asked for by the file`() throws {
    let search = PoseFiles.search(PathBytes(PoseFolder.path))
    guard case .found(let model) = search else { throw search.failure ?? LibraryError(.system, "") }
    let name = try files.sample(Self.card)
    let alone = try #require(try files.examine([name], options())[name]?.text)
    let both = try #require(try files.examine([name], options { $0.pose = PoseWork(files: model) })[name])
    #expect(both.text == alone && both.pose != nil)
  }

  @Test func `a worker that reads is jailed as every worker is`() throws {
    let stop = try StopSignal.make()
    let program = PathBytes(Checkout.program("hipreel-worker").path)
    let worker = try WorkerProcess.start(program, with: WorkerSenses(text: data), unless: stop)
    try files.expectJailed(worker.processID, held: worker.jail)
    worker.kill()
  }

  @Test func `damaged data of a language end the run with one line`() throws {
    let folder = try TemporaryFolder()
    try folder.write("not data", to: "eng.traineddata")
    try files.folder.write("x", to: "a.mp4")
    let error = #expect(throws: LibraryError.self) {
      try files.examine(
        ["a.mp4"], options { $0.text?.data = TextData(folder: PathBytes(folder.path), languages: [.english]) })
    }
    #expect(error?.code == .textUnavailable && error?.path == PathBytes(folder.path))
    #expect(
      error?.advice?.hasPrefix("bring them anew with: sudo apt install --reinstall libtesseract5 tesseract-ocr-eng ")
        == true)
  }

  @Test(
    .enabled(if: FaultHooks.areThere, FaultHooks.absence),
    arguments: [
      ("exit0", .crashed, "the worker exited with status 0"),
      ("newline", .crashed, "the worker gave an answer that makes no sense: line: out of range"),
      ("turned", .crashed, "the worker gave an answer that makes no sense: line: out of range"),
      ("early", .crashed, "the worker gave an answer that makes no sense: endMilliseconds: out of range"),
      ("sure", .crashed, "the worker gave an answer that makes no sense: score: out of range"),
      ("long", .crashed, "the worker gave an answer that makes no sense: line: out of range"),
      ("crowd", .crashed, "the worker gave an answer that makes no sense: lines: out of range"),
      ("attack", .damaged, "refused "),
    ] as [(String, FileStatus, String)])
  func `the failure of a worker that reads is its file's alone`(
    word: String, status: FileStatus, reason: String
  ) throws {
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
    try files.folder.write("FAULT:\(word)\n", to: "bad.mp4")
    let found = try files.examine(["bad.mp4", "good.mp4"], options())
    #expect(found["bad.mp4"]?.report.status == status && found["bad.mp4"]?.text == nil)
    #expect(found["bad.mp4"]?.report.reason?.hasPrefix(reason) == true, "\(found["bad.mp4"]?.report.reason ?? "nil")")
    #expect(found["good.mp4"]?.text != nil)
  }
}

/// Where language data are, and which.
@Suite struct TextDataTests {
  @Test func `what is missing has advice, and what is there is found in the order of trying`() throws {
    let folder = try TemporaryFolder()
    #expect(TextData.languages(in: PathBytes(folder.path)).isEmpty)
    for name in ["fra.traineddata", "eng.traineddata", "osd.traineddata"] { try folder.write("x", to: name) }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "deu.traineddata"), withIntermediateDirectories: false)
    #expect(TextData.languages(in: PathBytes(folder.path)) == [.english, .french])
    #expect(TextData.advice.contains("libtesseract5 tesseract-ocr-eng tesseract-ocr-spa"))
  }
}
