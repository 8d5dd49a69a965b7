/// Takes the markup off the events into which FFmpeg turns every kind of text subtitle.
enum SubtitleMarkup {
  /// The words of an event `ReadOrder,Layer,Style,Name,MarginL,MarginR,MarginV,Effect,Text` in Advanced SubStation Alpha.
  ///
  /// Overrides in braces go, `\N` and `\n` become line feeds, `\h` a space; shapes drawn with `\p` are not words.
  static func words(ofEvent event: String) -> String {
    let fields = event.split(separator: ",", maxSplits: 8, omittingEmptySubsequences: false)
    let text = Array((fields.count == 9 ? String(fields[8]) : event).unicodeScalars)
    var words = String.UnicodeScalarView()
    var isDrawing = false
    var index = 0
    while index < text.count {
      if text[index] == "{", let close = text[index...].firstIndex(of: "}") {
        isDrawing = drawing(in: text[index..<close]) ?? isDrawing
        index = close + 1
      } else if text[index] == "\\", index + 1 < text.count, let scalar = escapes[text[index + 1]] {
        if !isDrawing { words.append(scalar) }
        index += 2
      } else {
        if !isDrawing { words.append(text[index]) }
        index += 1
      }
    }
    return trimmed(String(words))
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = ["N": "\n", "n": "\n", "h": " "]

  /// Whether an override begins or ends a drawing: `\p1` and above, `\p0`; nil when it says nothing about that.
  private static func drawing(in override: ArraySlice<Unicode.Scalar>) -> Bool? {
    var answer: Bool?
    for index in override.indices.dropLast(2) where override[index] == "\\" && override[index + 1] == "p" {
      let digit = override[index + 2]
      if ("0"..."9").contains(digit) { answer = digit != "0" }
    }
    return answer
  }

  /// Lines without spaces around them, and no empty ones.
  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let start = line.drop { $0.isWhitespace }
      return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
