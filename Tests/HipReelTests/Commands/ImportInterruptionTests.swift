import Foundation
import MediaFacts
import ReelCatalog
import Testing
import TestSupport

/// Imports that are killed, and what they leave.
@Suite struct ImportInterruptionTests {
  private static let clip = "VID_20240611_063015.mp4"

  /// A catalog with a reel that the document decides about, and the document: many new reels, edits, a search.
  private func folderAndDocument() throws -> SampleFolder {
    let folder = try SampleFolder([Self.clip, "IMG_4032.MOV"])
    try folder.hipreel("index", ".")
    let here = try CatalogReader.document(from: folder.hipreel("export").output)
    var random = RandomReel(seed: 77)
    var reels = random.reels(500).map { reel in
      var reel = reel
      reel.paths = reel.paths.map { PathBytes(Array("\(reel.id)/".utf8) + $0.bytes) }
      reel.evidence = reel.evidence.filter { !$0.text.utf8.contains(0) }
      if reel.addedUnixSeconds == 0 { reel.addedUnixSeconds = 1 }
      reel.tagging = Tagging(tags: [])
      return reel
    }
    reels += here.reels.map { reel in
      var reel = reel
      reel.edits = [
        Edit(.setExercise("clamshell"), editedUnixSeconds: 1_700_000_000),
        Edit(.note("from there"), editedUnixSeconds: 1_700_000_000),
      ]
      return reel
    }
    let search = try #require(SavedSearch(name: "theirs", query: "side:left", savedUnixSeconds: 1))
    let document = CatalogDocument(
      generator: "test", vocabulary: here.vocabulary, searches: [search], reels: reels.sorted { $0.id < $1.id })
    var text = ""
    try document.write(.init(withObservations: true)) { text += String(decoding: $0, as: UTF8.self) }
    try folder.write(text, to: "theirs.json")
    return folder
  }

  /// The size of the log in which SQLite keeps what is not yet in the database.
  private func logSize(_ folder: SampleFolder) -> Int {
    let log = folder.url.appending(path: ".hipreel/catalog.sqlite-wal").path(percentEncoded: false)
    var status = stat()
    return stat(log, &status) == 0 ? Int(status.st_size) : 0
  }

  private func start(_ folder: SampleFolder) throws -> Process {
    let process = Process()
    process.executableURL = Checkout.program("hipreel")
    process.arguments = ["import", "theirs.json"]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Everything that the catalog says, as a fresh process reads it.
  private func content(_ folder: SampleFolder) throws -> Data {
    let export = try folder.hipreel("export", "--with-observations")
    #expect(export.status == 0)
    return export.output
  }

  @Test func `a killed import has changed nothing or all`() throws {
    let folder = try folderAndDocument()
    let catalog = folder.url.appending(path: ".hipreel")
    let saved = folder.url.appending(path: "saved")
    try FileManager.default.copyItem(at: catalog, to: saved)
    let before = try content(folder)
    let began = ContinuousClock.now
    #expect(try folder.hipreel("import", "theirs.json").status == 0)
    let time = ContinuousClock.now - began
    let after = try content(folder)
    #expect(after.count > before.count && String(decoding: after, as: UTF8.self).contains("\"theirs\""))

    var random = SeededRandom(seed: 3)
    var outcomes: [Bool: Int] = [:]
    for round in 0..<20 {
      try FileManager.default.removeItem(at: catalog)
      try FileManager.default.copyItem(at: saved, to: catalog)
      let process = try start(folder)
      if round.isMultiple(of: 2) {
        // At any moment, a little past the end included.
        usleep(useconds_t((time / .microseconds(1)) * Double.random(in: 0...1.1, using: &random)))
      } else {
        // While the transaction is written: when its pages begin to reach the log, and ever later.
        let size = round / 2 * 150_000
        while process.isRunning, logSize(folder) <= size { usleep(100) }
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try content(folder)
      #expect(left == before || left == after, "round \(round) left something between")
      outcomes[left == after, default: 0] += 1
    }
    #expect(outcomes[false, default: 0] > 0)

    // What was interrupted can be done again.
    _ = try folder.hipreel("import", "theirs.json")
    #expect(try content(folder) == after)
  }
}
