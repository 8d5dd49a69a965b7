/// The words burned into a film's pictures, line by line, as they were read: nothing is judged yet.
public struct ScreenText: Sendable, Equatable {
  /// The size of the pictures that were read, upright: the long side at most 1280.
  public var pictureSize: PixelSize
  /// In order of their start; lines that start together from the top down.
  public var lines: [ScreenLine]
  /// Whether the film was read to its end.
  public var isWhole: Bool

  /// The longest side of a picture that is read, in pixels.
  public static let longestSide = 1280
  /// How many pictures are looked at for each second of film while the text stays as it is.
  public static let picturesPerSecond = 2
  /// How many are looked at while it changes.
  public static let changingPicturesPerSecond = 3
  /// The moments of a second from which those are chosen: every third, every second.
  public static let momentsPerSecond = 6
  /// The most pictures of one film that are looked at.
  public static let largestPictureCount = 600
  /// The most lines that are kept of one film.
  public static let largestLineCount = 200
  /// The longest line, in bytes of UTF-8.
  public static let lineByteCount = 120
  /// All lines of a film together, in bytes of UTF-8.
  public static let byteCount = 12 * 1024

  public init(pictureSize: PixelSize, lines: [ScreenLine], isWhole: Bool = true) {
    self.pictureSize = pictureSize
    self.lines = lines
    self.isWhole = isWhole
  }
}

/// One line of words that stands in a film for a while, read alike in at least two of its pictures.
public struct ScreenLine: Sendable, Equatable, Hashable {
  /// The words, with single spaces between them.
  public var text: String
  /// When it is first and last seen, from the start of the video stream.
  public var startMilliseconds: Int
  public var endMilliseconds: Int
  /// Where it stands.
  public var box: ScreenBox
  /// How sure its letters are, 0...100: Tesseract's confidence, in the middle over the pictures.
  public var score: Int
  /// What it was read with.
  public var language: TextLanguage

  public init(
    text: String, startMilliseconds: Int, endMilliseconds: Int, box: ScreenBox, score: Int, language: TextLanguage
  ) {
    self.text = text
    self.startMilliseconds = startMilliseconds
    self.endMilliseconds = endMilliseconds
    self.box = box
    self.score = score
    self.language = language
  }
}

/// A place in a picture, in thousandths of its width and height from its upper left corner.
public struct ScreenBox: Sendable, Equatable, Hashable {
  /// 0...1000, `left` less than `right` and `top` less than `bottom`.
  public let left, top, right, bottom: Int

  /// Nil unless it is a place in a picture.
  public init?(left: Int, top: Int, right: Int, bottom: Int) {
    guard 0 <= left, left < right, right <= 1000, 0 <= top, top < bottom, bottom <= 1000 else { return nil }
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  public var width: Int { right - left }
  public var height: Int { bottom - top }
}
