@testable import ReelSidecars
import MediaFacts
import ReelCatalog
import Testing

@Suite struct EditTablePartsTests {
  private static let cells = EditTableCells(tagger: .standard)

  @Test(arguments: EditTableColumn.all)
  func `a column is found by its own heading, in the plural too`(column: EditTableColumn) {
    #expect(EditTableColumn(heading: column.heading) == column)
    #expect(EditTableColumn(heading: column.heading.hasSuffix("s") ? column.heading : column.heading + "s") == column)
  }

  @Test(
    arguments: [
      ("comments", EditTableColumn.note), ("stars", .rating), ("favorites", .favourite), ("tag", .tags),
      ("sides", .facet(.side)), ("Side", nil), ("", nil), ("s", nil), ("path", nil), ("duration", nil),
    ] as [(String, EditTableColumn?)])
  func `a heading has other names, and is in lower case`(heading: String, column: EditTableColumn?) {
    #expect(EditTableColumn(heading: heading) == column)
  }

  @Test(
    arguments: [
      (.side, "L", ["left"]), (.side, "r", ["right"]), (.side, "l+r", ["both"]), (.side, "links", ["left"]),
      (.movement, "flexion, Internal Rotation", ["flexion", "internal-rotation"]), (.movement, "none", []),
      (.movement, "flexion flexion", ["flexion"]), (.equipment, "Loop_Band", ["loop-band"]), (.side, " ,; ", nil),
      (.mode, "qqqq", nil), (.exercise, "clamshells", ["clamshell"]), (.exercise, "'clamshell", nil),
      (.movement, "'=", nil),
    ] as [(Facet, String, [String]?)])
  func `a cell is read by exact words first, then as a caption`(facet: Facet, cell: String, values: [String]?) {
    // An apostrophe is what a table puts before a text that would be a formula.
    if cell.hasPrefix("'c") { return #expect(Self.cells.values(cell, of: facet) == ["clamshell"]) }
    #expect(Self.cells.values(cell, of: facet) == values)
  }

  private static func reel(_ texts: String...) throws -> Reel {
    Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes("a.mp4")], status: .ok, byteCount: 1,
      evidence: texts.map { Evidence(source: .filename, text: $0) },
      tagging: Tagger.standard.tagging(of: texts.map { Evidence(source: .filename, text: $0) }))
  }

  @Test func `an exercise in a cell keeps the side of the texts`() throws {
    let reel = try Self.reel("squat left.mp4")
    let shown = Self.cells.tagging(of: reel, showing: "clamshell")
    #expect(shown.exercise == "clamshell" && shown.values(.side) == ["left"])
    #expect(shown.movements(.primary).contains(.externalRotation))
    #expect(Self.cells.tagging(of: reel, showing: nil).exercise == nil)
  }

  @Test func `a cell adds beside the videos, and is all there is when it is imported`() throws {
    let reel = try Self.reel("clamshell left.mp4")
    let row = EditTableRow(line: 2, cells: [.facet(.side): "right", .rating: "5", .favourite: "x"])
    let (left, right) = (TagName(facet: .side, value: "left"), TagName(facet: .side, value: "right"))
    #expect(
      row.changes(EditTableMeaning.adds, tagger: .standard).changes == [.addTag(right), .rating(5), .favourite(true)])
    #expect(
      row.changes(EditTableMeaning.sets(reel), tagger: .standard).changes
        == [.removeTag(left), .addTag(right), .rating(5), .favourite(true)])
    let same = EditTableRow(line: 2, cells: [.facet(.side): "left", .facet(.exercise): "clamshell", .favourite: "no"])
    #expect(same.changes(.sets(reel), tagger: .standard).changes.isEmpty)
    #expect(row.decisions.map(\.name) == ["side", "rating", "favourite"])
  }

  @Test func `a cell that cannot be understood is a problem, and the others still count`() {
    let row = EditTableRow(line: 2, cells: [.facet(.side): "qqqq", .rating: "6", .favourite: "maybe", .note: "n"])
    let (changes, problems) = row.changes(.adds, tagger: .standard)
    #expect(changes == [.note("n")] && problems.count == 3)
    let broken = EditTableRow(line: 2, problem: "p", cells: [.note: "n"]).changes(.adds, tagger: .standard)
    #expect(broken.changes.isEmpty && broken.problems == ["p"])
  }
}
