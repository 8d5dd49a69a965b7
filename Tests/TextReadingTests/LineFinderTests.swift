import MediaFacts
import Testing

@testable import TextReading

/// Lines of letters in masks, found by their shapes.
@Suite struct LineFinderTests {
  private func found(_ picture: UprightPicture) -> [FoundLine] {
    var planes = Planes()
    planes.take(picture)
    var finder = LineFinder()
    return Mask.allCases.flatMap { finder.lines($0, in: planes) }
  }

  /// Whether a line is where words were written with squares of four points.
  private func isLine(_ line: FoundLine, of text: String, _ x: Int, _ y: Int) -> Bool {
    let place = PixelBox(left: x, top: y, right: x + (6 * text.count - 1) * 4, bottom: y + 28)
    return line.box.likeness(to: place) > 0.85
  }

  private static let colors: [(Mask, Canvas.Color, Canvas.Color)] = [
    (.white, Canvas.white, (60, 90, 60)), (.black, Canvas.black, (220, 200, 180)),
    (.bright, Canvas.yellow, (60, 60, 90)),
    (.brighter, (150, 150, 150), (105, 105, 105)), (.darker, (100, 100, 100), (150, 150, 150)),
    (.bright, (150, 255, 160), (20, 70, 30)),
  ]

  @Test(arguments: colors)
  func `words are found in each mask`(mask: Mask, color: Canvas.Color, ground: Canvas.Color) {
    var canvas = Canvas(ground: ground)
    canvas.write("SIDE LUNGES", 60, 100, color)
    #expect(found(canvas.picture).contains { $0.mask == mask && isLine($0, of: "SIDE LUNGES", 60, 100) })
  }

  @Test func `two lines are two, in a box or not`() {
    var canvas = Canvas()
    canvas.fill(40, 80, 400, 120, Canvas.white)
    canvas.write("HIP HINGE", 60, 100, Canvas.black)
    canvas.write("TEN REPS", 60, 150, Canvas.black)
    let lines = found(canvas.picture).filter { $0.mask == .black }
    #expect(lines.count { isLine($0, of: "HIP HINGE", 60, 100) } == 1)
    #expect(lines.count { isLine($0, of: "TEN REPS", 60, 150) } == 1)
  }

  @Test(arguments: [PixelSize(width: 160, height: 90), PixelSize(width: 1280, height: 720)])
  func `the size of letters follows the picture's`(size: PixelSize?) throws {
    let size = try #require(size)
    var canvas = Canvas(size.width, size.height)
    let square = max(1, size.width / 320)
    canvas.write("SIDE LUNGES", size.width / 20, size.height / 4, square: square)
    #expect(found(canvas.picture).contains { $0.mask == .white && $0.box.height == 7 * square })
  }

  @Test func `bars, checks, circles and a single letter are no lines`() {
    var bars = Canvas()
    for bar in 0..<20 { bars.fill(30 * bar, 50, 12, 200, Canvas.white) }
    #expect(found(bars.picture).isEmpty)
    var checks = Canvas()
    for y in 0..<360 {
      for x in 0..<640 where (x + y).isMultiple(of: 2) { checks.set(x, y, Canvas.white) }
    }
    #expect(found(checks.picture).isEmpty)
    // Around a letter it's darker than the mean: in pieces, and no word to any reader.
    #expect(found(Canvas.with("H")).allSatisfy { $0.mask == .darker })
    #expect(found(Canvas().picture).isEmpty)
  }

  @Test func `ten thousand specks are no lines, and thousands of letters at most forty`() {
    var specks = Canvas(1280, 720)
    for y in 0..<100 {
      for x in 0..<100 { specks.fill(12 * x, 7 * y, 5, 4, Canvas.white) }
    }
    #expect(found(specks.picture).isEmpty)
    var page = Canvas(1280, 720)
    for y in 0..<40 { page.write(String(repeating: "HOUSES ", count: 12), 10, 10 + 17 * y, square: 2) }
    for mask in Mask.allCases { #expect(found(page.picture).count { $0.mask == mask } <= 40) }
    #expect(!found(page.picture).isEmpty)
  }

  @Test func `pictures of any size are looked at`() {
    for (width, height) in [(1, 1), (2, 1), (1, 1280), (1280, 1), (17, 33), (33, 17), (721, 3)] {
      #expect(found(Canvas(width, height).picture).isEmpty)
    }
  }
}

extension PixelBox {
  /// The share that is in both of what is in one of them, 0...1.
  fileprivate func likeness(to other: PixelBox) -> Double {
    let common = commonArea(with: other)
    return Double(common) / Double(max(1, area + other.area - common))
  }
}
