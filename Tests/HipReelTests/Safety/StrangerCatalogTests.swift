import Foundation
import Glibc
import TestSupport
import Testing

/// Folders that come with a `.hipreel` of somebody else's, through the built tool. `scripts/strangers` tries many more.
@Suite struct StrangerCatalogTests {
  private static let clip = "IMG_4032.MOV"

  private func indexed() throws -> SampleFolder {
    let folder = try SampleFolder([Self.clip, "standing-hip-abduction.mp4"])
    try folder.hipreel("index", ".")
    try folder.write("precious", to: "../outside/secret.txt")
    return folder
  }

  private func path(_ folder: SampleFolder, _ name: String) -> String {
    folder.url.appending(path: name).path(percentEncoded: false)
  }

  private func outside(_ folder: SampleFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder, "../outside"))
  }

  /// Runs SQL on the catalog, as another program could.
  private func change(_ folder: SampleFolder, _ sql: String) throws {
    let run = try Tool.run(
      at: URL(filePath: "/usr/bin/python3"),
      ["-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.close()"]
        + [path(folder, ".hipreel/catalog.sqlite"), sql], in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: [
    "CREATE VIEW other AS SELECT 1", "CREATE TABLE other(x)", "DROP INDEX reel_by_size",
    "CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM edit; END",
    """
    DROP VIEW standing_edit; CREATE VIEW standing_edit AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n)
    SELECT edit.* FROM edit, n
    """,
  ])
  func `a catalog with other tables, views or triggers is refused, and rebuilt`(sql: String) throws {
    let folder = try indexed()
    try folder.hipreel("note", Self.clip, "for Anna")
    try change(folder, sql)
    for command in [["find"], ["rate", Self.clip, "3"], ["index", "."], ["undo"], ["export"]] {
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect(run.status == 12 && run.errors.contains("are not hipreel's"), "\(command): \(run.errors)")
    }
    #expect(try folder.hipreel("check", "--json").text.contains("\"kind\": \"schema\""))
    #expect([0, 3].contains(try folder.hipreel("rebuild", "--keep-edits").status))
    #expect(try folder.hipreel("show", Self.clip).text.contains("for Anna"))
  }

  @Test(arguments: [
    "UPDATE reel SET duration_ms = 4611686018427387904", "UPDATE reel SET byte_count = -1",
    "UPDATE reel SET reason = x'00'", "UPDATE reel SET path = 'text'", "UPDATE file SET gone = 7",
    "UPDATE reel SET added_unix = 9223372036854775807", "INSERT INTO saved_search VALUES ('a', x'00', 1)",
    "UPDATE reel SET thumbnail_ms = -5", "PRAGMA user_version = -1",
    "INSERT INTO edit VALUES (1, 1, 1, 'note', NULL, NULL, NULL, NULL, NULL, x'', 'x')",
  ])
  func `a value that hipreel would not write is damage, never a trap`(sql: String) throws {
    let folder = try indexed()
    try change(folder, sql)
    var refusals = 0
    for command in [["find", "--json"], ["status"], ["export"], ["retag"], ["index", "."], ["searches"], ["check"]] {
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect([0, 3, 12].contains(run.status), "\(command): \(run.status) \(run.errors)")
      refusals += run.status == 12 ? 1 : 0
    }
    #expect(refusals > 0)
    #expect([0, 3].contains(try folder.hipreel("rebuild", "--keep-edits").status))
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("check").status == 0)
  }

  @Test func `links in the catalog's places are followed by nothing`() throws {
    for (place, command, status) in [
      (".hipreel/rebuild", ["rebuild", "--keep-edits", "--force"], [0]),
      (".hipreel/rebuild", ["rebuild", "--keep-edits", "--force", "--dry-run"], [0]),
      (".hipreel/routines", ["routine", "copy", "six-way-tour", "mine"], [1]),
      (".hipreel/thumbnails", ["thumbnail", Self.clip, "--at", "1"], [1, 3]),
      (".hipreel", ["index", "."], [12]), (".hipreel", ["find"], [10, 12]),
    ] {
      let folder = try indexed()
      try? FileManager.default.removeItem(atPath: path(folder, place))
      symlink(path(folder, "../outside"), path(folder, place))
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect(status.contains(Int(run.status)), "\(place) \(command): \(run.status) \(run.errors)")
      #expect(try outside(folder) == ["secret.txt"], "\(place) \(command)")
    }
  }

  @Test func `a dangling link in the database's place makes no file`() throws {
    let folder = try indexed()
    try FileManager.default.removeItem(atPath: path(folder, ".hipreel/catalog.sqlite"))
    symlink(path(folder, "../outside/made"), path(folder, ".hipreel/catalog.sqlite"))
    for command in [["index", "."], ["find"], ["rebuild", "--forget-edits"], ["rate", Self.clip, "3"]] {
      #expect(try Tool.run("hipreel", command, in: folder.url).status == 12, "\(command)")
    }
    #expect(try outside(folder) == ["secret.txt"])
  }

  @Test func `a database of another program, also without an id, is not taken over`() throws {
    let folder = try indexed()
    try FileManager.default.removeItem(atPath: path(folder, ".hipreel/catalog.sqlite"))
    try change(folder, "CREATE TABLE letters(x); INSERT INTO letters VALUES ('Dear Anna')")
    let before = try Data(contentsOf: URL(filePath: path(folder, ".hipreel/catalog.sqlite")))
    for command in [["index", "."], ["retag"], ["undo"], ["find"], ["check"]] {
      #expect(try Tool.run("hipreel", command, in: folder.url).status == 12, "\(command)")
    }
    #expect(try Data(contentsOf: URL(filePath: path(folder, ".hipreel/catalog.sqlite"))) == before)
  }

  @Test func `the folder of a catalog is the one that it lies in, whatever a note says`() throws {
    let folder = try indexed()
    for note in ["/", "/etc", path(folder, "../outside"), "..", ""] {
      try folder.write(note, to: ".hipreel/root")
      for named in [".", ".hipreel"] {
        let status = try folder.hipreel("status", "--json", "--catalog", named).text
        #expect(status.contains("\"folder\": \"\(try realPath(folder))\""), "\(note): \(status)")
      }
    }
    // Kept apart it says which folder it is of, and that cannot be all of them.
    try folder.hipreel("index", ".", "--catalog", "../apart")
    #expect(try folder.hipreel("find", "--count", "--catalog", "../apart").text == "2\n")
    for note in ["/", "relative", "/a/../b", ""] {
      try folder.write(note, to: "../apart/root")
      #expect(try folder.hipreel("find", "--catalog", "../apart").status == 1, "\(note)")
    }
    #expect(try folder.hipreel("index", "../outside", "--catalog", ".hipreel").status == 1)
  }

  private func realPath(_ folder: SampleFolder) throws -> String {
    let resolved = try #require(realpath(path(folder, ""), nil))
    defer { free(resolved) }
    return String(cString: resolved)
  }

  @Test func `a catalog that anybody could have put there is used only when it is named`() throws {
    let folder = try indexed()
    chmod(path(folder, ""), 0o1777)
    for command in [["find"], ["rate", Self.clip, "3"], ["index"]] {
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect(run.status == 10 && run.errors.contains("uses it only if you name it"), "\(command): \(run.errors)")
    }
    #expect(try folder.hipreel("find", "--count", "--catalog", ".").text == "2\n")
    #expect(try folder.hipreel("index", ".").status == 0)
    chmod(path(folder, ""), 0o755)
    #expect(try folder.hipreel("find", "--count").text == "2\n")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func `another user's catalog is used only when it is named, by root too`() throws {
    let folder = try indexed()
    chown(path(folder, ".hipreel/catalog.sqlite"), 65534, 65534)
    let run = try folder.hipreel("find")
    #expect(run.status == 10 && run.errors.contains("belongs to somebody else"), "\(run.errors)")
    #expect(try folder.hipreel("find", "--count", "--catalog", ".").text == "2\n")
  }

  @Test func `what is no video is neither given away nor handed to a player`() throws {
    let folder = try indexed()
    // A desktop file that begins as a video does.
    try folder.write("#   ftypisom\n[Desktop Entry]\nExec=touch x\n", to: "Clamshell.desktop")
    try folder.hipreel("index", ".")
    let opened = try folder.hipreel("open", "Clamshell.desktop", "--dry-run")
    #expect(opened.status == 1 && opened.text == "")
    // A row that names a file which is not a video, in the place of one that was.
    try folder.write("my secret", to: "standing-hip-abduction.mp4")
    let site = try folder.hipreel("site", "../site", "--copy")
    #expect(site.status == 3 && site.errors.contains("standing-hip-abduction.mp4: is not a video"), "\(site.errors)")
    // A folder on the way that has become a link.
    try folder.move(Self.clip, to: "sub/\(Self.clip)")
    try folder.hipreel("index", "--accept-gone", ".")
    try folder.move("sub", to: "../outside/sub")
    symlink("../outside/sub", path(folder, "sub"))
    let linked = try folder.hipreel("site", "../site", "--link")
    #expect(linked.status == 3 && linked.errors.contains("sub/\(Self.clip): "), "\(linked.errors)")
    #expect(try folder.hipreel("open", "sub/\(Self.clip)", "--dry-run").status == 1)
    let copied = try FileManager.default.subpathsOfDirectory(atPath: path(folder, "../site"))
    #expect(!copied.contains { $0.hasPrefix("reels/") }, "\(copied)")
  }

  @Test func `a decision from the future counts as made now, and it is said`() throws {
    let (mine, theirs) = (try indexed(), try indexed())
    try theirs.hipreel("rate", Self.clip, "1")
    let export = try theirs.hipreel("export").text
    try mine.write(
      export.replacing(#/"editedUnixSeconds": \d+/#, with: "\"editedUnixSeconds\": 4102444800"), to: "c.json")
    let run = try mine.hipreel("import", "c.json")
    #expect(run.status == 0 && run.text.contains("1 decision dated in the future: counted as made now"), "\(run.text)")
    #expect(!(try mine.hipreel("export").text.contains("4102444800")))
  }

  @Test(arguments: [
    ("\"durationMs\": ", "4611686018427387904, \"x\": "), ("\"byteCount\": ", "4611686018427387904, \"x\": "),
    ("\"timeMs\": ", "-1, \"x\": "), ("\"weight\": ", "9223372036854775807, \"x\": "),
  ])
  func `a number beyond its range is refused by an import`(member: String, wrong: String) throws {
    let folder = try indexed()
    let export = try folder.hipreel("export").text
    #expect(export.contains(member))
    try folder.write(export.replacing(member, with: member + wrong), to: "c.json")
    let run = try folder.hipreel("import", "c.json")
    #expect(run.status == 1 && run.errors.contains("nothing was changed"), "\(run.errors)")
  }

  @Test func `a note has a bound, typed or imported`() throws {
    let folder = try indexed()
    #expect(try folder.hipreel("note", Self.clip, String(repeating: "x", count: 16 << 10)).status == 0)
    let export = try folder.hipreel("export").text
    #expect(try folder.hipreel("note", Self.clip, String(repeating: "x", count: 16 << 10 + 1)).status == 64)
    try folder.write(export.replacing("\"text\": \"xxx", with: "\"text\": \"xxxx"), to: "c.json")
    #expect(try folder.hipreel("import", "c.json").status == 1)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can hide /proc"))
  func `where proc is hidden the words of the command are still heard`() throws {
    let folder = try indexed()
    let hipreel = Checkout.program("hipreel").path(percentEncoded: false)
    let run = try Tool.run(
      at: URL(filePath: "/usr/bin/unshare"),
      ["-m", "sh", "-c", "mount -t tmpfs none /proc && exec \"$0\" \"$@\"", hipreel, "find", "--count"], in: folder.url)
    guard !run.errors.contains("unshare failed") else { return }
    #expect(run.text == "2\n", "\(run.errors)")
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `without the kernel's own check links are still not followed`() throws {
    let folder = try indexed()
    let scripts = try TemporaryFolder()
    let tool = try HeldBackKernel.program(
      Checkout.program("hipreel"), refusing: ["openat2:error=ENOSYS"], in: scripts)
    func run(_ arguments: String...) throws -> Tool { try Tool.run(at: tool, arguments, in: folder.url) }
    #expect(try run("find", "--count").text == "2\n")
    #expect(try run("note", Self.clip, "x").status == 0)
    try folder.move(Self.clip, to: "../outside/deep/\(Self.clip)")
    symlink("../outside/deep", path(folder, "deep"))
    #expect(try run("index", "--accept-gone", ".").status == 0)
    #expect(try run("find", "--paths").text == "standing-hip-abduction.mp4\n")
    try folder.move(".hipreel", to: "../outside/hipreel")
    symlink("../outside/hipreel", path(folder, ".hipreel"))
    #expect(try run("index", ".").status == 12)
  }

  @Test(arguments: [["status"], ["gallery", "--no-browser"], ["site", "pages"]])
  func `with too few open files a command says so instead of crashing`(command: [String]) throws {
    let folder = try indexed()
    let hipreel = Checkout.program("hipreel").path(percentEncoded: false)
    for count in [7, 20] {
      let run = try Tool.run(
        at: URL(filePath: "/bin/sh"), ["-c", "ulimit -n \(count); exec \"$0\" \"$@\"", hipreel] + command,
        in: folder.url)
      #expect(run.status == 1 && run.errors.contains("raise it with: ulimit -n"), "\(count): \(run.errors)")
    }
  }

  @Test func `a link with the name of a bundle's temporary loses nothing`() throws {
    let folder = try indexed()
    let hipreel = Checkout.program("hipreel").path(percentEncoded: false)
    let run = try Tool.run(
      at: URL(filePath: "/bin/sh"),
      ["-c", "ln -s outside ../b.part-$$; exec \"$0\" playlist six-way-tour --bundle ../b", hipreel], in: folder.url)
    #expect(run.status == 1, "\(run.errors)")
    #expect(try outside(folder) == ["secret.txt"])
  }

  @Test func `a list of a site that goes on for ever is not kept in memory`() throws {
    let folder = try indexed()
    try folder.hipreel("site", "pages")
    let list = URL(filePath: path(folder, "pages/hipreel-site.txt"))
    var bytes = try Data(contentsOf: list)
    bytes += Data(String(repeating: "x\n", count: 7_000_000).utf8)
    try bytes.write(to: list)
    #expect(try folder.hipreel("site", "pages").status == 0)
    #expect(try Data(contentsOf: list).count < 100_000)
  }
}
