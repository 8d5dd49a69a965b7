import Testing

@testable import ReelMedia

@Suite struct DisplayMatrixTests {
  private static let one: Int32 = 1 << 16

  /// The four numbers a, b, c, d of a matrix, and what they mean.
  private static let turns: [((Int32, Int32, Int32, Int32), rotation: Int, isMirrored: Bool)] = [
    ((one, 0, 0, one), 0, false), ((0, one, -one, 0), 90, false), ((-one, 0, 0, -one), 180, false),
    ((0, -one, one, 0), 270, false), ((-one, 0, 0, one), 0, true), ((0, -one, -one, 0), 90, true),
    ((one, 0, 0, -one), 180, true), ((0, one, one, 0), 270, true),
    // Scaled, and with an encoder's rounding.
    ((2 * one, 0, 0, 100), 0, false), ((300, one, -one, -300), 90, false),
  ]

  private static func matrix(_ turn: (Int32, Int32, Int32, Int32)) -> [Int32] {
    [turn.0, turn.1, 0, turn.2, turn.3, 0, 1080 * one, 0, 1 << 30]
  }

  @Test func `a quarter turn is read with its mirroring`() {
    for turn in Self.turns {
      #expect(
        DisplayMatrix(Self.matrix(turn.0)) == DisplayMatrix(rotation: turn.rotation, isMirrored: turn.isMirrored))
    }
  }

  @Test(
    arguments: [
      (0, 0, 0, 0), (one, 0, 0, 0), (one, one, one, one), (46_341, 46_341, -46_341, 46_341),
      (.min, .min, .min, .min),
    ] as [(Int32, Int32, Int32, Int32)])
  func `a matrix that is no quarter turn is broken`(a: Int32, b: Int32, c: Int32, d: Int32) {
    #expect(DisplayMatrix(Self.matrix((a, b, c, d))) == nil)
  }

  @Test func `a matrix of the wrong length is broken`() {
    #expect(DisplayMatrix([]) == nil)
    #expect(DisplayMatrix([Self.one, 0, 0, 0, Self.one]) == nil)
  }
}
