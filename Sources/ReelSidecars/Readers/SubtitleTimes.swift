/// When a cue of a subtitle file is shown.
enum SubtitleTimes {
  /// The start and end of the cue that a line of SubRip, WebVTT or Advanced SubStation Alpha begins, in milliseconds;
  /// nil for any other line.
  static func times(in line: String) -> (start: Int, end: Int)? {
    if line.hasPrefix("Dialogue:") {
      let fields = line.dropFirst(9).split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, let start = milliseconds(fields[1]), let end = milliseconds(fields[2]) else {
        return nil
      }
      return (start, end)
    }
    guard let arrow = line.firstRange(of: "-->") else { return nil }
    // WebVTT's settings follow the second time.
    guard let start = milliseconds(line[..<arrow.lowerBound]),
      let last = line[arrow.upperBound...].split(whereSeparator: \.isWhitespace).first,
      let end = milliseconds(last)
    else { return nil }
    return (start, end)
  }

  /// `01:02:03,450`, `02:03.450` or `0:02:03.45`.
  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.trimmingWhitespace().split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    let seconds = last.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard seconds.count == 2, let whole = number(seconds[0]), let part = number(seconds[1].prefix(3)) else {
      return nil
    }
    var total = 0
    for field in parts.dropLast() {
      guard let value = number(field) else { return nil }
      total = total * 60 + value
    }
    let scale = [1: 100, 2: 10, 3: 1][min(seconds[1].count, 3)] ?? 1
    return (total * 60 + whole) * 1000 + part * scale
  }

  private static func number(_ digits: Substring) -> Int? {
    guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }
}
