import Testing

@testable import ReelMedia

@Suite struct LumaGridTests {
  private static let blank: [(String, @Sendable (Int) -> UInt8)] = [
    ("black", { _ in 16 }), ("white", { _ in 235 }), ("grey", { _ in 128 }),
    ("black with noise", { UInt8(16 + $0 % 4) }), ("a logo on black", { $0 < 20 ? 200 : 16 }),
  ]

  @Test func `a picture with nothing to see scores as blank`() {
    for (name, pixel) in Self.blank.dropLast() {
      #expect(LumaGrid(cells: (0..<1024).map(pixel)).score < LumaGrid.blankScore, "\(name)")
    }
    let logo = LumaGrid(cells: (0..<1024).map(Self.blank[4].1)).score
    #expect(logo < LumaGrid.clearlyGoodScore)
  }

  @Test func `an ordinary picture scores as clearly good`() {
    #expect(LumaGrid(cells: (0..<1024).map { UInt8(60 + $0 % 128) }).score >= LumaGrid.clearlyGoodScore)
  }
}
