import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import ReelSidecars
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct TableReelsTests {
  private static func reel(_ number: Int, _ paths: String...) throws -> Reel {
    Reel(
      id: try #require(ReelID("00000000000\(number)")), paths: paths.map { PathBytes($0) }, status: .ok, byteCount: 1)
  }

  private static func reels() throws -> TableReels {
    TableReels(
      try [reel(1, "a/squat.mp4", "copy/squat.mp4"), reel(2, "b/squat.mov"), reel(3, "-x.mp4"), reel(4, "b/x.mp4")])
  }

  @Test(
    arguments: [
      ("000000000002", nil, 2), (nil, "a/squat.mp4", 1), (nil, "b/squat", 2), (nil, "squat.mov", 2),
      (nil, "squat.mp4", 1), (nil, "squat", nil), (nil, "'-x.mp4", 3), (nil, "x", 4), (nil, "none.mp4", nil),
      (nil, nil, nil), ("", nil, nil), ("00000000000f", "b/x", 4), (nil, "-x", 3),
    ] as [(String?, String?, Int?)])
  func `a row's reel is known by id, by path, or by a name that only one has`(
    id: String?, path: String?, number: Int?
  ) throws {
    let row = EditTableRow(line: 2, id: id, path: path)
    let found = try? Self.reels().reel(of: row)
    #expect(found?.id.text == number.map { "00000000000\($0)" })
  }

  @Test func `a name that is long is not told whole`() throws {
    let row = EditTableRow(line: 2, path: String(repeating: "a", count: 5000))
    let reels = try Self.reels()
    let unclear = #expect(throws: TableReels.Unclear.self) { try reels.reel(of: row) }
    #expect((unclear?.problem.count ?? 0) < 300)
  }
}

@Suite struct LibraryChangesTests {
  private let place: TemporaryFolder
  private let library: LibraryFolder

  init() throws {
    place = try TemporaryFolder()
    library = try LibraryFolder(root: PathBytes(place.path))
    _ = try CatalogLock.take(library)
    _ = try ReelStore(library, for: .write)
  }

  @Test func `a search is kept under its name, replaced and forgotten`() throws {
    let searches = LibrarySearches(library)
    #expect(try searches.save("mode:stretch", as: "mornings") && searches.save("side:left", as: "mornings"))
    #expect(try ReelStore(library, for: .read).savedSearches().map(\.query) == ["side:left"])
    #expect(try !searches.save("a", as: "Not A Name") && !searches.save("a\nb", as: "lines"))
    #expect(try searches.remove(["mornings", "none"]) == 1 && searches.remove(["mornings"]) == 0)
    #expect(try ReelStore(library, for: .read).savedSearches().isEmpty)
  }

  @Test func `a shelf has what its files hold, and what is wrong with the others`() throws {
    let shelf = RoutineShelf(library)
    #expect(try shelf.entries().isEmpty)
    let text = """
      id: mine
      title: Mine
      total_s: 60
      blocks:
      - id: one
        select: {mode: [stretch]}
        dose: {slot_s: 60}
      """
    let path = try shelf.add(text, named: "mine")
    #expect(path == shelf.folder.appending("mine.yaml"))
    #expect(throws: LibraryError.self) { try shelf.add(text, named: "mine") }
    try place.write("id: [", to: ".hipreel/routines/broken.yml")
    try place.write([0xFF, 0xFE, 0xFD], to: ".hipreel/routines/bytes.yaml")
    try place.write(text, to: ".hipreel/routines/.hidden.yaml")
    try place.write(text, to: ".hipreel/routines/notes.txt")
    try place.write(String(repeating: "#", count: 70_000), to: ".hipreel/routines/large.yaml")
    symlink("mine.yaml", place.path(of: ".hipreel/routines/link.yaml"))
    let entries = try shelf.entries()
    #expect(
      entries.map(\.path.lastComponent.text) == ["broken.yml", "bytes.yaml", "large.yaml", "link.yaml", "mine.yaml"])
    #expect(entries.map { (try? $0.routine.get())?.id } == [nil, nil, nil, nil, "mine"])
    let all = RoutineShelf.routines(with: entries)
    #expect(all.count == Routine.standard.count + 1 && all[0].isOwn && !all[1].isOwn)
    #expect(
      (try? RoutineShelf.entry(at: PathBytes(place.path(of: "none")), vocabulary: .standard).routine.get()) == nil)
  }

  @Test func `a playlist's file is read within its bound`() throws {
    try place.write("#EXTM3U\na.mp4\n", to: "list.m3u8")
    #expect(try PlaylistFile.read(PathBytes(place.path(of: "list.m3u8"))).entries.count == 1)
    try place.write("<rss/>", to: "list.xspf")
    try place.write(Array(repeating: 0x0A, count: ListedPlaylist.byteLimit + 1), to: "large.m3u")
    mkfifo(place.path(of: "pipe.m3u"), 0o600)
    for name in ["list.xspf", "large.m3u", "pipe.m3u", "none.m3u", ".hipreel"] {
      let error = #expect(throws: LibraryError.self) { try PlaylistFile.read(PathBytes(place.path(of: name))) }
      #expect(error?.code == .system && error?.path != nil, "\(name)")
    }
  }

  @Test func `an entry that is no reel says why`() throws {
    try place.write("x", to: "known-to-nobody.mp4")
    let matching = try PlaylistMatching(library, try ReelStore(library, for: .read), from: PathBytes(place.path))
    func reason(_ address: PlaylistAddress) -> PlaylistMatching.Reason? {
      guard case .none(let reason) = matching.match(address) else { return nil }
      return reason
    }
    #expect(reason(.elsewhere(scheme: "https")) == .elsewhere(scheme: "https"))
    #expect(reason(.file([PathBytes("known-to-nobody.mp4")])) == .notIndexed)
    #expect(reason(.file([PathBytes("x/../known-to-nobody.mp4")])) == .notIndexed)
    #expect(reason(.file([PathBytes("none.mp4"), PathBytes("./known-to-nobody.mp4")])) == .notIndexed)
    #expect(reason(.file([PathBytes("/etc/passwd")])) == .outsideFolder)
    #expect(reason(.file([PathBytes("none.mp4")])) == .noSuchFile)
    #expect(reason(.file([PathBytes("a\0b.mp4")])) == .noSuchFile)
  }

  @Test func `a program's words and its end are told, and one that takes too long is stopped`() throws {
    let script = try place.write("#!/bin/sh\n[ $1 = wait ] && exec sleep 60\necho said $1\nexit 3\n", to: "program")
    chmod(place.path(of: "program"), 0o700)
    #expect(script.isFileURL)
    let path = PathBytes(place.path(of: "program"))
    let output = try ProgramOutput(of: path, "--version", withinSeconds: 30)
    #expect(output.text == "said --version\n" && output.status == 3)
    #expect(try ProgramOutput(of: path, "wait", withinSeconds: 1).status == -SIGKILL)
    let error = #expect(throws: LibraryError.self) {
      _ = try ProgramOutput(of: PathBytes(place.path(of: "none")), "x", withinSeconds: 1)
    }
    #expect(error?.code == .workerBroken)
  }

  @Test func `findings compare by how bad they are, and an error is one`() {
    #expect(CheckupFinding.Severity.allCases.sorted() == [.ok, .warning, .problem])
    let error = LibraryError(.system, path: PathBytes("a"), "cannot be read", advice: "look")
    let finding = CheckupFinding(.catalog, error)
    #expect(finding.severity == .problem && finding.text == "a: cannot be read" && finding.advice == "look")
  }
}
