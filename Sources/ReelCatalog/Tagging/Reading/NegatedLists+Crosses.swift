/// What a cross marks: the words after it up to the next mark or line, as in "❌ pigeon pose ✅ clamshell", or those
/// before it where marks close what they mark, as in "pigeon pose ❌ clamshell ✅".
extension NegatedLists {
  private struct Line {
    var words: Range<Int>
    /// Each with the word that it stands before; of several at one place the last.
    var signs: [(place: Int, sign: Sign, isGesture: Bool)] = []
    /// Arrows, which lead to what to do instead.
    var turns: [Int] = []
  }

  /// The words that crosses take back.
  var crossedOut: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var isUnderHeading = false
    for line in lines {
      guard line.signs.isEmpty else {
        ranges += crossed(in: line).filter { !isAboutWays($0) }
        isUnderHeading = line.signs.last?.sign == .cross && isHeading(line)
        continue
      }
      isUnderHeading = isUnderHeading && isItem(line)
      if isUnderHeading { ranges.append(line.words) }
    }
    return ranges
  }

  private var lines: [Line] {
    var lines: [Line] = []
    var line = Line(words: 0..<0)
    for place in 0...text.words.count {
      for mark in text.marks(before: place) {
        if mark == "\n" {
          line.words = line.words.lowerBound..<place
          lines.append(line)
          line = Line(words: place..<place)
        } else if let sign = Sign(mark), !isTimes(mark, before: place) {
          if line.signs.last?.place == place { line.signs.removeLast() }
          line.signs.append((place, sign, mark == "🙅" || mark == "👎"))
        } else if Self.arrows.contains(mark) {
          line.turns.append(place)
        }
      }
    }
    line.words = line.words.lowerBound..<text.words.count
    return lines + [line]
  }

  /// "3 ✖ 10" counts.
  private func isTimes(_ mark: Unicode.Scalar, before place: Int) -> Bool {
    mark == "✖" && place > 0 && text.isNumber(place - 1) && place < text.words.count && text.isNumber(place)
  }

  private func crossed(in line: Line) -> [Range<Int>] {
    guard let first = line.signs.first, let last = line.signs.last else { return [] }
    let start = line.words.lowerBound
    let end = line.words.upperBound
    let isClosing = first.place > start && (last.place == end || closesNegation(start..<first.place))
    var ranges: [Range<Int>] = []
    var turn = 0
    for (number, mark) in line.signs.enumerated() where mark.sign == .cross {
      if isClosing {
        let before = number > 0 ? line.signs[number - 1].place : start
        ranges.append(closed(before..<mark.place))
        continue
      }
      // "Say no to stiff hips 🙅 squats": a gesture inside a sentence marks nothing.
      if mark.isGesture, line.signs.count == 1, mark.place > start, mark.place < end,
        !text.marks(before: mark.place).contains(where: { ":.!?".unicodeScalars.contains($0) })
      {
        continue
      }
      let next = number + 1 < line.signs.count ? line.signs[number + 1].place : end
      while turn < line.turns.count, line.turns[turn] <= mark.place { turn += 1 }
      let turned = turn < line.turns.count ? line.turns[turn] : end
      var last = mark.place
      while last < min(next, turned), !text.words[last].isHashtag, last == mark.place || !isResume[last] { last += 1 }
      ranges.append(mark.place..<last)
    }
    return ranges.filter { !$0.isEmpty }
  }

  /// Whether a cross only repeats what words say: "no gym ❌ squats at home", but not "don't do ❌ squats".
  private func closesNegation(_ words: Range<Int>) -> Bool {
    guard let negation = negations.last(where: { words.contains($0.words.lowerBound) }) else { return false }
    return (negation.words.upperBound..<max(negation.words.upperBound, words.upperBound)).contains {
      !isResume[$0] && !text.words[$0].isFiller && !Self.listed.contains(text.letters($0))
    }
  }

  /// The end of some words that a cross after them marks: their last sentence, or what a negation in it takes back.
  private func closed(_ words: Range<Int>) -> Range<Int> {
    var first = words.upperBound
    while first > words.lowerBound {
      first -= 1
      if text.words[first].gap == .sentence { break }
    }
    let negation = negations.last { (first..<words.upperBound).contains($0.words.lowerBound) }
    return (negation?.words.lowerBound ?? first)..<words.upperBound
  }

  /// Whether a line with a cross announces others: "❌", "❌ Don't do these", "❌ When it hurts:".
  private func isHeading(_ line: Line) -> Bool {
    if line.words.contains(where: { isDone[$0] }) || isAboutWays(line.words) { return false }
    if text.marks(before: line.words.upperBound).first == ":" { return true }
    return line.words.allSatisfy { place in
      isResume[place] || text.words[place].isFiller || Self.listed.contains(text.letters(place))
        || negations.contains { $0.words.contains(place) }
    }
  }

  /// Whether a line without marks may be under such a heading.
  private func isItem(_ line: Line) -> Bool {
    guard let first = line.words.first else { return false }
    return !text.words[first].isHashtag && !isResume[first]
      && text.marks(before: line.words.upperBound).first != ":"
  }

  private static let arrows: Set<Unicode.Scalar> = ["→", "➡", "➜", "⇒", "👉", ">"]
}
