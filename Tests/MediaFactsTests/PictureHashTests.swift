import MediaFacts
import Testing

/// The 64 bits of a picture.
@Suite struct PictureHashTests {
  /// The hash of a grid of brightness, bit by bit as the type says it.
  private func hash(_ grid: [[Int]]) -> PictureHash {
    var bits: UInt64 = 0
    for row in 0..<PictureHash.rowCount {
      for column in 0..<PictureHash.columnCount where grid[row][column] < grid[row][column + 1] {
        bits |= 1 << (8 * row + column)
      }
    }
    return PictureHash(bits: bits)
  }

  @Test(arguments: 1...20)
  func `a mirrored picture has the mirrored hash`(seed: Int) {
    // No two neighbours are alike: 251 is a prime.
    let grid = (0..<8).map { row in
      (0..<9).map { column in (seed + 72 * seed * row * row + 31 * column * column) % 251 }
    }
    #expect(hash(grid).mirrored == hash(grid.map { Array($0.reversed()) }))
    #expect(hash(grid).mirrored.mirrored == hash(grid))
    #expect(hash(grid).mirrored.distance(to: hash(grid)) > 0)
  }

  @Test func `a distance is the number of bits that differ`() {
    let hash = PictureHash(bits: 0xf0)
    #expect(hash.distance(to: hash) == 0)
    #expect(hash.distance(to: PictureHash(bits: 0xf3)) == 2)
    #expect(hash.distance(to: PictureHash(bits: ~0xf0)) == 64)
  }
}
