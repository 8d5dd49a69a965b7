import Foundation
import Testing
import TestSupport

/// A coach's spreadsheet as decisions.
@Suite struct ImportTableTests {
  private static let clip = "VID_20240611_063015.mp4"
  private static let other = "IMG_4032.MOV"

  private func samples() throws -> SampleFolder {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    return folder
  }

  @Test func `an exported table that was not changed decides nothing`() throws {
    let folder = try samples()
    let fields = "id,path,exercise,movement,mode,core,position,equipment,side,level,region,exposure,dose"
    for command in [["find", "--csv", "--fields", fields], ["export", "--csv"]] {
      try folder.write(try Tool.run("hipreel", command, in: folder.url).text, to: "same.csv")
      let run = try folder.hipreel("import", "same.csv")
      #expect(run.status == 1 && run.errors == "", "\(run.errors)")
      #expect(run.text.hasPrefix("0 new reels, 0 reels with new edits, "))
    }
  }

  @Test func `changed cells are decided, found, exported the same, and taken back as one`() throws {
    let folder = try samples()
    let before = try folder.hipreel("export").text
    try folder.write(
      """
      file;exercise;side;level;note;rating;favourite;tags;client\r
      \(Self.clip);Clamshell;L;advanced;"slow; pause";4;x;equipment:loop-band;Anna\r
      IMG_4032;;right;;;;;;\r
      nothing.mp4;clamshell;;;;;;;\r
      \(Self.clip);bridge;;;;;;;\r
      Clamshell (1).mp4;;sideways;;;;;;\r

      """, to: "mine.csv")
    let dry = try folder.hipreel("import", "mine.csv", "--dry-run")
    #expect(try folder.hipreel("export").text == before)
    let run = try folder.hipreel("import", "mine.csv")
    #expect(run.status == 3 && run.text == dry.text && run.errors == dry.errors)
    #expect(run.text.contains("0 new reels, 2 reels with new edits, "))
    #expect(run.errors.contains("mine.csv: unknown column \"client\", which was ignored\n"))
    #expect(run.errors.contains("mine.csv:4: \"nothing.mp4\" is not a reel of this catalog\n"))
    #expect(run.errors.contains("mine.csv:5: is about the same reel as line 2; line 2 counts\n"))
    let found = try folder.hipreel(
      "find", "exercise:clamshell", "side:left", "level:advanced", "equipment:loop-band", "pause", "--paths")
    #expect(found.text == "\(Self.clip)\n")
    #expect(try folder.hipreel("show", Self.clip).text.contains("4 of 5"))
    #expect(try folder.hipreel("import", "mine.csv").status == 1)
    #expect(try folder.hipreel("undo").status == 0)
    #expect(try folder.hipreel("export").text == before)
  }

  @Test func `a table that was exported, changed and brought in is exported as it was changed`() throws {
    let folder = try samples()
    let fields = ["export", "--csv", "--fields", "id,mode,side,level"]
    let table = try Tool.run("hipreel", fields, in: folder.url).text
    let changed =
      table.split(separator: "\r\n").enumerated().map { line in
        line.offset == 0 ? String(line.element) : line.element.prefix(13) + "pnf strength,both,intermediate"
      }.joined(separator: "\r\n") + "\r\n"
    try folder.write(changed, to: "changed.csv")
    #expect(try folder.hipreel("import", "changed.csv").status == 0)
    #expect(try Tool.run("hipreel", fields, in: folder.url).text == changed)
  }

  @Test(arguments: [([], "ours"), (["--ours"], "ours"), (["--theirs"], "theirs")])
  func `against a later decision here the rule holds`(options: [String], kept: String) throws {
    let folder = try samples()
    try folder.write("file,rating\n\(Self.clip),4\n", to: "old.csv")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: folder.url.appending(path: "old.csv").path(percentEncoded: false))
    try folder.hipreel("rate", Self.clip, "2")
    let run = try Tool.run("hipreel", ["import", "old.csv", "--json"] + options, in: folder.url)
    #expect(run.status == 0)
    #expect(run.text.contains(#""ours": "rating 2", "theirs": "rating 4", "kept": "\#(kept)""#))
    #expect(try folder.hipreel("show", Self.clip).text.contains(kept == "ours" ? "2 of 5" : "4 of 5"))
  }

  @Test func `what is no table changes nothing and ends with status 1`() throws {
    let folder = try samples()
    for (text, words) in [("", "is empty"), ("a,b\n1,2\n", "has no column named path, file or id")] {
      try folder.write(text, to: "no.csv")
      let run = try folder.hipreel("import", "no.csv")
      #expect(run.status == 1 && run.text == "" && run.errors.contains("no.csv: \(words); nothing was changed"))
    }
    #expect(try folder.hipreel("import", "missing.csv").status == 1)
  }

  @Test func `a name that two reels have is asked for with its folder`() throws {
    let folder = try SampleFolder([Self.clip, Self.other])
    try folder.move(Self.clip, to: "one/a.mp4")
    try folder.move(Self.other, to: "two/a.mp4")
    try folder.hipreel("index", ".")
    try folder.write("file,rating\na.mp4,3\ntwo/a.mp4,4\n", to: "t.csv")
    let run = try folder.hipreel("import", "t.csv")
    #expect(run.status == 3)
    #expect(run.errors == "hipreel: t.csv:2: \"a.mp4\" names more than one reel; write the path from the folder\n")
    #expect(try folder.hipreel("show", "two/a.mp4").text.contains("4 of 5"))
  }
}
