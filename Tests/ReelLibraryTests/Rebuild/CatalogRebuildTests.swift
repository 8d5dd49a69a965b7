import Foundation
import GRDB
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// Catalogs that are damaged in every way that a disk can think of, and what is made of them.
@Suite struct CatalogRebuildTests {
  private static let pageSize = 4096

  private func rebuild(_ catalog: DecidedCatalog, isForced: Bool = false) throws -> CatalogRebuild.Report? {
    try CatalogRebuild(catalog.folder, .keepEdits).run(isForced: isForced, isDryRun: false)
  }

  /// Rebuilds damaged files, and looks whether the result is sound and nothing was lost in silence.
  ///
  /// - Returns: What is kept; nil when the damage has no effect or nothing can be read.
  private func kept(of files: [String: Data], _ sound: Decisions, _ what: String) throws -> Decisions? {
    let catalog = try DecidedCatalog.copy(files)
    let report: CatalogRebuild.Report?
    do { report = try rebuild(catalog) } catch let error as LibraryError {
      #expect([.catalogDamaged, .catalogTooNew].contains(error.code), "\(what): \(error)")
      #expect(try catalog.files()["catalog.sqlite"] == files["catalog.sqlite"], "\(what): kept as it was")
      return nil
    }
    guard let report else { return nil }
    #expect(try CatalogCheck(catalog.folder).faults.isEmpty, "\(what)")
    let place = try #require(report.kept)
    #expect(try Data(contentsOf: URL(filePath: place.text)) == files["catalog.sqlite"], "\(what): kept as it was")
    let kept = try Decisions(catalog.folder)
    #expect(kept == sound || !report.losses.isEmpty, "\(what): lost in silence")
    return kept
  }

  /// The pages that hold the beginning and the end of each note.
  private func notePages(_ bytes: Data) -> [(note: String, pages: Set<Int>)] {
    (1...DecidedCatalog.reelCount).map { row in
      (DecidedCatalog.note(row), pages(with: "<\(row)> ", bytes).union(pages(with: "</\(row)>", bytes)))
    }
  }

  private func pages(with mark: String, _ bytes: Data) -> Set<Int> {
    var pages: Set<Int> = []
    var rest = bytes.startIndex..<bytes.endIndex
    while let found = bytes.range(of: Data(mark.utf8), in: rest) {
      pages.insert(found.lowerBound / Self.pageSize + 1)
      rest = found.upperBound..<bytes.endIndex
    }
    return pages
  }

  @Test func `a sound catalog is left alone, and comes out the same when it is made anew all the same`() throws {
    let catalog = try DecidedCatalog()
    let (before, files) = (try Decisions(catalog.folder), try catalog.files())
    #expect(try rebuild(catalog) == nil)
    #expect(try catalog.files() == files)
    var export: [[UInt8]] = []
    for isLast in [false, true] {
      var bytes: [UInt8] = []
      try ReelStore(catalog.folder, for: .read).export(
        generator: "x", vocabulary: "x", options: CatalogJSON.Options(withObservations: true)
      ) { bytes += $0 }
      export.append(bytes)
      guard !isLast else { break }
      let report = try #require(try rebuild(catalog, isForced: true))
      #expect(report.losses.isEmpty && report.unreadReelCount == 0, "\(report.losses)")
      #expect(report.reelCount == DecidedCatalog.reelCount && report.editCount == 71)
    }
    #expect(export[0] == export[1])
    #expect(try Decisions(catalog.folder) == before)
    #expect(try CatalogCheck(catalog.folder).faults.isEmpty)
    // The same names again: nothing is written over what was kept.
    #expect(try #require(try rebuild(catalog, isForced: true)?.kept).text.hasSuffix("catalog.sqlite.damaged-2"))
  }

  @Test(arguments: [true, false])
  func `whichever page is lost, all decisions on other pages are kept, and every loss is told`(isZeroed: Bool) throws {
    let catalog = try DecidedCatalog()
    let (sound, bytes) = (try Decisions(catalog.folder), try #require(try catalog.files()["catalog.sqlite"]))
    let notes = notePages(bytes)
    let pageCount = bytes.count / Self.pageSize
    #expect(pageCount > 60 && notes.allSatisfy { !$0.pages.isEmpty })
    var random = SeededRandom(seed: 5)
    var lossyPages = 0
    // Each page in one of the two ways, the first in both.
    for page in 1...pageCount where page == 1 || page.isMultiple(of: 2) == isZeroed {
      var damaged = bytes
      let range = (page - 1) * Self.pageSize..<page * Self.pageSize
      damaged.replaceSubrange(
        range, with: (0..<Self.pageSize).map { _ in isZeroed ? 0 : UInt8.random(in: 0...255, using: &random) })
      guard let kept = try kept(of: ["catalog.sqlite": damaged], sound, "page \(page)") else { continue }
      for note in notes where !note.pages.contains(page) {
        #expect(kept.notes.contains(note.note), "page \(page): \(note.note.prefix(8))")
      }
      #expect(Set(kept.edits.keys) == Set(sound.edits.keys), "page \(page): ids")
      if kept != sound { lossyPages += 1 }
    }
    // Only the pages that hold decisions can lose any.
    #expect(lossyPages >= 3 && lossyPages < pageCount / 3, "\(lossyPages) of \(pageCount)")
  }

  @Test func `a flipped bit costs at most what it hits`() throws {
    let catalog = try DecidedCatalog()
    let (sound, bytes) = (try Decisions(catalog.folder), try #require(try catalog.files()["catalog.sqlite"]))
    let notes = notePages(bytes)
    var random = SeededRandom(seed: 9)
    for _ in 0..<40 {
      let offset = Int.random(in: 0..<bytes.count, using: &random)
      var damaged = bytes
      damaged[offset] ^= 1 << Int.random(in: 0..<8, using: &random)
      guard let kept = try kept(of: ["catalog.sqlite": damaged], sound, "byte \(offset)") else { continue }
      for note in notes where !note.pages.contains(offset / Self.pageSize + 1) {
        #expect(kept.notes.contains(note.note), "byte \(offset): \(note.note.prefix(8))")
      }
    }
  }

  @Test func `a reel whose id and whose row are gone keeps its decisions under another id`() throws {
    let catalog = try DecidedCatalog()
    var bytes = try #require(try catalog.files()["catalog.sqlite"])
    // Wherever its id stands it is none now: in its row and in both indexes.
    let id = Data(try DecidedCatalog.id(8).text.utf8)
    while let place = bytes.range(of: id) { bytes.replaceSubrange(place, with: repeatElement(0x7A, count: id.count)) }
    let damaged = try DecidedCatalog.copy(["catalog.sqlite": bytes])
    let report = try #require(try rebuild(damaged))
    let path = DecidedCatalog.path(8)
    #expect(report.losses.contains("\(path.text): its id could not be read; it has a new one"))
    let reel = try #require(try ReelStore(damaged.folder, for: .read).reel(named: "", orAt: path, .tags))
    #expect(reel.id == ReelID(unreadablePath: path))
    #expect(reel.edits.contains { $0.change == .note(DecidedCatalog.note(8)) })
    #expect(try CatalogCheck(damaged.folder).faults.isEmpty)
  }

  @Test func `of a file that is cut short the decisions before the cut are kept`() throws {
    let catalog = try DecidedCatalog()
    let (sound, bytes) = (try Decisions(catalog.folder), try #require(try catalog.files()["catalog.sqlite"]))
    for eighth in 1...7 {
      let count = bytes.count * eighth / 8
      guard let kept = try kept(of: ["catalog.sqlite": bytes.prefix(count)], sound, "\(eighth) of 8") else { continue }
      for note in notePages(bytes) where note.pages.allSatisfy({ $0 * Self.pageSize <= count }) {
        #expect(kept.notes.contains(note.note) || kept.edits.count < DecidedCatalog.reelCount, "\(eighth) of 8")
      }
    }
  }

  @Test func `a file that cannot be opened is told with the system's reason`() throws {
    let place = try TemporaryFolder()
    let folder = try Folder(at: NamedPath.real(PathBytes(place.path)))
    #expect(throws: SystemError(number: ENOENT)) { try ReadFile(PathBytes("missing"), in: folder) }
  }

  @Test func `what waits in the log is taken in, also beside a database that is damaged or empty`() throws {
    let catalog = try DecidedCatalog()
    // A connection that stays open, so that the log is not taken into the database.
    let store = try ReelStore(catalog.folder, for: .write)
    try store.append(
      [(try DecidedCatalog.id(3), [.note("said last")])], now: 1_700_009_000, taggingWith: .standard)
    let (sound, files) = (try Decisions(catalog.folder), try catalog.files())
    let bytes = try #require(files["catalog.sqlite"])
    #expect(try #require(files["catalog.sqlite-wal"]).count > Self.pageSize)
    for page in 1...8 {
      var damaged = files
      damaged["catalog.sqlite"]?.replaceSubrange(
        (page - 1) * Self.pageSize..<page * Self.pageSize, with: repeatElement(0xA5, count: Self.pageSize))
      let kept = try kept(of: damaged, sound, "page \(page)")
      #expect(kept == nil || kept?.notes.contains("said last") == true, "page \(page)")
    }
    let cut = try DecidedCatalog.copy([
      "catalog.sqlite": Data(), "catalog.sqlite-wal": try #require(files["catalog.sqlite-wal"]),
    ])
    #expect(throws: LibraryError.self) { try ReelStore(cut.folder, for: .read) }
    #expect(throws: LibraryError.self) { try ReelStore(cut.folder, for: .write) }
    #expect(try cut.files()["catalog.sqlite-wal"] == files["catalog.sqlite-wal"], "the log was thrown away")
    _ = try rebuild(cut)
    #expect(try Decisions(cut.folder).notes.contains("said last"))
    #expect(bytes.count > 0)
    try store.queue.close()
  }

  @Test(arguments: ["", "garbage ", "SQLite format 3\0"])
  func `where nothing can be kept nothing is changed, and beginning anew is another flag`(text: String) throws {
    let bytes = Data(String(repeating: text, count: 2000).utf8)
    let catalog = try DecidedCatalog.copy(["catalog.sqlite": bytes])
    let error = #expect(throws: LibraryError.self) { try rebuild(catalog) }
    #expect(error?.code == .catalogDamaged && error?.advice?.hasSuffix("hipreel rebuild --forget-edits") == true)
    #expect(try catalog.files() == ["catalog.sqlite": bytes])
    let report = try CatalogRebuild(catalog.folder, .forgetEdits).run(isForced: false, isDryRun: false)
    #expect(try Data(contentsOf: URL(filePath: #require(report?.kept).text)) == bytes)
    #expect(try ReelStore(catalog.folder, for: .read).allReels(.tags).isEmpty)
  }

  @Test func `a newer catalog is refused, and so is one in use`() throws {
    let catalog = try DecidedCatalog()
    var bytes = try #require(try catalog.files()["catalog.sqlite"])
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    let newer = try DecidedCatalog.copy(["catalog.sqlite": bytes])
    #expect(#expect(throws: LibraryError.self) { try rebuild(newer, isForced: true) }?.code == .catalogTooNew)
    #expect(try newer.files() == ["catalog.sqlite": bytes])
    let lock = try CatalogLock.take(catalog.folder)
    #expect(#expect(throws: LibraryError.self) { try rebuild(catalog, isForced: true) }?.code == .catalogInUse)
    extendLifetime(lock)
  }

  @Test func `a dry run and a run that was killed leave nothing that the next one minds`() throws {
    let catalog = try DecidedCatalog()
    var damaged = try catalog.files()
    damaged["catalog.sqlite"]?[9000] ^= 0xFF
    let copy = try DecidedCatalog.copy(damaged)
    _ = try CatalogRebuild(copy.folder, .keepEdits).run(isForced: true, isDryRun: true)
    #expect(
      try copy.names() == [
        "catalog.sqlite", "lock",
      ])
    #expect(try copy.files() == damaged)
    // As a kill while the places are changed leaves it: the second name is there, the log is aside.
    let log = Data("a log".utf8)
    try log.write(to: URL(filePath: copy.folder.catalog.appending("catalog.sqlite.damaged-1-wal").text))
    try FileManager.default.linkItem(
      atPath: copy.folder.database.text, toPath: copy.folder.catalog.appending("catalog.sqlite.damaged-1").text)
    try copy.place.write("half", to: ".hipreel/rebuild/catalog.sqlite")
    let report = try #require(try rebuild(copy, isForced: true))
    #expect(try #require(report.kept).text.hasSuffix("catalog.sqlite.damaged-1"))
    #expect(
      try Data(contentsOf: URL(filePath: copy.folder.catalog.appending("catalog.sqlite.damaged-1-wal").text)) == log)
    #expect(
      try copy.names()
        == ["catalog.sqlite", "catalog.sqlite.damaged-1", "catalog.sqlite.damaged-1-wal", "lock"])
  }
}
