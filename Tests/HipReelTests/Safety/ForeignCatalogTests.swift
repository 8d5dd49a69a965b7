import Foundation
import Glibc
import TestSupport
import Testing

/// Catalogs that are no catalogs, or not to be written: what the commands say, and that nothing of them is changed.
@Suite struct ForeignCatalogTests {
  private static let clip = "IMG_4032.MOV"
  private static let reading = [["find"], ["export"], ["status"], ["coverage"]]
  private static let writing = [["index", "."], ["note", clip, "x"], ["undo"], ["retag"]]

  private func indexed() throws -> SampleFolder {
    let folder = try SampleFolder([Self.clip])
    try folder.hipreel("index", ".")
    try folder.hipreel("note", Self.clip, "for Anna")
    return folder
  }

  private func database(_ folder: SampleFolder) -> URL { folder.url.appending(path: ".hipreel/catalog.sqlite") }

  /// The commands end with status 12, and say a line; the file stays as it is, and nothing comes beside it.
  private func expectRefusal(_ folder: SampleFolder, _ commands: [[String]], _ lines: [String]) throws {
    let bytes = try Data(contentsOf: database(folder))
    for command in commands {
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect(run.status == 12 && run.text == "", "\(command): \(run.status) \(run.errors)")
      for line in lines { #expect(run.errors.contains(line), "\(command): \(run.errors)") }
      #expect(try Data(contentsOf: database(folder)) == bytes, "\(command)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: ".hipreel").path)
    // An empty log and its index come and go with those who read.
    #expect(
      Set(names).subtracting(["catalog.sqlite-wal", "catalog.sqlite-shm"]) == ["catalog.sqlite", "lock", "thumbnails"])
  }

  @Test(arguments: ["garbage", "half"])
  func `a damaged catalog is refused with what can be done, and kept as it is`(kind: String) throws {
    let folder = try indexed()
    let sound = try Data(contentsOf: database(folder))
    let bytes = kind == "half" ? sound.prefix(sound.count / 2) : Data(String(repeating: kind, count: 5000).utf8)
    try bytes.write(to: database(folder))
    try expectRefusal(
      folder, Self.reading + Self.writing,
      [
        "is damaged: ",
        "  hipreel check shows the damage; hipreel rebuild --keep-edits rebuilds it with your decisions\n",
      ])
  }

  @Test func `an empty file is no catalog until it is indexed again`() throws {
    let folder = try indexed()
    try Data().write(to: database(folder))
    try expectRefusal(
      folder, Self.reading, ["is from an older hipreel or is unfinished\n  run: hipreel index FOLDER\n"])
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("find", "--count").text == "1\n")
  }

  @Test(arguments: [
    (60, "was written by a newer hipreel (schema 99, this one reads 4)"), (68, "is not a hipreel catalog"),
  ])
  func `a newer catalog and another program's database are not touched`(offset: Int, words: String) throws {
    let folder = try indexed()
    var bytes = try Data(contentsOf: database(folder))
    // The numbers at bytes 60 and 68 are SQLite's user_version and application_id (sqlite.org/fileformat.html).
    bytes.replaceSubrange(offset..<offset + 4, with: [0, 0, 0, 99])
    try bytes.write(to: database(folder))
    try expectRefusal(folder, Self.reading + Self.writing, [words])
  }

  /// Runs hipreel as a user who may read the folder and not write it.
  private func runAsNobody(_ arguments: [String], _ folder: SampleFolder, _ tools: TemporaryFolder) throws -> Tool {
    let program = tools.url.appending(path: "hipreel")
    if !FileManager.default.fileExists(atPath: program.path(percentEncoded: false)) {
      // The checkout may lie where nobody else can reach it.
      try FileManager.default.copyItem(at: Checkout.program("hipreel"), to: program)
      chmod(tools.path, 0o755)
    }
    return try Tool.run(
      at: URL(filePath: "/usr/bin/setpriv"),
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", program.path(percentEncoded: false)] + arguments,
      in: folder.url)
  }

  @Test(
    .enabled(if: geteuid() == 0, "only root can become another user"),
    .enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)),
    arguments: [[], ["-wal"], ["-wal", "-shm"]])
  func `a catalog that may only be read shows its newest state`(waiting: [String]) throws {
    let (folder, tools) = (try indexed(), try TemporaryFolder())
    chmod(folder.url.deletingLastPathComponent().path(percentEncoded: false), 0o755)
    if waiting.isEmpty {
      try folder.hipreel("note", Self.clip, "said last")
    } else {
      // Killed when it removes the log, after the commit.
      _ = try Tool.run(
        at: URL(filePath: "/usr/bin/strace"),
        ["-f", "-qq", "-o", "/dev/null", "-e", "inject=unlinkat:signal=KILL:when=1"]
          + [Checkout.program("hipreel").path(percentEncoded: false), "note", Self.clip, "said last"], in: folder.url)
    }
    for ending in ["-wal", "-shm"] {
      let file = URL(filePath: database(folder).path(percentEncoded: false) + ending)
      if waiting.contains(ending) {
        #expect(FileManager.default.fileExists(atPath: file.path(percentEncoded: false)), "\(ending)")
      } else if FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
        try FileManager.default.removeItem(at: file)
      }
    }
    let export = try runAsNobody(["export"], folder, tools)
    #expect(export.status == 0 && export.text.contains("said last"), "\(export.errors)")
    #expect(try runAsNobody(["find", "--count"], folder, tools).text == "1\n")
    let refused = try runAsNobody(["note", Self.clip, "x"], folder, tools)
    #expect(refused.status == 4 && refused.errors.contains("keep it elsewhere with --catalog"), "\(refused.errors)")
    // The same for who may write.
    #expect(try folder.hipreel("export").text == export.text)
  }
}
