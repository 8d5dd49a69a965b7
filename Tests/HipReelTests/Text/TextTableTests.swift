import Testing

@testable import hipreel

@Suite struct TextTableTests {
  private static let rows = [
    [
      "e5ba236c", "20.3 s", "internal-rotation external-rotation", "mobility",
      "Biatris-003/90 90 switch, both sides.mp4",
    ],
    ["464916c3", "1:02:03", "extension", "activation", "ヒップ開脚ストレッチ 左.mp4"],
    ["8d9f4297", "1.0 s", "–", "–", "👨‍👩‍👧‍👦🦵🏽 תרגיל ירך.mp4"],
  ]

  private static func table(_ rows: ArraySlice<[String]>) -> TextTable {
    var table = TextTable([.left, .right, .left, .left, .fill], header: ["id", "length", "movements", "mode", "path"])
    for row in rows { table.add(row) }
    return table
  }

  @Test(arguments: [40, 60, 80, 100, 200])
  func `no line is longer than the terminal is wide, and ids are whole`(width: Int) {
    var table = Self.table(Self.rows[..<2])
    // The third row comes when the columns are laid out already.
    var lines = table.takeLines(width: width)
    table.add(Self.rows[2])
    lines += table.takeLines(width: width)
    #expect(lines.allSatisfy { TerminalText.width($0) <= width }, "\(lines.joined(separator: "\n"))")
    #expect(lines.dropFirst().map { String($0.prefix(8)) } == Self.rows.map { $0[0] })
    #expect(lines.allSatisfy { TerminalText.width($0) > 32 || width > 40 })
  }

  @Test func `the widest column gives way first, and nothing where there is room`() {
    let narrow = Self.table(Self.rows[..<1]).lines(width: 60)[1]
    #expect(narrow.contains("internal-r") && narrow.contains("…") && narrow.contains("mobility  Biatris"), "\(narrow)")
    #expect(!Self.table(Self.rows[...]).lines(width: 200).contains { $0.contains("…") })
    #expect(!Self.table(Self.rows[...]).lines(width: nil).contains { $0.contains("…") })
  }
}
