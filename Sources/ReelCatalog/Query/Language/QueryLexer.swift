/// One character of a query with its place.
struct QueryCharacter: Equatable {
  let scalar: Unicode.Scalar
  /// Where it begins in the query, in UTF-8 bytes.
  let offset: Int
  /// Whether quotes or a backslash make it literal.
  let isLiteral: Bool

  /// Whether it is this sign, with its special meaning.
  func isSign(_ sign: Unicode.Scalar) -> Bool { scalar == sign && !isLiteral }
}

/// A query cut into words and brackets.
struct QueryLexeme: Equatable {
  enum Kind: Equatable {
    case open, close
    /// A `-` or `^` before a term.
    case minus
    case word([QueryCharacter])
  }

  let kind: Kind
  /// In UTF-8 bytes of the query.
  let place: Range<Int>
}

/// Cuts a query into lexemes.
///
/// Spaces separate words. `"…"` and `\` make characters literal. `(` opens a group only where a word could start, so
/// `name:squat(1)` is one word.
struct QueryLexer {
  private let text: String
  private let scalars: [(scalar: Unicode.Scalar, offset: Int)]
  private var index = 0
  private var lexemes: [QueryLexeme] = []

  private init(_ text: String) {
    self.text = text
    var offset = 0
    scalars = text.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return (scalar, offset)
    }
  }

  static func lexemes(of text: String) throws(QueryError) -> [QueryLexeme] {
    var lexer = QueryLexer(text)
    while let next = lexer.current {
      switch next {
      case "(": lexer.take(.open)
      case ")": lexer.take(.close)
      case "-" where lexer.beginsTerm, "^" where lexer.beginsTerm: lexer.take(.minus)
      case let space where space.properties.isWhitespace: lexer.index += 1
      default: try lexer.takeWord()
      }
    }
    return lexer.lexemes
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index].scalar : nil }

  private var offset: Int { index < scalars.count ? scalars[index].offset : text.utf8.count }

  /// Whether something follows the sign immediately.
  private var beginsTerm: Bool {
    guard index + 1 < scalars.count else { return false }
    let next = scalars[index + 1].scalar
    return !next.properties.isWhitespace && next != ")"
  }

  private mutating func take(_ kind: QueryLexeme.Kind) {
    let start = offset
    index += 1
    lexemes.append(QueryLexeme(kind: kind, place: start..<offset))
  }

  private mutating func takeWord() throws(QueryError) {
    let start = offset
    var characters: [QueryCharacter] = []
    var quote: Int?
    var depth = 0
    while let scalar = current {
      if quote == nil, scalar.properties.isWhitespace { break }
      if quote == nil, scalar == ")", depth == 0 { break }
      let place = offset
      index += 1
      if scalar == "\"" {
        quote = quote == nil ? place : nil
      } else if scalar == "\\", let escaped = current {
        index += 1
        characters.append(QueryCharacter(scalar: escaped, offset: place, isLiteral: true))
      } else {
        if quote == nil { depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0 }
        characters.append(QueryCharacter(scalar: scalar, offset: place, isLiteral: quote != nil))
      }
    }
    if let quote {
      throw QueryError(
        text: text, place: quote..<text.utf8.count, problem: "this quotation mark isn't closed", expected: "another \"")
    }
    lexemes.append(QueryLexeme(kind: .word(characters), place: start..<offset))
  }
}
