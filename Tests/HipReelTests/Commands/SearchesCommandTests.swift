import Foundation
import Testing
import TestSupport

/// Queries that are kept under names.
@Suite struct SearchesCommandTests {
  private func samples() throws -> SampleFolder {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    return folder
  }

  @Test func `a saved search is asked alone, beside other terms, and wherever a query can stand`() throws {
    let folder = try samples()
    let stretches = try folder.hipreel("find", "mode:stretch", "--paths").text
    let saved = try folder.hipreel("find", "--save", "stretches", "mode:stretch", "name+")
    #expect(saved.status == 0 && saved.text == "" && saved.errors == "hipreel: @stretches is mode:stretch name+\n")
    #expect(try folder.hipreel("find", "@stretches", "--paths").text.split(separator: "\n").count == 3)
    #expect(
      try folder.hipreel("find", "@stretches", "side:left", "--paths").text
        == folder.hipreel("find", "mode:stretch", "side:left", "--paths").text)
    #expect(try folder.hipreel("export", "--query", "@stretches", "--csv", "--fields", "id").text.count > 3)
    try folder.hipreel("tag", "--query", "@stretches", "level:advanced")
    #expect(try folder.hipreel("find", "level:advanced", "path+", "--paths").text == stretches)
    let playlist = try folder.hipreel("playlist", "--query", "@stretches", "--minutes", "2")
    #expect([0, 20].contains(playlist.status) && playlist.text.hasPrefix("#EXTM3U"))
    #expect(try folder.hipreel("searches").text == "@stretches  mode:stretch name+\n")
    #expect(try folder.hipreel("searches", "list", "--json").text.contains(#""name": "stretches", "query": "mode:str"#))
  }

  @Test func `a search is replaced and removed, and a dry run does neither`() throws {
    let folder = try samples()
    try folder.hipreel("find", "--save", "mine", "side:left")
    try folder.hipreel("find", "--save", "other", "@mine", "mode:stretch")
    let dry = try folder.hipreel("find", "--save", "mine", "--dry-run", "side:right")
    #expect(dry.text == "@mine is side:right; it was side:left\n")
    #expect(try folder.hipreel("searches", "remove", "@mine", "--dry-run").text == "@mine side:left\n")
    let list = try folder.hipreel("searches", "list", "--json").text
    #expect(try folder.hipreel("searches", "remove", "mine", "other", "--dry-run", "--json").text == list)
    #expect(try folder.hipreel("searches").text == "@mine   side:left\n@other  @mine mode:stretch\n")
    #expect(try folder.hipreel("find", "--save", "mine", "side:right").errors.contains("was side:left"))
    let removed = try folder.hipreel("searches", "remove", "mine")
    #expect(removed.status == 0)
    #expect(removed.errors == "hipreel: @other no longer works: no saved search is called \"mine\"\n")
    #expect(try folder.hipreel("searches").text == "@other  @mine mode:stretch\n")
  }

  @Test(arguments: [
    (["find", "@nothing"], "no saved search is called \"nothing\"", "no search is saved yet"),
    (["find", "--save", "a", "@a"], "@a refers to itself", "^^"),
    (["find", "--save", "Two Words", "side:left"], "Two Words: a search's name is lower-case words", ""),
    (["find", "--save", "a", "movment:extension"], "no field is called \"movment\"", "movement"),
    (["find", "--save", "a"], "no query to save", ""),
    (["find", "--save", "a", "side:left", "--json"], "--save saves the query and lists no reels", ""),
    (["searches", "remove", "nothing"], "nothing: no such saved search", ""),
  ])
  func `a mistake saves nothing and ends with status 64`(arguments: [String], problem: String, hint: String) throws {
    let run = try IndexedSamples.run(arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(problem) && (hint.isEmpty || run.errors.contains(hint)), "\(run.errors)")
    #expect(try IndexedSamples.run(["searches"]).output == "")
  }

  @Test func `searches go out with the whole catalog and come in by the rule`() throws {
    let (mine, theirs, before) = (try samples(), try samples(), try samples())
    try before.hipreel("find", "--save", "mine", "side:left")
    try before.hipreel("find", "--save", "both", "side:left")
    // Saved long ago: what is dated in the future counts as saved now.
    let saved = #/"savedUnixSeconds": \d+/#
    try mine.write(
      before.hipreel("export").text.replacing(saved, with: "\"savedUnixSeconds\": 1000"), to: "mine.json")
    try mine.hipreel("import", "mine.json")
    try theirs.hipreel("find", "--save", "theirs", "side:right")
    try theirs.hipreel("find", "--save", "both", "side:right")
    let export = try theirs.hipreel("export").text
    #expect(!(try theirs.hipreel("export", "--redact").text.contains("side:right")))
    #expect(!(try theirs.hipreel("export", "--query", "side:left").text.contains("\"searches\"")))
    try mine.write(export.replacing(saved, with: "\"savedUnixSeconds\": 4000000000"), to: "theirs.json")
    let dry = try mine.hipreel("import", "theirs.json", "--dry-run")
    #expect(dry.status == 0 && dry.text.contains("@both: here side:left, there side:right; theirs wins\n"))
    #expect(dry.text.hasSuffix(", 0 edits, 2 searches\n"))
    #expect(!(try mine.hipreel("searches").text.contains("@theirs")))
    try mine.hipreel("import", "theirs.json", "--ours")
    #expect(try mine.hipreel("searches").text == "@both    side:left\n@mine    side:left\n@theirs  side:right\n")
    try mine.hipreel("import", "theirs.json")
    #expect(try mine.hipreel("searches").text.contains("@both    side:right\n"))
    #expect(try mine.hipreel("import", "theirs.json").status == 1)
  }
}
