import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// Exact copies, and the bytes that tell.
@Suite struct DuplicateSearchTests {
  private let place: TemporaryFolder
  private let library: LibraryFolder

  init() throws {
    place = try TemporaryFolder()
    library = try LibraryFolder(root: PathBytes(place.path))
  }

  private func reel(_ paths: String..., byteCount: Int = 3, isGone: Bool = false, isKnown: Bool = true) throws -> Reel {
    Reel(
      id: try #require(ReelID("0123456789ab")), paths: paths.map { PathBytes($0) }, isGone: isGone, status: .ok,
      byteCount: byteCount, fingerprint: isKnown ? Array(0..<32) : nil)
  }

  @Test func `files with the same bytes are copies, a second name of one takes no room`() throws {
    try place.write("abc", to: "a.mp4")
    try place.write("abc", to: "x/b.mp4")
    link(place.path(of: "a.mp4"), place.path(of: "c.mp4"))
    let report = try DuplicateSearch(library).report(on: [reel("x/b.mp4", "c.mp4", "a.mp4")])
    let group = try #require(report.groups.first)
    #expect(group.copies.map(\.path.text) == ["a.mp4", "c.mp4", "x/b.mp4"])
    #expect(group.copies.map(\.sameFileAs?.text) == [nil, "a.mp4", nil])
    #expect(group.wastedByteCount == 3 && report.wastedByteCount == 3 && report.unread.isEmpty)
  }

  @Test func `files of one fingerprint whose bytes differ only look alike`() throws {
    try place.write("abc", to: "a.mp4")
    try place.write("abd", to: "b.mp4")
    try place.write("abc", to: "c.mp4")
    let report = try DuplicateSearch(library).report(on: [reel("a.mp4", "b.mp4", "c.mp4")])
    #expect(report.groups.map { $0.copies.map(\.path.text) } == [["a.mp4", "c.mp4"]])
    #expect(report.lookalikes == [DuplicateReport.Lookalike(path: PathBytes("b.mp4"), other: PathBytes("a.mp4"))])
  }

  @Test func `what cannot be compared says why, and the rest is`() throws {
    try place.write("abc", to: "a.mp4")
    try place.write("abc", to: "b.mp4")
    try place.write("longer", to: "changed.mp4")
    symlink("a.mp4", place.path(of: "link.mp4"))
    let report = try DuplicateSearch(library)
      .report(on: [reel("a.mp4", "b.mp4", "changed.mp4", "gone.mp4", "link.mp4", "../a.mp4")])
    #expect(report.groups.map(\.copies.count) == [2])
    let statuses = Dictionary(report.unread.map { ($0.path.text, $0.status) }) { one, _ in one }
    #expect(
      statuses["changed.mp4"] == .changed && statuses["gone.mp4"] == .vanished && statuses["link.mp4"] == .notAFile)
    #expect(report.unread.count == 4 && report.unread.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func `a reel that is gone, alone or without a fingerprint is passed over`() throws {
    try place.write("abc", to: "a.mp4")
    try place.write("abc", to: "b.mp4")
    let reels = try [
      reel("a.mp4", "b.mp4", isGone: true), reel("a.mp4"), reel("a.mp4", "b.mp4", isKnown: false),
    ]
    #expect(try DuplicateSearch(library).report(on: reels) == DuplicateReport())
  }

  @Test(arguments: [0, 1, 256 << 10, (256 << 10) + 1])
  func `files are compared to their last byte`(byteCount: Int) throws {
    let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try place.write(bytes, to: "a")
    try place.write(bytes, to: "b")
    try place.write(bytes.dropLast() + (bytes.isEmpty ? [] : [bytes[byteCount - 1] ^ 1]), to: "c")
    try place.write(bytes + [0], to: "d")
    let root = try library.openRoot()
    func areEqual(_ one: String, _ other: String) throws -> Bool {
      try FileComparison.areEqual(
        MediaFile.open(PathBytes(one), below: root), MediaFile.open(PathBytes(other), below: root))
    }
    #expect(try areEqual("a", "b"))
    #expect(try areEqual("a", "c") == (byteCount == 0))
    #expect(try !areEqual("a", "d") && !areEqual("d", "a"))
  }

  @Test func `a file that grows while it is compared is not equal`() throws {
    try place.write("abc", to: "a")
    try place.write("abc", to: "b")
    let root = try library.openRoot()
    let one = try MediaFile.open(PathBytes("a"), below: root)
    let other = try MediaFile.open(PathBytes("b"), below: root)
    try place.write("abcd", to: "a")
    #expect(throws: MediaFile.Refusal.self) { try FileComparison.areEqual(one, other) }
  }
}
