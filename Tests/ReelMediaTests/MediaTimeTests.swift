import CFFmpeg
import Testing

@testable import ReelMedia

@Suite struct MediaTimeTests {
  @Test(
    arguments: [
      (0, 1, 90_000, 0), (90_000, 1, 90_000, 1000), (1001, 1, 30_000, 33), (172_800, 1, 1, 172_800_000),
      (172_801, 1, 1, nil), (-1, 1, 1000, nil), (.max, 1, 1, nil), (.min, 1, 1000, nil), (5, 0, 1000, nil),
      (5, 1, 0, nil), (5, -1, 1000, nil), (.max, .max, 1, nil), (.max, 1, .max, nil),
    ] as [(Int64, Int32, Int32, Int?)])
  func `a span is believed within two days only`(ticks: Int64, numerator: Int32, denominator: Int32, expected: Int?) {
    #expect(MediaTime.milliseconds(ticks, in: AVRational(num: numerator, den: denominator)) == expected)
  }

  @Test func `no span of any time base traps`() {
    let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, 1 << 31, 1 << 62, .max - 1, .max]
    let parts: [Int32] = [.min, -1, 0, 1, 2, 90_000, .max]
    for ticks in numbers {
      for numerator in parts {
        for denominator in parts {
          let base = AVRational(num: numerator, den: denominator)
          if let milliseconds = MediaTime.milliseconds(ticks, in: base) {
            #expect((0...172_800_000).contains(milliseconds))
          }
          _ = MediaTime.ticks(milliseconds: 172_800_000, in: base)
        }
      }
    }
  }
}
