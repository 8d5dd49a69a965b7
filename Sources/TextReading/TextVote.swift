import MediaFacts

/// Which of the lines that were read are believed: those of at least two pictures.
enum TextVote {
  /// A line as it was read once, and where and when it stood.
  struct Witness {
    let line: ReadLine
    let box: PixelBox
    let start: Int
    let end: Int
    let pictureCount: Int
    /// The letters alone: what two readings have in common when they are alike.
    let key: String

    init(line: ReadLine, box: PixelBox, start: Int, end: Int, pictureCount: Int) {
      (self.line, self.box, self.start, self.end) = (line, box, start, end)
      self.pictureCount = pictureCount
      let letters = line.text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      key = String(String.UnicodeScalarView(letters)).lowercased()
    }

    init?(_ track: LineTrack) {
      guard let line = track.line else { return nil }
      self.init(line: line, box: track.box, start: track.start, end: track.end, pictureCount: track.pictureCount)
    }
  }

  /// Readings that are alike.
  private struct Group {
    var witnesses: [Witness]
    var start: Int
    var end: Int
    var best: Witness { witnesses.max { ($0.line.score, $1.start) < ($1.line.score, $0.start) } ?? witnesses[0] }
    var pictureCount: Int { witnesses.reduce(0) { $0 + $1.pictureCount } }
    /// In the middle over the readings.
    var score: Int { witnesses.map(\.line.score).sorted()[witnesses.count / 2] }
  }

  /// For how long a line may be away, in milliseconds, and still be the same.
  private static let longestGap = 5_000

  /// The lines that are believed, in order and within the bounds.
  static func lines(_ witnesses: [Witness], in size: PixelSize) -> [ScreenLine] {
    var groups: [Group] = []
    for witness in witnesses.sorted(by: { ($0.start, $0.box.top, $0.box.left) < ($1.start, $1.box.top, $1.box.left) }) {
      let index = groups.lastIndex { group in
        group.witnesses[0].key == witness.key && witness.start - group.end <= longestGap
      }
      if let index {
        groups[index].witnesses.append(witness)
        groups[index].end = max(groups[index].end, witness.end)
      } else {
        groups.append(Group(witnesses: [witness], start: witness.start, end: witness.end))
      }
    }
    var believed: [Group] = []
    // The surest first: what stands in its place at its time is the same line, read worse.
    for group in groups.filter({ $0.pictureCount >= 2 }).sorted(by: isBetter) {
      let box = group.best.box
      let isTaken = believed.contains { other in
        let overlap = min(group.end, other.end) - max(group.start, other.start)
        let place = other.best.box
        return 2 * overlap >= group.end - group.start && (box.share(in: place) > 0.5 || place.share(in: box) > 0.5)
      }
      if !isTaken { believed.append(group) }
    }
    let lines = believed.compactMap { screenLine($0, in: size) }
    return bounded(lines.sorted(by: comesBefore))
  }

  private static func comesBefore(_ one: ScreenLine, _ other: ScreenLine) -> Bool {
    let (place, otherPlace) = ((one.box.top, one.box.left, one.text), (other.box.top, other.box.left, other.text))
    return one.startMilliseconds == other.startMilliseconds
      ? place < otherPlace : one.startMilliseconds < other.startMilliseconds
  }

  /// Surer, where a longer line counts more.
  private static func isBetter(_ one: Group, than other: Group) -> Bool {
    func worth(_ group: Group) -> Int { group.score + min(20, group.best.key.utf8.count) }
    return worth(one) > worth(other)
  }

  private static func screenLine(_ group: Group, in size: PixelSize) -> ScreenLine? {
    let best = group.best
    let text = cut(best.line.text)
    let box = ScreenBox(
      left: best.box.left * 1000 / size.width, top: best.box.top * 1000 / size.height,
      right: (best.box.right * 1000 + size.width - 1) / size.width,
      bottom: (best.box.bottom * 1000 + size.height - 1) / size.height)
    guard let box, !text.isEmpty else { return nil }
    return ScreenLine(
      text: text, startMilliseconds: group.start, endMilliseconds: group.end, box: box, score: group.score,
      language: best.line.language)
  }

  /// No longer than a line may be, with whole words where there are some.
  private static func cut(_ read: String) -> String {
    // Whatever Tesseract takes for letters: the parent refuses anything else.
    let text = ScreenLine.plain(read)
    guard text.utf8.count > ScreenText.lineByteCount else { return text }
    var kept = ""
    for word in text.split(separator: " ") {
      guard kept.utf8.count + word.utf8.count + 1 <= ScreenText.lineByteCount else { break }
      kept += kept.isEmpty ? String(word) : " \(word)"
    }
    return kept.isEmpty ? PlainText.cleaned(text, byteLimit: ScreenText.lineByteCount) : kept
  }

  private static func bounded(_ lines: [ScreenLine]) -> [ScreenLine] {
    var byteCount = 0
    return lines.prefix(ScreenText.largestLineCount).filter { line in
      guard byteCount + line.text.utf8.count <= ScreenText.byteCount else { return false }
      byteCount += line.text.utf8.count
      return true
    }
  }
}
