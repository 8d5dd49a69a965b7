import ReelCatalog
import Testing

@testable import ReelSidecars

@Suite struct ReelsTableTests {
  @Test(arguments: [
    "file,exercise,side,note\nIMG_1.MOV,Clamshell,left,\"slow, \"\"pause\"\"\ntwice\"\n\nIMG_2.MOV,,,\n",
    "\u{FEFF}File;Exercise;Side;Note\r\nIMG_1.MOV;Clamshell;left;\"slow, \"\"pause\"\"\r\ntwice\"\r\nIMG_2.MOV;;;\r\n",
    "file\texercise\tside\tnote\nIMG_1.MOV\tClamshell\tleft\t\"slow, \"\"pause\"\"\ntwice\"\nIMG_2.MOV",
  ])
  func `spreadsheets of every country are read`(text: String) throws {
    let records = try read(text, as: "day 1/reels.csv")
    #expect(records.map(\.keys) == [[.path(PathBytes("day 1/IMG_1.MOV"))], [.path(PathBytes("day 1/IMG_2.MOV"))]])
    let words = try #require(records[0].ownWords)
    #expect(words.line == 2 && words.exercise == "Clamshell" && words.side == "left")
    #expect(words.note == "slow, \"pause\"\ntwice")
    #expect(records[1].ownWords?.exercise == nil)
  }

  @Test func `a row that is cut wrongly says so and is no decision`() throws {
    let records = try read("file,note\na.mp4,slow, for Anna\nb.mp4,\"hip\nc.mp4,toe\n", as: "reels.csv")
    let read = records.compactMap { $0.ownWords?.changes(tagger: .standard) }
    #expect(read.map(\.changes) == [[], []])
    #expect(read[0].problems[0].hasPrefix("has more cells than the first line"))
    #expect(read[1].problems == ["its quotation marks do not match"])
  }

  @Test func `a table without the column of files says what to write`() {
    #expect(throws: SidecarError.self) { try read("name,exercise\na,b\n", as: "reels.csv") }
  }

  @Test func `cells become the edits that the person would have typed`() {
    let tagger = Tagger.standard
    let row = OwnWords(line: 2, exercise: "clamshells", movement: "internal rotation", side: "L", note: "Anna")
    let read = row.changes(tagger: tagger)
    #expect(read.problems.isEmpty)
    #expect(
      read.changes == [
        .setExercise("clamshell"), .addTag(TagName(facet: .movement, value: "internal-rotation")),
        .addTag(TagName(facet: .side, value: "left")), .note("Anna"),
      ])
    #expect(
      OwnWords(line: 2, side: "rechts").changes(tagger: tagger).changes
        == [.addTag(TagName(facet: .side, value: "right"))])
    let unknown = OwnWords(line: 3, exercise: "flarbling", side: "sideways").changes(tagger: tagger)
    #expect(unknown.changes.isEmpty)
    #expect(unknown.problems == ["exercise \"flarbling\" is not known", "side \"sideways\" is not known"])
    #expect(OwnWords(line: 4, exercise: "none").changes(tagger: tagger).changes == [.setExercise(nil)])
  }
}
