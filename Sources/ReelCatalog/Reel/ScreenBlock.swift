import Foundation
import MediaFacts

/// Lines that stand together in a film: a title with what belongs to it.
///
/// Lines of like height may be one name, as in "SIDE LYING / HIP ABDUCTION": two spaces stand between them. Any other
/// line of the block begins after a newline.
struct ScreenBlock {
  let text: String
  /// When it is seen, in order; several times where it comes again.
  private(set) var moments: [ClosedRange<Int>]

  /// The blocks of a reel, in order of their start; one that comes again is there once.
  static func blocks(of lines: [OnScreen.Line]) -> [ScreenBlock] {
    var groups: [[ScreenCaption]] = []
    for caption in ScreenCaption.captions(of: lines) {
      // A line can be what joins two others.
      let places = groups.indices.filter { groups[$0].contains { $0.standsWith(caption) } }
      let joined = places.flatMap { groups[$0] } + [caption]
      for place in places.reversed() { groups.remove(at: place) }
      groups.append(joined)
    }
    var blocks: [ScreenBlock] = []
    var places: [[String]: Int] = [:]
    for block in groups.map({ ScreenBlock($0) }).sorted(by: { ($0.start, $0.text) < ($1.start, $1.text) }) {
      let words = FoldedText(block.text).words
      if let place = places[words] {
        blocks[place].moments += block.moments
      } else {
        places[words] = blocks.count
        blocks.append(block)
      }
    }
    return blocks
  }

  private var start: Int { moments[0].lowerBound }

  private init(_ captions: [ScreenCaption]) {
    let sorted = captions.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    var text = ""
    for (place, caption) in sorted.enumerated() {
      if place > 0 { text += sorted[place - 1].border(to: caption) }
      text += caption.text.text
    }
    self.text = text
    let start = captions.map(\.milliseconds.lowerBound).min() ?? 0
    moments = [start...(captions.map(\.milliseconds.upperBound).max() ?? start)]
  }

  /// Its moments as people read them: `0:03-0:09, 0:21-0:25`; the last ones are left out where they are many.
  var field: String {
    let shown = moments.prefix(Self.mostMoments).map { "\(Clock.text($0.lowerBound))-\(Clock.text($0.upperBound))" }
    return shown.joined(separator: ", ")
  }

  private static let mostMoments = 6
}

extension ScreenCaption {
  /// Whether two lines are seen together and are close enough to be read as one.
  fileprivate func standsWith(_ other: ScreenCaption) -> Bool {
    let together =
      min(milliseconds.upperBound, other.milliseconds.upperBound)
      - max(milliseconds.lowerBound, other.milliseconds.lowerBound)
    let shorter = min(
      milliseconds.upperBound - milliseconds.lowerBound, other.milliseconds.upperBound - other.milliseconds.lowerBound)
    guard together >= 0, 5 * together >= 3 * shorter else { return false }
    return isStacked(on: other) || isBeside(other)
  }

  /// Whether the lines are one above the other, hardly farther apart than the higher one is high.
  private func isStacked(on other: ScreenCaption) -> Bool {
    let gap = max(other.box.top - box.bottom, box.top - other.box.bottom)
    let height = max(box.height, other.box.height)
    return 10 * gap <= 13 * height && 2 * gap > -height && box.left < other.box.right && other.box.left < box.right
  }

  /// Whether they are on one line with a small gap between them.
  fileprivate func isBeside(_ other: ScreenCaption) -> Bool {
    let both = min(box.bottom, other.box.bottom) - max(box.top, other.box.top)
    let gap = max(other.box.left - box.right, box.left - other.box.right)
    return 10 * both >= 7 * min(box.height, other.box.height) && (0...Self.widestGap).contains(gap) && isLike(other)
  }

  /// In thousandths of the picture's width.
  private static let widestGap = 60

  /// Whether the letters are about as high.
  private func isLike(_ other: ScreenCaption) -> Bool {
    100 * max(letterHeight, other.letterHeight) <= Self.likeHeight * min(letterHeight, other.letterHeight)
  }

  private static let likeHeight = 135

  /// How high the whole alphabet would be, in thousandths of the picture: a box holds only the letters that are there.
  private var letterHeight: Int {
    var parts = 52
    let letters = text.text.decomposedStringWithCanonicalMapping.unicodeScalars
    if letters.contains(where: { $0.properties.isUppercase || "bdfhklt0123456789".unicodeScalars.contains($0) }) {
      parts += 20
    }
    if letters.contains(where: "gjpqy".unicodeScalars.contains) { parts += 20 }
    if zip(letters, letters.dropFirst()).contains(where: { $0.properties.isUppercase && Self.isAccent($1) }) {
      parts += 16
    }
    return max(100 * box.height / parts, 1)
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300..<0x320).contains(scalar.value)
  }

  /// What is written between two lines of a block.
  fileprivate func border(to next: ScreenCaption) -> String {
    if isBeside(next) { return " " }
    return isLike(next) && !next.isItem ? "  " : "\n"
  }

  /// Whether it begins as an item of a list does: "2. Clamshell", "• Clamshell".
  private var isItem: Bool {
    var rest = Substring(text.text)
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let mark = rest.first else { return false }
    return (digits.isEmpty ? "•·-–*✓✔✅→>" : ".):").contains(mark)
  }
}

extension OnScreen {
  /// The texts of the picture that may say what is shown, one for each group of lines that stands together.
  ///
  /// Left out are watermarks, accounts and addresses, marks of apps, timers and counters, speech and songs shown as
  /// captions, and what was too faint to read. `field` has the moments, such as `0:03-0:09`. In the text, two spaces
  /// stand where a line of like height goes on. What it makes doesn't depend on any vocabulary.
  public var evidence: [Evidence] { ScreenBlock.blocks(of: lines).map(Self.evidence) }

  static func evidence(_ block: ScreenBlock) -> Evidence {
    Evidence(source: .onScreen, field: block.field, text: block.text)
  }
}
