/// A mistake in a query: where it is, what is wrong, and what would be right.
public struct QueryError: Error, Sendable, Hashable {
  /// The whole query.
  public let text: String
  /// The UTF-8 bytes of `text` that are wrong; empty at the end when something is missing there.
  public let place: Range<Int>
  /// What is wrong, in lower case and without a full stop.
  public let problem: String
  /// What could stand there.
  public let expected: String?
  /// The field or the value that was probably meant.
  public let nearest: String?

  public init(text: String, place: Range<Int>, problem: String, expected: String? = nil, nearest: String? = nil) {
    self.text = text
    self.place = place
    self.problem = problem
    self.expected = expected
    self.nearest = nearest
  }

  /// The message in lines: the problem, the query, carets under the place, and a hint when there is one.
  ///
  /// ```text
  /// no field is called "movment"
  ///   movment:extension
  ///   ^^^^^^^
  ///   did you mean "movement"?
  /// ```
  public var lines: [String] {
    let (shown, indent, width) = picture
    let carets = String(repeating: " ", count: indent) + String(repeating: "^", count: max(width, 1))
    return [problem, "  " + shown, "  " + carets] + (hint.map { ["  " + $0] } ?? [])
  }

  private var hint: String? {
    if let nearest { return "did you mean \"\(nearest)\"?" }
    return expected.map { "expected \($0)" }
  }

  /// The query on one line, and where the carets go, in columns of a terminal.
  private var picture: (shown: String, indent: Int, width: Int) {
    var shown = ""
    var (indent, width, offset) = (0, 0, 0)
    for character in text {
      let columns = Self.columns(of: character)
      if offset < place.lowerBound {
        indent += columns
      } else if offset < place.upperBound {
        width += columns
      }
      offset += character.utf8.count
      shown.append(Self.isShown(character) ? character : " ")
    }
    return (shown, indent, width)
  }

  /// Controls and marks that turn the direction of writing would move the carets.
  private static func isShown(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\u{200D}"
      default: true
      }
    }
  }

  /// Two for the blocks that Unicode's East Asian Width calls wide and for emoji, one for all others.
  private static func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
