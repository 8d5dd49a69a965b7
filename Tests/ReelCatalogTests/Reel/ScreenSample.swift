import MediaFacts
import ReelCatalog
import Testing

/// Makes the words of small films.
enum ScreenSample {
  /// A line, its place in thousandths, its time in seconds.
  static func line(
    _ text: String, _ times: ClosedRange<Double> = 0...6, top: Int = 100, height: Int = 40, left: Int = 300,
    right: Int = 700, score: Int = 90, isWatermark: Bool = false
  ) throws -> OnScreen.Line {
    let box = try #require(ScreenBox(left: left, top: top, right: right, bottom: top + height))
    return OnScreen.Line(
      ScreenLine(
        text: text, startMilliseconds: Int(times.lowerBound * 1000), endMilliseconds: Int(times.upperBound * 1000),
        box: box, score: score, language: .english), isWatermark: isWatermark)
  }
}
