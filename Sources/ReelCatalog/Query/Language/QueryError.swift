/// A mistake in a query: where it is, what is wrong, and what would be right.
public struct QueryError: Error, Sendable, Hashable {
  /// The whole query.
  public let text: String
  /// The UTF-8 bytes of `text` that are wrong; empty at the end when something is missing there.
  public let place: Range<Int>
  /// What is wrong, in lower case and without a full stop.
  public let problem: String
  /// What could be there instead.
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
      let shownCharacter: Character = Self.isShown(character) ? character : " "
      let columns = shownCharacter.columnCount
      if offset < place.lowerBound {
        indent += columns
      } else if offset < place.upperBound {
        width += columns
      }
      offset += character.utf8.count
      shown.append(shownCharacter)
    }
    return (shown, indent, width)
  }

  /// Control characters and marks that change the writing direction would move the carets.
  private static func isShown(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\u{200D}"
      default: true
      }
    }
  }
}
