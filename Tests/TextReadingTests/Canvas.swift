import MediaFacts

@testable import TextReading

/// A picture that a test draws, with letters of its own.
struct Canvas {
  typealias Color = (red: UInt8, green: UInt8, blue: UInt8)

  static let white: Color = (250, 250, 250)
  static let black: Color = (12, 12, 12)
  static let yellow: Color = (255, 215, 0)

  let width: Int
  let height: Int
  private var bytes: [UInt8]

  init(_ width: Int = 640, _ height: Int = 360, ground: Color = (60, 90, 60)) {
    (self.width, self.height) = (width, height)
    let row = (0..<width).flatMap { _ in [ground.red, ground.green, ground.blue] }
    bytes = []
    for _ in 0..<height { bytes += row }
  }

  var picture: UprightPicture {
    guard let size = PixelSize(width: width, height: height) else { preconditionFailure("a test's own size") }
    return UprightPicture(size: size, bytes: bytes)
  }

  mutating func set(_ x: Int, _ y: Int, _ color: Color) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let first = 3 * (y * width + x)
    (bytes[first], bytes[first + 1], bytes[first + 2]) = (color.red, color.green, color.blue)
  }

  mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ color: Color) {
    for row in y..<y + height {
      for column in x..<x + width { set(column, row, color) }
    }
  }

  /// Words of capitals, each letter five by seven squares.
  mutating func write(_ text: String, _ x: Int, _ y: Int, square: Int = 4, _ color: Color = Canvas.white) {
    for (place, letter) in text.enumerated() {
      for (row, squares) in (Self.letters[letter] ?? []).enumerated() {
        for (column, mark) in squares.utf8.enumerated() where mark == UInt8(ascii: "#") {
          fill(x + (6 * place + column) * square, y + row * square, square, square, color)
        }
      }
    }
  }

  static func with(_ text: String, _ x: Int = 60, _ y: Int = 100, _ color: Color = Canvas.white) -> UprightPicture {
    var canvas = Canvas()
    canvas.write(text, x, y, color)
    return canvas.picture
  }

  private static let letters: [Character: [String]] = [
    "A": [".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"],
    "B": ["####.", "#...#", "#...#", "####.", "#...#", "#...#", "####."],
    "D": ["####.", "#...#", "#...#", "#...#", "#...#", "#...#", "####."],
    "E": ["#####", "#....", "#....", "####.", "#....", "#....", "#####"],
    "G": [".###.", "#...#", "#....", "#.###", "#...#", "#...#", ".###."],
    "H": ["#...#", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"],
    "I": ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "#####"],
    "L": ["#....", "#....", "#....", "#....", "#....", "#....", "#####"],
    "N": ["#...#", "##..#", "#.#.#", "#..##", "#...#", "#...#", "#...#"],
    "O": [".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."],
    "P": ["####.", "#...#", "#...#", "####.", "#....", "#....", "#...."],
    "R": ["####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"],
    "S": [".####", "#....", "#....", ".###.", "....#", "....#", "####."],
    "T": ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."],
    "U": ["#...#", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."],
  ]
}

/// A reader that says how often it was asked; not for threads.
final class CountingReader {
  private(set) var count = 0
  private(set) var crops: [LineCrop] = []
  private let words: (LineCrop) -> [ReadWord]

  init(_ words: @escaping (LineCrop) -> [ReadWord]) { self.words = words }

  /// Reads the same words in every line.
  convenience init(_ text: String, _ confidence: Float = 96) {
    self.init { _ in text.split(separator: " ").map { ReadWord(text: String($0), confidence: confidence) } }
  }

  func reader(_ language: TextLanguage = .english) -> LineReader {
    LineReader(language) { crop in
      self.count += 1
      self.crops.append(crop)
      return self.words(crop)
    }
  }

  /// Reads lines of one size alike and others differently, as if the width were the words.
  static func ofWidths() -> CountingReader {
    CountingReader { [ReadWord(text: "words\(String(repeating: "o", count: $0.width / 40))", confidence: 96)] }
  }
}

extension TextRecorder {
  /// Takes pictures half a second apart, from a moment on.
  mutating func take(_ pictures: [UprightPicture], from start: Int = 0) {
    for (index, picture) in pictures.enumerated() { take(picture, at: start + 500 * index) }
  }

  var lines: [ScreenLine] { text(isWhole: true)?.lines ?? [] }
}
