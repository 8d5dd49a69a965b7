import Foundation
import Glibc
import TestSupport
import Testing

/// `hipreel rebuild` on a catalog of real reels: after it and an index run everything is as it was.
@Suite struct RebuildCommandTests {
  private static let pageSize = 4096

  private func decided() throws -> SampleFolder {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    // First: it only reads at its end, and who only reads leaves the log waiting.
    try folder.hipreel("find", "--save", "mornings", "mode:stretch")
    try folder.hipreel("note", "IMG_4032.MOV", "for Anna")
    try folder.hipreel("set", "exercise", "IMG_4032.MOV", "clamshell")
    try folder.hipreel("rate", "IMG_4032.MOV", "4")
    try folder.hipreel("tag", "--query", "movement:abduction", "side:left")
    try folder.hipreel("undo")
    return folder
  }

  private func database(_ folder: SampleFolder) -> URL { folder.url.appending(path: ".hipreel/catalog.sqlite") }

  @Test func `after a rebuild without losses and an index run the export is the same, byte for byte`() throws {
    let folder = try decided()
    let export = try folder.hipreel("export").output
    let sound = try Data(contentsOf: database(folder))
    var outcomes: [Int32: Int] = [:]
    for page in stride(from: 0, to: sound.count / Self.pageSize, by: 10) {
      var bytes = sound
      bytes.replaceSubrange(
        page * Self.pageSize..<(page + 1) * Self.pageSize, with: repeatElement(0, count: Self.pageSize))
      try bytes.write(to: database(folder))
      let run = try folder.hipreel("rebuild", "--keep-edits")
      outcomes[run.status, default: 0] += 1
      // A page that holds nothing is no damage.
      #expect([0, 1, 3].contains(run.status), "page \(page + 1): \(run.errors)")
      #expect(try folder.hipreel("check").status == 0, "page \(page + 1)")
      #expect(try folder.hipreel("index", ".").status == 0, "page \(page + 1)")
      if run.status != 3 { #expect(try folder.hipreel("export").output == export, "page \(page + 1): \(run.text)") }
    }
    #expect(outcomes[0, default: 0] > 2, "\(outcomes)")
  }

  @Test func `what it says and how it ends`() throws {
    let folder = try decided()
    let mistaken = try folder.hipreel("rebuild")
    #expect(mistaken.status == 64 && mistaken.errors.contains("--keep-edits"))
    let sound = try folder.hipreel("rebuild", "--keep-edits")
    #expect(sound.status == 1 && sound.errors.hasSuffix("catalog.sqlite: is sound; nothing was done\n"))

    let dry = try folder.hipreel("rebuild", "--keep-edits", "--force", "--dry-run")
    let reels = try folder.hipreel("find", "--count").text.dropLast()
    #expect(dry.status == 0 && dry.errors == "")
    #expect(
      dry.text.hasPrefix("kept: \(reels) reels, ")
        && dry.text.hasSuffix(", 1 search, 0 playlists, 0 reels to read again\n"))

    let run = try folder.hipreel("rebuild", "--keep-edits", "--force")
    #expect(run.status == 0 && run.text == dry.text)
    #expect(run.errors.contains("hipreel: the damaged catalog is kept as "))
    #expect(run.errors.contains("/.hipreel/catalog.sqlite.damaged-1\n  now read what is missing with: hipreel index "))

    let json = try folder.hipreel("rebuild", "--forget-edits", "--force", "--json")
    #expect(json.status == 0 && json.text.contains("\"reels\": 0") && json.text.contains("catalog.sqlite.damaged-2"))
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("find", "note:any", "--count").text != "1\n")
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `killed at any step it leaves the old catalog or the new one, and the next run ends it`() throws {
    let folder = try decided()
    // A log waits, which has the last decision.
    try kill(["note", "IMG_4032.MOV", "said last"], at: "unlink:signal=KILL:when=1", folder)
    let catalog = folder.url.appending(path: ".hipreel")
    let saved = folder.url.appending(path: "saved")
    try FileManager.default.copyItem(at: catalog, to: saved)
    let export = try folder.hipreel("export").output
    #expect(String(decoding: export, as: UTF8.self).contains("said last"))
    let steps =
      ["link:signal=KILL:when=1", "mkdir:signal=KILL:when=2"]
      + (1...3).map { "rename:signal=KILL:when=\($0)" } + (1...2).map { "unlink:signal=KILL:when=\($0)" }
      + [4].map { "fdatasync:signal=KILL:when=\($0)" }
    for step in steps {
      try FileManager.default.removeItem(at: catalog)
      try FileManager.default.copyItem(at: saved, to: catalog)
      try kill(["rebuild", "--keep-edits", "--force"], at: step, folder)
      let next = try folder.hipreel("rebuild", "--keep-edits", "--force")
      #expect(next.status == 0, "\(step): \(next.errors)")
      #expect(try folder.hipreel("check").status == 0, "\(step)")
      try folder.hipreel("index", ".")
      #expect(try folder.hipreel("export").output == export, "\(step)")
      let rest = try FileManager.default.contentsOfDirectory(atPath: catalog.path(percentEncoded: false))
        .filter { !$0.contains("damaged-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
      #expect(Set(rest) == ["catalog.sqlite", "lock", "thumbnails"], "\(step)")
    }
  }

  private func kill(_ arguments: [String], at step: String, _ folder: SampleFolder) throws {
    _ = try Tool.run(
      at: URL(filePath: "/usr/bin/strace"),
      ["-f", "-qq", "-o", "/dev/null", "-e", "inject=\(step)"]
        + [Checkout.program("hipreel").path(percentEncoded: false)] + arguments, in: folder.url)
  }
}
