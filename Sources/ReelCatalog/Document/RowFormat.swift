/// A line of text with places for what a reel has in a field, such as `{duration} {path}`.
///
/// `{{` and `}}` stand for the braces themselves, `\t`, `\n` and `\\` for a tab, a new line and a backslash. An unknown
/// value leaves its place empty.
public struct RowFormat: Sendable, Hashable {
  private enum Piece: Hashable {
    case text(String)
    case field(QueryField)
  }

  private let pieces: [Piece]

  /// - Throws: `FieldNameError` for an unknown field or a brace without its other half.
  public init(_ text: String) throws(FieldNameError) {
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\\", let meant = rest.first.flatMap({ Self.escapes[$0] }) {
        plain.append(meant)
        rest.removeFirst()
        continue
      }
      guard character == "{" || character == "}" else {
        plain.append(character)
        continue
      }
      if rest.first == character {
        plain.append(character)
        rest.removeFirst()
        continue
      }
      guard character == "{", let end = rest.firstIndex(of: "}") else {
        throw FieldNameError("a \"\(character)\" has no match", hint: "for the character itself, write it twice")
      }
      pieces.append(.text(plain))
      plain = ""
      pieces.append(.field(try FieldList.field(String(rest[..<end]))))
      rest = rest[rest.index(after: end)...]
    }
    self.pieces = pieces + [.text(plain)]
  }

  private static let escapes: [Character: Character] = ["t": "\t", "n": "\n", "\\": "\\"]

  /// The line for one reel, without a line's end.
  ///
  /// - Parameter shown: Makes a value safe for where it is shown.
  public func line(for reel: Reel, shown: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .field(let field): reel.value(field).map { shown($0.text) } ?? ""
      }
    }.joined()
  }
}
