import Testing

@testable import ReelMedia

@Suite struct PlaneTurnTests {
  /// A plane of two columns and three rows: ab / cd / ef.
  private static let turns: [(rotation: Int, isMirrored: Bool, shown: String)] = [
    (0, false, "abcdef"), (90, false, "ecafdb"), (180, false, "fedcba"), (270, false, "bdface"),
    (0, true, "badcfe"), (90, true, "fdbeca"), (180, true, "efcdab"), (270, true, "acebdf"),
  ]

  @Test(arguments: [2, 5])
  func `a plane is turned and mirrored, whatever pads its rows`(rowByteCount: Int) {
    for turn in Self.turns {
      var source = [UInt8](repeating: 0, count: 3 * rowByteCount)
      for (index, byte) in "abcdef".utf8.enumerated() { source[index / 2 * rowByteCount + index % 2] = byte }
      var target = [UInt8](repeating: 0, count: 6)
      let plane = PlaneTurn(
        width: 2, height: 3, rowByteCount: rowByteCount,
        matrix: DisplayMatrix(rotation: turn.rotation, isMirrored: turn.isMirrored))
      target.withUnsafeMutableBytes { plane.copy(source, to: $0.baseAddress) }
      #expect(String(decoding: target, as: UTF8.self) == turn.shown, "\(turn.rotation) \(turn.isMirrored)")
    }
  }
}
