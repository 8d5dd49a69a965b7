@testable import ReelSidecars
import Testing

@Suite struct SeparatedValuesTests {
  @Test(arguments: [
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a;b,c,d\ne;f", [["a;b", "c", "d"], ["e;f"]]),
    ("a;b;c\n1,5;2;3", [["a", "b", "c"], ["1,5", "2", "3"]]), ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\n\"x,\"\"y\"\"\nz\",2", [["a", "b"], ["x,\"y\"\nz", "2"]]), ("a,b\n\n,\n1,", [["a", "b"], ["1", ""]]),
    ("sep=;\na;b,b,b", [["a", "b,b,b"]]), ("\"sep=;\"\na;b,b", [["a", "b,b"]]),
    ("\u{FEFF}\"sep=;\"\r\na;b,b", [["a", "b,b"]]), ("\"sep=;\";;;\na;b,b", [["a", "b,b"]]),
    ("sep=;;;\na;b,b", [["a", "b,b"]]), ("sep=;x\na", [["sep=", "x"], ["a"]]), ("\"sep=\"\na", [["sep="], ["a"]]),
    ("SEP=,\r\na;b", [["a;b"]]), ("", []), ("\n\n", []), ("a", [["a"]]),
    ("a,b\n x \"q\" ,2", [["a", "b"], [" x \"q\" ", "2"]]),
  ])
  func `a table is cut at the separator that its first line names or uses most`(text: String, cells: [[String]]) {
    #expect(SeparatedValues.rows(of: text).map(\.cells) == cells)
  }

  @Test func `a row knows its line, whatever cells and empty lines are before it`() {
    let rows = SeparatedValues.rows(of: "a,b\n\"1\n2\",3\n\n4,5\n")
    #expect(rows.map(\.line) == [1, 2, 5])
    #expect(SeparatedValues.rows(of: "sep=;\na;b\n1;2").map(\.line) == [2, 3])
  }

  @Test(arguments: [("a,b\n\"x,2", true), ("a,b\n\"x\"y,2", true), ("a,b\n\"x\",2", false), ("a,b\nx\"y,2", false)])
  func `a row whose quotation marks do not match says so`(text: String, isMisquoted: Bool) throws {
    let row = try #require(SeparatedValues.rows(of: text).last)
    #expect(row.isMisquoted == isMisquoted && (row.problem(columnCount: 2) != nil) == isMisquoted)
  }

  @Test func `more cells than columns are a problem unless they are empty`() throws {
    let rows = SeparatedValues.rows(of: "a,b\n1,2,\n1,2,3")
    #expect(rows[1].problem(columnCount: 2) == nil && rows[2].problem(columnCount: 2) != nil)
  }

  @Test func `one row beyond the limit is read, and no more`() {
    let text = String(repeating: "a,b\n", count: 1000)
    #expect(SeparatedValues.rows(of: text, most: 10).count == 11)
    #expect(SeparatedValues.rows(of: text, most: 1000).count == 1000)
  }
}

@Suite struct SidecarDateTests {
  @Test(
    arguments: [
      ("2022-02-30", nil), ("2023-02-29T10:00:00Z", nil), ("20220826", 1_661_472_000), ("2022-08-26", 1_661_472_000),
      ("2022-08-26 15:53:51", 1_661_529_231),
      ("2022-08-26T15:53:51+02:00", 1_661_522_031), ("2022-08-26T15:53:51.123Z", 1_661_529_231),
      (" 2022-08-26T15:53 ", 1_661_529_180), ("2022-08-26T15:53:51-0500", 1_661_547_231),
      ("1899-01-01", nil), ("2150-01-01", nil), ("yesterday", nil), ("", nil), ("2022", nil),
      ("2022-13-01", nil), ("20221301", nil), (String(repeating: "2", count: 100), nil),
    ] as [(String, Int?)])
  func `a date is read in the forms that programs write`(text: String, seconds: Int?) {
    #expect(SidecarDate.seconds(text) == seconds)
  }

  @Test(
    arguments: [
      (1_661_529_231.9, 1_661_529_231), (631_152_000, 631_152_000), (631_151_999, nil), (4_102_444_800, nil), (0, nil),
      (.infinity, nil), (.nan, nil), (-1, nil), (1_661_529_231_000, nil),
    ] as [(Double, Int?)])
  func `a number is a date if a reel can be from it`(number: Double, seconds: Int?) {
    #expect(SidecarDate.seconds(number) == seconds)
  }
}
