import Testing

@testable import hipreel

@Suite struct HumanTextTests {
  @Test(
    arguments: [
      (nil, "–"), (0, "0.0 s"), (8450, "8.4 s"), (59_999, "59.9 s"), (60_000, "1:00"), (65_900, "1:05"),
      (3_723_000, "1:02:03"),
    ] as [(Int?, String)])
  func `a duration reads as people say it`(milliseconds: Int?, text: String) {
    #expect(HumanText.duration(milliseconds: milliseconds) == text)
  }

  @Test(arguments: [(0, "0 B"), (999, "999 B"), (83_412, "83 kB"), (1_250_000, "1.2 MB"), (2_000_000_000, "2.0 GB")])
  func `a size is in decimal units`(bytes: Int, text: String) {
    #expect(HumanText.byteCount(bytes) == text)
  }

  @Test func `a table lines its columns up and cuts the one that fills`() {
    var table = TextTable([.left, .right, .fill], header: ["id", "length", "path"])
    table.add(["ab", "8.4 s", "clients/anna/long name of a drill.mp4"])
    #expect(
      table.lines(width: 30) == [
        "id  length  path",
        "ab   8.4 s  clients/anna/long…",
      ])
    #expect(table.lines(width: nil)[1].hasSuffix("drill.mp4"))
  }
}
