/// Cuts a text into folded words.
///
/// Words end at anything but a letter or digit, at a change from letters to digits, and where a capital follows a
/// lower-case letter (`hipCARs`). Web addresses and `@names` are left out.
struct Tokenizer {
  private let bytes: [UInt8]
  private let kind: TextKind
  /// Where reading stops.
  private let end: Int
  private var tokens: [Token] = []
  private var word: [UInt8] = []
  private var wordStart = 0
  private var wordEnd = 0
  private var isPlain = true
  private var gap = Token.Gap.sentence
  private var isHashtag = false
  /// What the last character of `word` was; nil between words.
  private var last: Shape?

  /// What French leaves of short words before a vowel.
  private static let elisions: Set<[UInt8]> = Set(
    ["l", "d", "j", "n", "m", "t", "s", "c", "qu"].map { Array($0.utf8) })

  private enum Shape { case lower, upper, digit }

  static func tokens(in text: String, kind: TextKind) -> [Token] {
    var tokenizer = Tokenizer(text, kind: kind)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ text: String, kind: TextKind) {
    bytes = Array(text.utf8)
    self.kind = kind
    end = kind == .filename ? MediaEnding.start(in: bytes) : bytes.count
    tokens.reserveCapacity(bytes.count / 5)
  }

  private mutating func run() {
    var place = 0
    while place < end {
      if last == nil, let next = endOfAddress(at: place) {
        close(with: .comma)
        place = next
        continue
      }
      let (scalar, length) = scalar(at: place)
      read(scalar, from: place, to: place + length)
      place += length
    }
    finishWord()
  }

  private mutating func read(_ scalar: Unicode.Scalar, from place: Int, to next: Int) {
    switch LatinFold.fold(scalar) {
    case .letters(let first, let second, let isUpper):
      if last == .digit || (isUpper && (last == .lower || (last == .upper && startsWord(after: next)))) { finishWord() }
      append(first, second, as: isUpper ? .upper : .lower, from: place, to: next)
    case .digit(let digit):
      if last != .digit { finishWord() }
      append(digit, nil, as: .digit, from: place, to: next)
    case .foreign:
      append(0, nil, as: .lower, from: place, to: next)
    case .ignored:
      guard last != nil else { return }
      wordEnd = next
      isPlain = false
    case .separator:
      separate(scalar, next: next)
    }
  }

  private mutating func append(_ first: UInt8, _ second: UInt8?, as shape: Shape, from place: Int, to next: Int) {
    if last == nil {
      wordStart = place
      isPlain = true
    }
    isPlain = isPlain && next - place == 1
    word.append(first)
    if let second { word.append(second) }
    wordEnd = next
    last = shape
  }

  /// Whether the capital just read begins a new word inside a run of capitals: `IRRotation` but not `RDLs`.
  private func startsWord(after next: Int) -> Bool {
    func isLower(_ place: Int) -> Bool {
      place < end && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place])
    }
    return isLower(next) && (isLower(next + 1) || bytes[next] != UInt8(ascii: "s"))
  }

  private mutating func separate(_ written: Unicode.Scalar, next: Int) {
    let scalar = written.value < 0x80 ? written : Lookalike.plain(written) ?? written
    switch scalar {
    case "'", "’", "‘", "´", "`":
      // `world's` is one word; the French `l'aine` is two, and the first says nothing.
      if Self.elisions.contains(word) {
        word.removeAll(keepingCapacity: true)
        last = nil
      } else if word.count <= 2 {
        close(with: .space)
      }
    case "-", "–":
      close(with: last == nil && isBlank(at: next) ? .comma : .space)
    case "_":
      close(with: .space)
    // Systems that don't allow a slash in a name show a colon; "90:90" is one thing anywhere.
    case ":" where kind == .filename ? !isBlank(at: next) : last == .digit && isDigit(at: next):
      close(with: .space)
    case "\n" where kind == .subtitles && !isLineEnd(at: next):
      close(with: gap >= .comma && last == nil ? .sentence : .line)
    case ".":
      close(with: kind != .filename && isBlank(at: next) ? .sentence : .space)
      isHashtag = false
    case "!", "?", ";", "|", "¡", "¿", "\n", "\r", "\u{2028}", "…", "•", "—":
      close(with: .sentence)
      isHashtag = false
    // A file named only in hashtags is named by them; in captions they are mentions.
    case "#" where kind == .filename:
      close(with: .comma)
    case "#":
      close(with: .sentence)
      isHashtag = true
    // Text in brackets is part of the name: "Leg swings (side to side)".
    case " ", "/", "\\", "*", "\"", "°", "%", "~", "(", ")", "[", "]":
      close(with: .space)
      isHashtag = false
    default:
      close(with: scalar.properties.isWhitespace ? .space : .comma)
      isHashtag = false
    }
  }

  private func isBlank(at place: Int) -> Bool {
    place >= end || bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: "_")
  }

  private func isDigit(at place: Int) -> Bool {
    place < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
  }

  private func isLineEnd(at place: Int) -> Bool { place < end && bytes[place] == UInt8(ascii: "\n") }

  private mutating func close(with separator: Token.Gap) {
    finishWord()
    // A dash after a line's end is another speaker's.
    gap = gap == .line && separator == .comma ? .sentence : max(gap, separator)
  }

  private mutating func finishWord() {
    guard last != nil else { return }
    last = nil
    tokens.append(Token(word: word, span: wordStart..<wordEnd, gap: gap, isHashtag: isHashtag, isPlain: isPlain))
    word.removeAll(keepingCapacity: true)
    gap = .none
  }

  /// Where an `@name` or web address that starts here ends; nil if none starts here.
  private func endOfAddress(at place: Int) -> Int? {
    switch bytes[place] {
    case UInt8(ascii: "@"): break
    case UInt8(ascii: "h") where starts(with: "http:", at: place) || starts(with: "https:", at: place): break
    case UInt8(ascii: "w") where starts(with: "www.", at: place): break
    default: return nil
    }
    return bytes[place..<end].firstIndex { $0 <= 0x20 } ?? end
  }

  private func starts(with text: StaticString, at place: Int) -> Bool {
    end - place >= text.utf8CodeUnitCount
      && text.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + text.utf8CodeUnitCount]) }
  }

  private func scalar(at place: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[place])
    func more(_ distance: Int) -> UInt32 { UInt32(bytes[place + distance]) & 0x3F }
    // A String's UTF-8 is always valid, so the lead byte gives the length.
    let (value, length): (UInt32, Int) =
      switch first {
      case ..<0x80: (first, 1)
      case ..<0xE0: ((first & 0x1F) << 6 | more(1), 2)
      case ..<0xF0: ((first & 0x0F) << 12 | more(1) << 6 | more(2), 3)
      default: ((first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
