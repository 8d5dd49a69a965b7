import CFFmpeg
import MediaFacts
import Testing

@testable import ReelMedia

/// Which picture is shown at each tenth of a second: as FFmpeg's `fps=10` has it.
@Suite struct PictureMomentsTests {
  /// The moments of each picture.
  private func moments(_ times: [Int64?], lasting duration: Int64? = nil, start: Int64? = nil) -> [Range<Int>] {
    var moments = PictureMoments(
      timeBase: AVRational(num: 1, den: 1000), start: start, frameRate: FrameRate(numerator: 25, denominator: 1),
      perSecond: 10)
    let ranges = times.map { moments.next(at: $0, lasting: duration) } + [moments.last()]
    return Array(ranges.dropFirst())
  }

  @Test(
    arguments: [
      // 30 a second: every third, and none twice.
      ([0, 33, 67, 100, 133, 167, 200], 33, nil, [0..<0, 0..<1, 1..<1, 1..<1, 1..<2, 2..<2, 2..<2]),
      // Four a second: each comes two or three times.
      ([0, 250, 500, 750], 250, nil, [0..<3, 3..<5, 5..<8, 8..<10]),
      // Uneven: a long one, a short one.
      ([0, 1000, 1010, 1500], 500, nil, [0..<10, 10..<10, 10..<15, 15..<20]),
      // A stream that starts late counts from its start.
      ([5000, 5100, 5200], 100, 5000, [0..<1, 1..<2, 2..<3]),
      // The first picture is shown from the start on, though its own time is later.
      ([300, 400], 100, 0, [0..<4, 4..<5]),
      // A clock that runs backwards shows what comes, and none of it twice.
      ([0, 500, 200, 900], 100, nil, [0..<5, 5..<5, 5..<9, 9..<10]),
      // A single picture is seen, however short.
      ([0], 10, nil, [0..<1]),
    ] as [([Int64], Int64, Int64?, [Range<Int>])])
  func `pictures have their moments`(times: [Int64], duration: Int64, start: Int64?, expected: [Range<Int>]) {
    #expect(moments(times, lasting: duration, start: start) == expected)
  }

  @Test func `a picture that the next one replaces before a moment comes is never seen`() {
    let moments = PictureMoments(timeBase: AVRational(num: 1, den: 1000), start: 1000, frameRate: nil, perSecond: 10)
    let times: [Int64] = [1000, 1033, 1067, 1100, 1133, 1167]
    #expect(times.map { moments.isReplaced(at: $0, after: 33) } == [true, false, true, true, false, true])
    #expect(!moments.isReplaced(at: 1000, after: 1000))
    #expect(
      !PictureMoments(timeBase: AVRational(num: 1, den: 1000), start: nil, frameRate: nil, perSecond: 10)
        .isReplaced(at: 0, after: 1))
    // Absurd numbers do not trap.
    _ = moments.isReplaced(at: .max, after: .max)
    _ = moments.isReplaced(at: .min, after: .min)
  }

  @Test func `pictures without a time follow each other at the film's rate`() {
    #expect(moments([nil, nil, nil, nil, nil, nil]).map(\.count).reduce(0, +) == 2)
  }

  @Test func `absurd clocks neither trap nor last for ever`() {
    let longest = 10 * 172_800
    for times: [Int64] in [[0, .max], [.min, .max], [.max, .min], [.min, 0]] {
      let ranges = moments(times, lasting: .max)
      #expect(ranges.allSatisfy { $0.upperBound <= longest })
    }
    var broken = PictureMoments(timeBase: AVRational(num: 0, den: 0), start: nil, frameRate: nil, perSecond: 10)
    let first = broken.next(at: 5, lasting: nil)
    let last = broken.last()
    #expect(first.isEmpty && last == 0..<1)
  }
}
