/// Joins the cues of subtitles into one text, in which words that are shown twice stand once.
///
/// Rolling captions repeat the lines of the cue before, or repeat a line with more words; a pause of three seconds
/// becomes an empty line, since nobody says a phrase around it.
public struct SpokenText {
  /// The cues added so far, line by line.
  public private(set) var text = ""
  /// The last lines, no longer than `mostRepeated`, without the empty ones.
  private var recent: [String] = []
  private var lastEnd: Int?

  private static let pauseMilliseconds = 3_000
  /// How many lines of one cue the next is expected to repeat.
  private static let mostRepeated = 4

  public init() {}

  /// Adds the lines of one cue, trimmed and none of them empty; times are in milliseconds, nil when unknown.
  public mutating func add(_ cue: [String], from start: Int? = nil, to end: Int? = nil) {
    let isPause = lastEnd.flatMap { last in start.map { $0 - last >= Self.pauseMilliseconds } } ?? false
    lastEnd = end ?? start ?? lastEnd
    let most = min(recent.count, cue.count)
    let repeated = (0...most).last { recent.suffix($0).elementsEqual(cue.prefix($0)) } ?? 0
    var pause = isPause
    for line in cue.dropFirst(repeated) where line != recent.last {
      append(line, afterPause: pause)
      pause = false
    }
  }

  private mutating func append(_ line: String, afterPause: Bool) {
    if let last = recent.last, !afterPause, line.hasPrefix(last + " ") {
      // The same line with more words.
      text += line.dropFirst(last.count)
      recent[recent.count - 1] = line
      return
    }
    if !text.isEmpty { text += afterPause ? "\n\n" : "\n" }
    text += line
    recent.append(line)
    if recent.count > Self.mostRepeated { recent.removeFirst() }
  }
}
