import Foundation
import Testing
import TestSupport

/// A catalog that a later hipreel wrote.
@Suite struct NewerCatalogTests {
  @Test func `every command that needs the catalog ends with status 12 and says what to do`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    try folder.hipreel("index", ".")
    let database = folder.url.appending(path: ".hipreel/catalog.sqlite")
    var bytes = try Data(contentsOf: database)
    // The big-endian number at byte 60 is SQLite's user_version (sqlite.org/fileformat.html).
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try bytes.write(to: database)
    let commands = [
      ["find"], ["find", "--save", "a", "side:left"], ["searches"], ["show", "IMG_4032.MOV"], ["export"], ["coverage"],
      ["status"], ["tag", "IMG_4032.MOV", "side:left"], ["undo"], ["index", "."], ["retag"], ["dupes"],
      ["playlist", "desk-worker-reset"],
    ]
    for command in commands {
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect(run.status == 12 && run.text == "", "\(command): \(run.status)")
      #expect(run.errors.contains("was written by a newer hipreel (schema 99, this one reads 4)\n"), "\(command)")
      #expect(run.errors.contains("  upgrade hipreel, or index again with --catalog NEW-FOLDER\n"), "\(command)")
    }
    #expect(try Data(contentsOf: database) == bytes)
  }
}
