import Foundation
import MediaFacts
import ReelCatalog
import Testing
import TestSupport

@testable import ReelLibrary

/// Catalogs that go out as documents and come back in.
@Suite struct ImportTests {
  /// How many reels go around: 2,000, or what HIPREEL_ROUND_TRIP says.
  private static let count = ProcessInfo.processInfo.environment["HIPREEL_ROUND_TRIP"].flatMap { Int($0) } ?? 2000

  private func catalog(_ place: TemporaryFolder) throws -> LibraryFolder {
    let folder = try LibraryFolder(root: PathBytes(place.path))
    try FileManager.default.createDirectory(atPath: folder.catalog.text, withIntermediateDirectories: true)
    _ = try ReelStore(folder, for: .write)
    return folder
  }

  /// Random reels as a store can hold them: a path belongs to one reel, a tag is there once, a still has its moment.
  private func reels(_ count: Int, seed: UInt64) -> [Reel] {
    var random = RandomReel(seed: seed)
    return random.reels(count).map { reel in
      var reel = reel
      reel.paths = reel.paths.map { PathBytes(Array("\(reel.id)/".utf8) + $0.bytes) }
      reel.evidence = reel.evidence.map {
        Evidence(source: $0.source, field: $0.field, text: $0.text.replacing("\0", with: " "))
      }
      var names: Set<TagName> = []
      reel.tagging = Tagging(tags: reel.tagging.tags.filter { names.insert($0.name).inserted })
      if reel.thumbnailMilliseconds == nil { (reel.hasThumbnail, reel.thumbnailReason) = (false, nil) }
      if reel.addedUnixSeconds == 0 { reel.addedUnixSeconds = 1 }
      return reel
    }
  }

  private func export(_ folder: LibraryFolder, observations: Bool) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ReelStore(folder, for: .read).export(
      generator: "test", vocabulary: Tagger.standardVersion,
      options: CatalogJSON.Options(withObservations: observations)
    ) { bytes += $0 }
    return bytes
  }

  @Test(arguments: [true, false])
  func `export, import into an empty catalog, export gives the same bytes`(observations: Bool) throws {
    let reels = reels(Self.count, seed: 31)
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    let (first, second) = (try catalog(one), try catalog(other))
    let searches = [("a", "side:left \"é\""), ("b-2", "@a or mode:stretch")].compactMap {
      SavedSearch(name: $0.0, query: $0.1, savedUnixSeconds: 7)
    }
    let document = CatalogDocument(
      generator: "test", vocabulary: Tagger.standardVersion, searches: searches, reels: reels)
    _ = try LibraryImport(first).merge(document, rule: .newest)
    let stored = try ReelStore(first, for: .read).allReels(.evidence)
    let imported = reels.map { reel in
      var reel = reel
      reel.awaitsIndex = true
      return reel
    }
    let differing = zip(stored, imported).first { $0 != $1 }
    #expect(stored.count == reels.count && differing == nil)

    let exported = try export(first, observations: observations)
    let file = try one.write(exported, to: "catalog.json")
    let report = try LibraryImport(second).merge(
      LibraryImport.document(at: PathBytes(file.path(percentEncoded: false))), rule: .newest)
    #expect(report.newCount == Self.count && report.conflicts.isEmpty)
    #expect(try export(second, observations: observations) == exported)

    let again = try LibraryImport(second).merge(document, rule: .newest)
    #expect(again.newCount == 0 && again.editCount == 0 && again.unchangedCount == Self.count)
  }

  @Test func `an edit of an imported reel tags it anew from what the document knew of it`() throws {
    let place = try TemporaryFolder()
    let folder = try catalog(place)
    let reel = Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes("x.mp4")], status: .ok, byteCount: 1,
      recorded: RecordingDate(text: "2024-05-01T18:03:20Z", unixSeconds: 1_714_586_600, source: .sidecar),
      evidence: [Evidence(source: .sidecar, field: "caption", text: "Clamshell with a loop band")])
    let document = CatalogDocument(generator: "", vocabulary: Tagger.standardVersion, reels: [reel])
    _ = try LibraryImport(folder).merge(document, rule: .newest)
    try LibraryEdits(folder).apply([.rating(3)], to: [reel.id])
    let stored = try #require(try ReelStore(folder, for: .read).allReels(.evidence).first)
    #expect(stored.tagging.exercise == "clamshell" && stored.recorded == reel.recorded)
    #expect(
      try ReelStore(folder, for: .read).count(Query("clamshell"), now: QueryNow(unixSeconds: 0, secondsFromUTC: 0)) == 1
    )
  }

  @Test func `a dry run reports and changes nothing`() throws {
    let place = try TemporaryFolder()
    let folder = try catalog(place)
    let before = try export(folder, observations: true)
    let document = CatalogDocument(generator: "", vocabulary: Tagger.standardVersion, reels: reels(20, seed: 5))
    let expected = try LibraryImport(folder).difference(document, rule: .newest)
    #expect(expected.newCount == 20)
    #expect(try export(folder, observations: true) == before)
    #expect(try LibraryImport(folder).merge(document, rule: .newest) == expected)
  }

  @Test func `a text that the store would cut is refused`() throws {
    let place = try TemporaryFolder()
    let reel = Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes("x.mp4")], status: .ok, byteCount: 1,
      edits: [Edit(.note("half\0lost"), editedUnixSeconds: 1)])
    let error = #expect(throws: CatalogReadError.self) { try read([reel], in: place) }
    #expect(error?.place == "reels[0].edits[0].text")
  }

  /// Writes a document and takes it in as an import does.
  private func read(_ reels: [Reel], in place: TemporaryFolder) throws {
    var bytes: [UInt8] = []
    var json = CatalogJSON(generator: "", vocabulary: "1") { bytes += $0 }
    for reel in reels { try json.append(reel) }
    try json.finish()
    let file = try place.write(bytes, to: "c.json")
    let document = try LibraryImport.document(at: PathBytes(file.path(percentEncoded: false)))
    _ = try LibraryImport(catalog(place)).merge(document, rule: .newest)
  }

  @Test(arguments: [
    "/etc/passwd", "../x.mp4", "a/../../x.mp4", "a//b.mp4", "", "./x.mp4", "a\u{0}b", ".hipreel/catalog.sqlite",
    "taxes.pdf", "notes.txt", ".ssh/id_rsa", "a/.b/c.mp4",
  ])
  func `a path that no look at the folder would take for a reel is refused`(path: String) throws {
    let place = try TemporaryFolder()
    let reel = Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes(path)], status: .ok, byteCount: 1)
    let error = #expect(throws: CatalogReadError.self) { try read([reel], in: place) }
    #expect(error?.place == "reels[0].paths")
  }
}
