import MediaFacts

/// Time written as hours, minutes and seconds, such as `00:00:10.033000000`.
enum ClockText {
  /// In milliseconds, to the nearest; nil when the text is not such a time, or is implausibly long.
  static func milliseconds(_ text: String) -> Int? {
    guard text.utf8.count <= 32 else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]), let seconds = Double(parts[2]),
      (0...48).contains(hours), (0...59).contains(minutes), seconds >= 0, seconds < 60
    else { return nil }
    let milliseconds = (hours * 60 + minutes) * 60_000 + Int((seconds * 1000).rounded())
    return WireLimits.milliseconds.contains(milliseconds) && milliseconds > 0 ? milliseconds : nil
  }
}
