/// A moment of a video as a person types it: `3.2`, `1:02.5`, `1:02:03.5`.
enum MomentText {
  /// In milliseconds, to the nearest; nil when the text is not a moment, or is one beyond two days.
  static func milliseconds(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let last = parts.last, let seconds = Self.seconds(last) else { return nil }
    let leading = parts.dropLast().map { $0.count <= 5 && $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    var minutes = 0
    for (index, part) in leading.enumerated() {
      guard let part, index == 0 || part < 60 else { return nil }
      minutes = minutes * 60 + part
    }
    guard leading.isEmpty || seconds < 60, seconds <= 172_800 else { return nil }
    let milliseconds = minutes * 60_000 + Int((seconds * 1000).rounded())
    return milliseconds <= 172_800_000 ? milliseconds : nil
  }

  /// Digits with at most one point: no sign, no exponent, no name of a number.
  private static func seconds(_ text: Substring) -> Double? {
    guard text.count <= 16, text.first?.isNumber == true, text.allSatisfy({ $0.isNumber || $0 == "." }) else {
      return nil
    }
    return Double(text)
  }
}
