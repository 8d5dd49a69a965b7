import Foundation
import Testing
import TestSupport

/// Folders as people have them: other programs put old versions, copies, bins and companions beside the reels.
@Suite struct RealFolderTests {
  private static let clip = "Standing Hip CARs.mp4"
  private static let other = "standing-hip-abduction.mp4"

  private func content(_ name: String) throws -> Data { try Data(contentsOf: Checkout.media.appending(path: name)) }

  /// What a person decided about a path: its stars and its note.
  private func decisions(_ folder: SampleFolder, _ path: String) throws -> String {
    try folder.hipreel("find", "path:=\(path)", "--format", "{rating},{note}").text
  }

  // MARK: A new version of a file, and the old one beside it

  @Test(arguments: [
    "%.mp4_original", "%.mp4~", "%.mp4.bak", "#recycle/%.mp4", "@Recycle/clients/%.mp4",
    ".stversions/%~20240611-101112.mp4",
    "%.sync-conflict-20240611-101112-ABCDEFG.mp4", "% (Anna's conflicted copy 2024-06-11).mp4", "% - Copy.mp4",
    "old/%.mp4",
    "%-before.mp4",
  ])
  func `decisions stay with the path that lives on`(place: String) throws {
    let folder = try SampleFolder([Self.clip])
    try folder.move(Self.clip, to: "hip.mp4")
    try folder.hipreel("index", ".")
    try folder.hipreel("rate", "hip.mp4", "5")
    try folder.hipreel("note", "hip.mp4", "for Anna")
    let id = try folder.hipreel("find", "--format", "{id}").text
    // The old version keeps its inode, as after a rename.
    try folder.move("hip.mp4", to: place.replacing("%", with: "hip"))
    try content(Self.other).write(to: folder.url.appending(path: "hip.mp4"))
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0 && run.errors == "")
    #expect(try decisions(folder, "hip.mp4") == "5,for Anna\n")
    #expect(try folder.hipreel("find", "path:=hip.mp4", "--format", "{id}").text == id)
    // And so when the old version goes.
    try FileManager.default.removeItem(at: folder.url.appending(path: place.replacing("%", with: "hip")))
    try folder.hipreel("index", ".")
    #expect(try decisions(folder, "hip.mp4") == "5,for Anna\n")
    #expect(try folder.hipreel("find", "--count").text == "1\n")
    #expect(try folder.hipreel("check").status == 0)
  }

  @Test(arguments: [
    "overwritten by a rename", "overwritten by a copy", "copied and the new one kept", "put into a bin",
    "put aside by name",
  ])
  func `decisions stay when the new version was seen before it took the name`(way: String) throws {
    let folder = try SampleFolder([Self.clip])
    try folder.move(Self.clip, to: "hip.mp4")
    try folder.hipreel("index", ".")
    try folder.hipreel("rate", "hip.mp4", "5")
    try content(Self.other).write(to: folder.url.appending(path: "hip-new.mp4"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000.5)],
      ofItemAtPath: folder.url.appending(path: "hip-new.mp4").path(percentEncoded: false))
    try folder.hipreel("index", ".")
    switch way {
    case "put into a bin": try folder.move("hip.mp4", to: "#recycle/hip.mp4")
    case "put aside by name": try folder.move("hip.mp4", to: "hip_backup.mp4")
    default: try FileManager.default.removeItem(at: folder.url.appending(path: "hip.mp4"))
    }
    if way.contains("cop") {
      try content(Self.other).write(to: folder.url.appending(path: "hip.mp4"))
      if !way.contains("kept") { try FileManager.default.removeItem(at: folder.url.appending(path: "hip-new.mp4")) }
    } else {
      try folder.move("hip-new.mp4", to: "hip.mp4")
    }
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0 && run.errors == "")
    #expect(try folder.hipreel("find", "path:=hip.mp4", "--format", "{rating}").text == "5\n")
    #expect(try folder.hipreel("show", "hip.mp4").text.contains("5"))
    let count = way == "put aside by name" ? 2 : 1
    #expect(try folder.hipreel("find", "--count").text == "\(count)\n")
    #expect(try folder.hipreel("check").status == 0)
    #expect(
      try folder.hipreel("index", ".").text.hasPrefix(
        "0 new, 0 changed, 0 moved, \(way.contains("kept") ? 2 : count) unch"))
  }

  @Test func `a copy that was there before the edit keeps the decisions, and so does the edited file`() throws {
    let folder = try SampleFolder([Self.clip])
    try folder.move(Self.clip, to: "hip.mp4")
    try folder.write("", to: "Backup/empty.txt")
    try content(Self.clip).write(to: folder.url.appending(path: "Backup/hip.mp4"))
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("find", "--paths").text == "hip.mp4\n")
    try folder.hipreel("rate", "hip.mp4", "4")
    try content(Self.other).write(to: folder.url.appending(path: "hip.mp4"))
    try folder.hipreel("index", ".")
    #expect(
      try folder.hipreel("find", "--format", "{path} {rating}").text == "Backup/hip.mp4 4\nhip.mp4 4\n")
    #expect(try folder.hipreel("check").status == 0)
    // One undo takes back one decision, wherever it went.
    try folder.hipreel("undo")
    #expect(try folder.hipreel("find", "rating:any", "--count").text == "0\n")
    #expect(try folder.hipreel("index", ".").text.hasPrefix("0 new, 0 changed, 0 moved, 2 unchanged"))
  }

  // MARK: What is no reel

  @Test func `what is skipped is counted, listed with the reason, and taken when it is named`() throws {
    let folder = try SampleFolder([Self.clip])
    for name in ["@eaDir/x.mp4/SYNOPHOTO_FILM_M.mp4", "#recycle/frog.mp4", "hip.f251.webm", "hip.mp4.crdownload"] {
      try folder.write("x", to: name)
    }
    #expect(
      try folder.hipreel("index", ".").text == "1 new, 0 changed, 0 moved, 0 unchanged, 0 gone, 0 failed, 4 skipped\n")
    let list = try folder.hipreel("status", "--skipped").text
    #expect(
      list == """
        #recycle/           a recycle bin (Synology, TerraMaster)
        @eaDir/             a preview or a render (Synology)
        hip.f251.webm       not finished yet (yt-dlp)
        hip.mp4.crdownload  not finished yet (Chrome, Edge, Brave)

        """)
    try folder.move(Self.clip, to: "#recycle/hip.mp4")
    #expect(try folder.hipreel("index", ".").text.contains("1 gone"))
    let named = try folder.hipreel("index", "#recycle", "--catalog", "elsewhere")
    #expect(named.text.hasPrefix("1 new"), "\(named.errors)")
    try folder.hipreel("index", ".", "--exclude", "!#recycle")
    #expect(try folder.hipreel("find", "status:ok", "--paths").text == "#recycle/hip.mp4\n")
  }

  // MARK: Patterns

  @Test func `patterns are kept, shown, and never without effect in silence`() throws {
    let folder = try SampleFolder([Self.clip, Self.other])
    try folder.move(Self.clip, to: "sub/drafts/a.mp4")
    try folder.move(Self.other, to: "b.mp4")
    let first = try folder.hipreel("index", ".", "--exclude", "./sub/drafts", "--exclude", "raw_*")
    #expect(first.text == "1 new, 0 changed, 0 moved, 0 unchanged, 0 gone, 0 failed, 1 skipped\n")
    #expect(first.errors.contains("--exclude raw_*: matches nothing in the folder"))
    #expect(!first.errors.contains("drafts"))
    #expect(try folder.hipreel("index", ".").text.contains("1 skipped"))
    #expect(try folder.hipreel("status").text.contains("/sub/drafts, raw_*"))
    #expect(try folder.hipreel("status", "--skipped").text.contains("sub/drafts/  excluded by /sub/drafts"))
    #expect(try folder.hipreel("index", ".", "--exclude", "a[").errors.contains("isn't a pattern"))
    let all = try folder.hipreel("index", ".", "--forget-excludes")
    #expect(all.text.hasPrefix("1 new") && !all.text.contains("skipped"))
    try folder.write("*.mp4\n!b.mp4\n", to: ".hipreelignore")
    #expect(try folder.hipreel("index", ".").text.contains("1 gone"))
    #expect(try folder.hipreel("find", "--paths").text == "b.mp4\n")
    #expect(try folder.hipreel("status").text.contains(".hipreelignore  *.mp4, !b.mp4"))
  }

  @Test func `more than a fifth may be excluded, for that is not missing`() throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    let run = try folder.hipreel("index", ".", "--exclude", "*")
    #expect(run.errors == "" && run.text.contains("15 gone"))
  }

  @Test func `a folder of links says so`() throws {
    let folder = try SampleFolder([Self.clip])
    try FileManager.default.createDirectory(at: folder.url.appending(path: "lib"), withIntermediateDirectories: false)
    for name in ["a.mp4", "b"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: "lib/\(name)"), withDestinationURL: folder.url.appending(path: Self.clip))
    }
    let run = try folder.hipreel("index", "lib")
    #expect(run.errors.contains("only 2 links, and hipreel doesn't follow links"))
    #expect(run.text.contains("2 skipped"))
  }

  // MARK: Copies and companions

  @Test func `every path of a copy answers, and the original is shown`() throws {
    let folder = try SampleFolder([Self.clip])
    try folder.write("", to: "clips/empty.txt")
    try folder.write("", to: "Backup 2024/empty.txt")
    for name in ["clips/frog.mp4", "Backup 2024/frog.mp4", "clips/a (conflicted copy 2024-06-11).mp4"] {
      try content(Self.other).write(to: folder.url.appending(path: name))
    }
    try folder.hipreel("index", ".")
    for query in ["folder:clips", "folder:Backup", "name:~*conflicted*", "path:=Backup\\ 2024/frog.mp4", "conflicted"] {
      #expect(try folder.hipreel("find", query, "--paths").text == "clips/frog.mp4\n", "\(query)")
    }
    #expect(try folder.hipreel("find", "-folder:Backup", "--count").text == "1\n")
    // A path that comes later is not shown, whatever its name.
    try content(Self.other).write(to: folder.url.appending(path: "aaa.mp4"))
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("find", "name:aaa", "--paths").text == "clips/frog.mp4\n")
    try FileManager.default.removeItem(at: folder.url.appending(path: "clips/frog.mp4"))
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("find", "name:aaa", "--paths").text == "aaa.mp4\n")
  }

  @Test func `companions are marked, and left out of a plan unless they are asked for`() throws {
    let folder = try SampleFolder([Self.other])
    try folder.move(Self.other, to: "GX010001 standing hip abduction.LRV")
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("find", "kind:proxy", "--format", "{kind}").text == "proxy\n")
    #expect(try folder.hipreel("find", "kind:reel", "--count").text == "0\n")
    #expect(try folder.hipreel("show", "GX010001 standing hip abduction.LRV").text.contains("proxy: a small version"))
    let options = ["playlist", "--movement", "abduction", "--minutes", "1", "--dry-run"]
    let plan = try Tool.run("hipreel", options, in: folder.url)
    #expect(plan.status == 20)
    let asked = try Tool.run("hipreel", options + ["--query", "kind:proxy"], in: folder.url)
    #expect(asked.errors.contains("GX010001"))
    // The mark is in the export, and comes back with it.
    let export = try folder.hipreel("export").text
    #expect(export.contains(#""kind": "proxy""#))
    let elsewhere = try SampleFolder([])
    try elsewhere.write(export, to: "export.json")
    try elsewhere.hipreel("index", ".")
    try elsewhere.hipreel("import", "export.json")
    #expect(try elsewhere.hipreel("find", "kind:proxy", "--count").text == "1\n")
    #expect(try elsewhere.hipreel("export").text == export)
  }

  @Test func `a date in the name comes after the container's and before the file's own, and follows a rename`() throws {
    let folder = try SampleFolder([Self.other])
    try folder.move(Self.other, to: "VID-20230714-WA0021.mp4")
    try folder.hipreel("index", ".")
    func recorded() throws -> String {
      try folder.hipreel("find", "--format", "{recorded}").text
    }
    #expect(try recorded() == "2023-07-14\n")
    #expect(try folder.hipreel("find", "recorded:2023-07-14", "--count").text == "1\n")
    try folder.move("VID-20230714-WA0021.mp4", to: "signal-2022-01-02-030405.mp4")
    try folder.hipreel("index", ".")
    #expect(try recorded() == "2022-01-02T03:04:05\n")
    try folder.move("signal-2022-01-02-030405.mp4", to: "frog.mp4")
    try folder.hipreel("index", ".")
    #expect(try recorded() == "2023-11-14T22:13:20Z\n")
    // The day that is shown is the day that is found, on any clock.
    for zone in ["Asia/Tokyo", "America/Los_Angeles", "UTC"] {
      let shown = try Tool.run(
        "hipreel", ["find", "--format", "{recorded}"], in: folder.url, environment: ["TZ": zone]
      ).text.prefix(10)
      let found = try Tool.run(
        "hipreel", ["find", "recorded:\(shown)", "--count"], in: folder.url, environment: ["TZ": zone])
      #expect(found.text == "1\n", "\(zone): \(shown)")
    }
  }
}
