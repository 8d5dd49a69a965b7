import ReelCatalog
import Testing

@testable import ReelSidecars

@Suite struct FolderTableTests {
  @Test(arguments: [
    "file,exercise,side,note\nIMG_1.MOV,Clamshell,left,\"slow, \"\"pause\"\"\ntwice\"\n\nIMG_2.MOV,,,\n",
    "\u{FEFF}File;Exercise;Side;Note\r\nIMG_1.MOV;Clamshell;left;\"slow, \"\"pause\"\"\r\ntwice\"\r\nIMG_2.MOV;;;\r\n",
    "file\texercise\tside\tnote\nIMG_1.MOV\tClamshell\tleft\t\"slow, \"\"pause\"\"\ntwice\"\nIMG_2.MOV",
  ])
  func `spreadsheets of every country are read`(text: String) throws {
    let records = try read(text, as: "day 1/reels.csv")
    #expect(records.map(\.keys) == [[.path(PathBytes("day 1/IMG_1.MOV"))], [.path(PathBytes("day 1/IMG_2.MOV"))]])
    let words = try #require(records[0].ownWords)
    #expect(words.line == 2)
    #expect(
      words.cells == [
        .facet(.exercise): "Clamshell", .facet(.side): "left", .note: "slow, \"pause\"\ntwice",
      ])
    #expect(records[1].ownWords?.cells == [:])
  }

  @Test func `a row that is cut wrongly says so and is no decision`() throws {
    let records = try read("file,note\na.mp4,slow, for Anna\nb.mp4,\"hip\nc.mp4,toe\n", as: "reels.csv")
    let read = records.compactMap { $0.ownWords?.changes(.adds, tagger: .standard) }
    #expect(read.map(\.changes) == [[], []])
    #expect(read[0].problems[0].hasPrefix("has more cells than the first line"))
    #expect(read[1].problems == ["its quotation marks do not match"])
  }

  @Test func `a table without the column of files says what to write`() {
    #expect(throws: SidecarError.self) { try read("name,exercise\na,b\n", as: "reels.csv") }
  }

  @Test func `cells become the edits that the person would have typed`() throws {
    let tagger = Tagger.standard
    let read = try Self.row("exercise,movement,side,note", "clamshells,internal rotation,L,Anna").changes(
      .adds, tagger: tagger)
    #expect(read.problems.isEmpty)
    #expect(
      read.changes == [
        .setExercise("clamshell"), .addTag(TagName(facet: .movement, value: "internal-rotation")),
        .addTag(TagName(facet: .side, value: "left")), .note("Anna"),
      ])
    #expect(
      try Self.row("side", "rechts").changes(.adds, tagger: tagger).changes
        == [.addTag(TagName(facet: .side, value: "right"))])
    let unknown = try Self.row("exercise,side", "flarbling,sideways").changes(.adds, tagger: tagger)
    #expect(unknown.changes.isEmpty)
    #expect(unknown.problems == ["exercise \"flarbling\" is not known", "side \"sideways\" is not known"])
    #expect(try Self.row("exercise", "none").changes(.adds, tagger: tagger).changes == [.setExercise(nil)])
  }

  @Test func `a table beside the videos has the same columns as an imported one`() throws {
    let row = try Self.row("MODE,Equipment,rating,favorite,tags", "stretch,loop band,4,x,level:beginner")
    #expect(
      row.changes(.adds, tagger: .standard).changes == [
        .addTag(TagName(facet: .mode, value: "stretch")), .addTag(TagName(facet: .equipment, value: "loop-band")),
        .addTag(TagName(facet: .level, value: "beginner")), .rating(4), .favourite(true),
      ])
    // There is nothing that it could take away.
    #expect(try Self.row("mode", "none").changes(.adds, tagger: .standard).problems == ["mode \"none\" is not known"])
  }

  @Test func `Excel's line that names the separator is not a heading, and counts as a line`() throws {
    let row = try #require(try read("sep=;\nfile;side\na.mp4;left\n", as: "reels.csv").first?.ownWords)
    #expect(row.line == 3 && row.cells == [.facet(.side): "left"])
    let quoted = try read("\u{FEFF}\"sep=;\"\r\nfile;side\r\na.mp4;left\r\n", as: "reels.csv").first?.ownWords
    #expect(quoted == row)
  }

  private static func row(_ heading: String, _ cells: String) throws -> EditTableRow {
    let table = try EditTable(Array("file,\(heading)\na.mp4,\(cells)\n".utf8))
    return try #require(table.rows.first)
  }
}
