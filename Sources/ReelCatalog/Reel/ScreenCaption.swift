import MediaFacts

/// One line as it stands in a film: what was read of it several times is one.
struct ScreenCaption {
  var text: ScreenLineText
  var box: ScreenBox
  var milliseconds: ClosedRange<Int>

  /// How long apart two readings of one line may be.
  private static let longestGap = 1500

  /// How long a caption that is being built is seen before its next word comes.
  private static let longestBuilding = 2000
  /// How many letters more or less are a misreading.
  private static let fewLetters = 2

  /// The lines that may say what is shown, each once, in order of their start.
  static func captions(of lines: [OnScreen.Line]) -> [ScreenCaption] {
    var captions: [ScreenCaption] = []
    for line in lines where !line.isWatermark {
      guard let text = ScreenLineText(line.read) else { continue }
      let caption = ScreenCaption(text: text, box: line.read.box, milliseconds: line.milliseconds)
      if let place = captions.lastIndex(where: { $0.isSame(as: caption) }) {
        captions[place].take(caption)
      } else {
        captions.append(caption)
      }
    }
    return spoken(
      captions.sorted { ($0.milliseconds.lowerBound, $0.box.top) < ($1.milliseconds.lowerBound, $1.box.top) })
  }

  /// Whether it is another reading of the same line: the same words, or their beginning or end, in the same place,
  /// about then.
  private func isSame(as other: ScreenCaption) -> Bool {
    guard overlaps(other.box), apart(from: other) <= Self.longestGap else { return false }
    let (one, two) = (text.letters, other.text.letters)
    let isPart = one.hasPrefix(two) || two.hasPrefix(one) || one.hasSuffix(two) || two.hasSuffix(one)
    guard isPart else { return false }
    let isAtOnce = milliseconds.lowerBound < other.milliseconds.upperBound
    if isAtOnce, other.milliseconds.lowerBound < milliseconds.upperBound { return true }
    // "Lunge" and then "Lunge with a twist", each seen for long, are two titles.
    let built = one.utf8.count < two.utf8.count ? self : other
    return abs(one.utf8.count - two.utf8.count) <= Self.fewLetters || built.length <= Self.longestBuilding
  }

  private mutating func take(_ other: ScreenCaption) {
    if other.text.letters.utf8.count > text.letters.utf8.count {
      text = other.text
      box = other.box
    }
    milliseconds =
      min(
        milliseconds.lowerBound, other.milliseconds.lowerBound)...max(
        milliseconds.upperBound, other.milliseconds.upperBound)
  }

  /// How much time is between two lines; 0 where they are seen together.
  private func apart(from other: ScreenCaption) -> Int {
    max(
      0, other.milliseconds.lowerBound - milliseconds.upperBound,
      milliseconds.lowerBound - other.milliseconds.upperBound)
  }

  /// Whether two lines stand in the same place: most of the lower one's height, and a part of its width.
  private func overlaps(_ other: ScreenBox) -> Bool {
    let height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return 2 * height > min(box.height, other.height) && box.left < other.right && other.left < box.right
  }

  // MARK: - Speech

  /// How long a caption of speech or a song is seen at most.
  private static let longestSpeech = 4500
  /// How long a title among such captions is seen at least.
  private static let shortestTitle = 1200
  /// From how many on they are speech.
  private static let leastSpeech = 3

  /// The captions without those that follow one another like speech: three or more in one place, each seen shortly. Of
  /// those only what may be a title is left.
  private static func spoken(_ captions: [ScreenCaption]) -> [ScreenCaption] {
    var isSpoken = Array(repeating: false, count: captions.count)
    for start in captions.indices where captions[start].isShort {
      var run = [start]
      for next in captions.indices.dropFirst(start + 1) where captions[next].isShort {
        guard let last = run.last, captions[last].isFollowed(by: captions[next]) else { continue }
        run.append(next)
      }
      if Set(run.map { captions[$0].text.words }).count >= leastSpeech { for place in run { isSpoken[place] = true } }
    }
    return captions.indices.filter { !isSpoken[$0] || captions[$0].mayBeTitle }.map { captions[$0] }
  }

  private var length: Int { milliseconds.upperBound - milliseconds.lowerBound }
  private var isShort: Bool { length <= Self.longestSpeech }
  private var mayBeTitle: Bool { text.mayBeTitle && length >= Self.shortestTitle }

  private func isFollowed(by other: ScreenCaption) -> Bool {
    let pause = other.milliseconds.lowerBound - milliseconds.upperBound
    return (-Self.shortestTitle...Self.longestGap).contains(pause)
      && other.milliseconds.lowerBound > milliseconds.lowerBound && overlaps(other.box)
  }
}
