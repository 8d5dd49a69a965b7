import Foundation
import Testing
import TestSupport

/// The person's own word: it wins, it stays, and it can be taken back.
@Suite struct EditTests {
  private static let clip = "VID_20240611_063015.mp4"

  private func samples() throws -> SampleFolder {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    return folder
  }

  @Test func `a tag of one's own is found, certain, and outlives renaming and another index run`() throws {
    let folder = try samples()
    #expect(try folder.hipreel("tag", Self.clip, "side:left", "equipment:loop-band").status == 0)
    try folder.move(Self.clip, to: "renamed.mp4")
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("find", "side:left", "equipment:loop-band", "--paths").text == "renamed.mp4\n")
    #expect(try folder.hipreel("why", "renamed.mp4").text.contains("100 %  your own choice"))
  }

  @Test func `a rejected tag is gone for good, until the decision is taken back`() throws {
    let folder = try samples()
    let before = try folder.hipreel("why", Self.clip).text
    #expect(before.contains("bird-dog"))
    try folder.hipreel("reject", Self.clip, "exercise:bird-dog", "movement:extension")
    try folder.hipreel("index", ".")
    let rejected = try folder.hipreel("why", Self.clip).text
    #expect(!rejected.contains("exercise  bird-dog"))
    #expect(!rejected.contains("movement  extension"))
    let undone = try folder.hipreel("undo")
    #expect(undone.errors == "hipreel: 1 reel changed back\n")
    #expect(try folder.hipreel("why", Self.clip).text == before)
    #expect(try folder.hipreel("undo").status == 1)
  }

  @Test func `a chosen exercise brings its movements and silences the others`() throws {
    let folder = try samples()
    try folder.hipreel("set", "exercise", Self.clip, "clamshell")
    #expect(
      try folder.hipreel("find", "exercise:clamshell", "movement:external-rotation", "--paths").text.contains(Self.clip)
    )
    #expect(!(try folder.hipreel("why", Self.clip).text.contains("bird-dog")))
  }

  @Test func `a query or names on standard input decide for many, and a dry run for none`() throws {
    let folder = try samples()
    let dry = try folder.hipreel("tag", "--query", "mode:stretch", "level:advanced", "--dry-run")
    #expect(dry.text.split(separator: "\n").count == 3)
    #expect(try folder.hipreel("find", "level:advanced", "--count").text == "0\n")
    try folder.hipreel("tag", "--query", "mode:stretch", "level:advanced")
    #expect(try folder.hipreel("find", "level:advanced", "--count").text == "3\n")
    let names = try folder.hipreel("find", "mode:stretch", "-0")
    try folder.hipreel("note", "-", "for Anna", input: names.text)
    #expect(try folder.hipreel("find", "anna", "--count").text == "3\n")
  }

  @Test(arguments: [
    (["tag", clip, "mode:strech"], "strech: no such mode", "stretch"),
    (["tag", clip, "colour:red"], "colour: no such kind of tag", ""),
    (["tag", clip], "name at least one tag", ""),
    (["rate", clip, "7"], "the number of stars is 0 to 5", ""),
    (["favourite", clip, "IMG_4032.MOV"], "name one reel", ""),
    (["trim", clip, "9", "3"], "the start must come before the end", ""),
    (["set", "exercise", clip, "clamshel"], "no such exercise", "clamshell"),
  ])
  func `a mistake changes nothing and ends with status 64`(arguments: [String], problem: String, hint: String) throws {
    let run = try IndexedSamples.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(problem))
    #expect(hint.isEmpty || run.errors.contains(hint))
  }

  @Test func `a note, stars, a favourite and a trim are exported with the reel`() throws {
    let folder = try samples()
    for arguments in [
      ["note", Self.clip, "slow"], ["rate", Self.clip, "4"], ["favourite", Self.clip], ["trim", Self.clip, "1", "5.5"],
    ] {
      #expect(try Tool.run("hipreel", arguments, in: folder.url).status == 0)
    }
    let export = try folder.hipreel("export").text
    #expect(export.contains(#"{"action": "note", "text": "slow", "#))
    #expect(export.contains(#"{"action": "rating", "number": 4, "#))
    #expect(export.contains(#"{"action": "favourite", "number": 1, "#))
    #expect(export.contains(#"{"action": "trim", "number": 1000, "endNumber": 5500, "#))
  }

  @Test func `what a person said is asked for, sorted by, and written out`() throws {
    let folder = try samples()
    try folder.hipreel("rate", Self.clip, "4")
    try folder.hipreel("favourite", Self.clip)
    try folder.hipreel("note", Self.clip, "watch the knee")
    try folder.hipreel("rate", "IMG_4032.MOV", "5")
    let found = try folder.hipreel("find", "rating:ge:4 favourite:yes note:knee", "--paths")
    #expect(found.text == Self.clip + "\n")
    let line = try folder.hipreel("find", "rating-", "limit:2", "--format", "{rating} {favorite} {note}")
    #expect(line.text == "5 no \n4 yes watch the knee\n")
    let redacted = try folder.hipreel("export", "--redact", "--csv", "--fields", "rating,note,favourite").text
    #expect(!redacted.contains("knee") && !redacted.contains("yes") && !redacted.contains("5"))
    // A table that is written and read again decides nothing.
    try folder.write(try folder.hipreel("find", "--csv", "--fields", "path,note,rating,favourite").text, to: "own.csv")
    #expect(try folder.hipreel("import", "own.csv").status == 1)
    try folder.hipreel("note", Self.clip, "")
    #expect(try folder.hipreel("find", "note:any", "or", "watch the knee", "--count").text == "0\n")
  }

  @Test func `edits list their reels for programs, and so does what takes them back`() throws {
    let folder = try samples()
    let marked = try folder.hipreel("rate", Self.clip, "4", "--json")
    #expect(marked.status == 0 && marked.text.contains(#"", "path": "\#(Self.clip)"}"#))
    for command in [["tag", Self.clip, "side:left"], ["favourite", Self.clip], ["note", Self.clip, "x"]] {
      #expect(try Tool.run("hipreel", command + ["--json", "--dry-run"], in: folder.url).text == marked.text)
    }
    let none = try folder.hipreel("rate", "--query", "flarbling", "4", "--json")
    #expect(none.status == 1 && none.text == "[]\n")
    #expect(try folder.hipreel("undo", "--dry-run", "--json").text == marked.text)
    #expect(try folder.hipreel("undo", "--dry-run").text == Self.clip + "\n")
    #expect(try folder.hipreel("find", "rating:4", "--count").text == "1\n")
    #expect(try folder.hipreel("undo", "--json").text == marked.text)
    let again = try folder.hipreel("undo", "--json")
    #expect(again.status == 1 && again.text == "[]\n")
  }
}
