import Testing

@testable import ReelMedia

@Suite struct LumaGridTests {
  private static let blank: [(String, @Sendable (Int) -> UInt8)] = [
    ("black", { _ in 16 }), ("white", { _ in 235 }), ("grey", { _ in 128 }),
    ("black with noise", { UInt8(16 + $0 % 4) }),
  ]

  @Test func `a picture with nothing to see is blank`() {
    for (name, pixel) in Self.blank {
      #expect(LumaGrid(cells: (0..<1024).map(pixel)).isBlank, "\(name)")
    }
  }

  @Test func `an ordinary picture is not blank`() {
    #expect(!LumaGrid(cells: (0..<1024).map { UInt8(60 + $0 % 128) }).isBlank)
    #expect(!LumaGrid(cells: (0..<1024).map { $0 % 32 < 8 ? 70 : 16 }).isBlank, "a dark studio")
  }
}
