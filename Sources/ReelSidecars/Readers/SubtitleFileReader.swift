import MediaFacts

/// The words of a file of subtitles: SubRip, WebVTT, or Advanced SubStation Alpha.
///
/// Numbers, times, styles, positions and pictures' addresses go; `SpokenText` joins what is said.
enum SubtitleFileReader {
  /// - Returns: Nil for what a camera wrote about itself (`CameraTelemetry`).
  static func text(from bytes: [UInt8]) -> String? {
    var text = SpokenText()
    var cue: [String] = []
    var times: (start: Int, end: Int)?
    func finishCue() {
      text.add(cue, from: times?.start, to: times?.end)
      cue = []
    }
    // The cues as their program wrote them.
    var writtenCues: [String] = []
    var isNote = false
    var isInCue = false
    for line in PlainText.cleaned(TextDecoding.decoded(bytes), byteLimit: 1 << 20).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let trimmed = line.trimmingWhitespace()
      if trimmed.isEmpty {
        (isNote, isInCue) = (false, false)
        continue
      }
      // WebVTT: a block that begins with one of these words is not a caption.
      if ["NOTE", "STYLE", "REGION", "WEBVTT"].contains(where: { trimmed == $0 || trimmed.hasPrefix($0 + " ") }) {
        isNote = true
      }
      guard !isNote else { continue }
      if let found = SubtitleTimes.times(in: trimmed) {
        finishCue()
        times = found
      }
      if trimmed.contains("-->") {
        isInCue = false
      } else if let written = written(trimmed) {
        // Cues of SubRip and WebVTT have several lines; an event of SubStation Alpha is one.
        if isInCue { writtenCues[writtenCues.count - 1] += "\n\(written)" } else { writtenCues.append(written) }
        isInCue = !trimmed.hasPrefix("Dialogue:")
      }
      if let spoken = spoken(trimmed) { cue.append(spoken) }
    }
    finishCue()
    return CameraTelemetry.fills(writtenCues) ? nil : text.text
  }

  /// A line as its program wrote it, where it may be a cue's.
  private static func written(_ line: String) -> String? {
    if line.allSatisfy(\.isNumber) || isHeading(line) { return nil }
    guard line.hasPrefix("Dialogue:") else { return line }
    let fields = line.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
    return fields.count == 10 ? String(fields[9]) : nil
  }

  private static func spoken(_ line: String) -> String? {
    // SubRip's counters and everybody's times.
    if line.allSatisfy(\.isNumber) || line.contains("-->") { return nil }
    var text = line
    if line.hasPrefix("Dialogue:") {
      let fields = line.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
      guard fields.count == 10 else { return nil }
      text = String(fields[9])
    } else if line.hasPrefix("[") || isHeading(line) {
      return nil
    }
    // Sprites of a player's preview: NAME.jpg#xywh=0,0,90,160.
    if text.contains("#xywh=") { return nil }
    let plain = unmarked(text).trimmingWhitespace()
    return plain.isEmpty ? nil : plain
  }

  /// The other lines of SubStation Alpha, and WebVTT's `X-TIMESTAMP-MAP`.
  private static func isHeading(_ line: String) -> Bool {
    ["Format:", "Style:", "Comment:", "ScriptType:", "PlayRes", "Title:", "Kind:", "Language:", "X-TIMESTAMP-MAP"]
      .contains { line.hasPrefix($0) }
  }

  /// Without `<i>`, `<c.yellow>`, `<00:00:01.000>`, `{\an8}`, `\N` and `\h`.
  private static func unmarked(_ text: String) -> String {
    var result = ""
    var end: Character?
    var characters = text[...]
    while let character = characters.popFirst() {
      if let awaited = end {
        if character == awaited { end = nil }
      } else if character == "<" {
        end = ">"
      } else if character == "{" {
        end = "}"
      } else if character == "\\", let next = characters.first, ["N", "n", "h"].contains(next) {
        characters.removeFirst()
        result.append(" ")
      } else {
        result.append(character)
      }
    }
    return result
  }
}
