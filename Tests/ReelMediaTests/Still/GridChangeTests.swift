import Foundation
import Testing

@testable import ReelMedia

@Suite struct GridChangeTests {
  private let wall = (0..<1024).map { 60 + $0 % 32 * 4 }

  private func grid(_ cell: (Int) -> Int) -> LumaGrid { LumaGrid(cells: (0..<1024).map { UInt8(clamping: cell($0)) }) }

  @Test func `what exposure does to the whole picture is no movement`() {
    let rest = grid { wall[$0] }
    for (gain, offset) in [(1.0, 0.0), (0.9, 0), (1.1, -10), (1, 25)] {
      let change = GridChange(from: rest, to: grid { Int((Double(wall[$0]) * gain + offset).rounded()) })
      #expect(change.distance <= 512, "\(gain) \(offset)")
      #expect(change.changedCellCount == 0 && change.isWithinShot && !change.isFade)
    }
  }

  @Test func `a fade is told from a movement`() {
    let rest = grid { wall[$0] }
    #expect(GridChange(from: rest, to: grid { 16 + (wall[$0] - 16) / 2 }).isFade)
    let moved = GridChange(from: rest, to: grid { (200..<400).contains($0) ? 20 : wall[$0] })
    #expect(!moved.isFade && moved.isWithinShot)
    #expect(moved.distance > 10 * 1024)
  }

  @Test func `another scene is another shot`() {
    #expect(!GridChange(from: grid { wall[$0] }, to: grid { 255 - wall[$0] }).isWithinShot)
  }

  @Test func `powers are those of the C library, to twelve digits`() {
    for base in [1e-6, 0.01, 0.5, 0.999, 1, 1.7, 203, 10_000] {
      for exponent in [1 / 2.2, 0.159, 1 / 78.84, 1.2, 6.277] {
        let expected = pow(base, exponent)
        #expect(abs(ExactPower.of(base, exponent) - expected) <= 1e-12 * expected, "\(base) \(exponent)")
      }
    }
    #expect(ExactPower.of(0, 2) == 0)
  }
}
