import Testing

@testable import TextReading

/// Whether the same line stands in two pictures.
@Suite struct LinePrintTests {
  private func print(_ rows: [String], left: Int = 0, top: Int = 0) -> LinePrint {
    let box = PixelBox(left: left, top: top, right: left + rows[0].utf8.count, bottom: top + rows.count)
    return LinePrint(box: box, inks: rows.flatMap { $0.utf8.map { $0 == UInt8(ascii: "#") ? 255 : 0 } })
  }

  private let strokes = (0..<20).map { _ in String(repeating: "###.....", count: 20) }

  @Test func `a line is the same as itself, in its place and in another one`() {
    let line = print(strokes, left: 10, top: 20)
    #expect(line.likeness(to: line) == .same)
    #expect(line.likeness(to: print(strokes, left: 70, top: 90)) == .same)
  }

  @Test func `edges may differ, strokes may not`() {
    let thin = (0..<20).map { _ in String(repeating: "##......", count: 20) }
    #expect(print(strokes).likeness(to: print(thin)) == .same)
    let gap = (0..<20).map { _ in String(repeating: "###.....", count: 16) + String(repeating: ".....###", count: 4) }
    #expect(print(strokes).likeness(to: print(gap)) == .similar)
    let others = (0..<20).map { _ in String(repeating: ".....###", count: 20) }
    #expect(print(strokes).likeness(to: print(others, left: 1)) == .other)
  }
}
