/// Numbers in playlists, which somebody may have typed.
enum ListedNumber {
  /// Seconds with a fraction, such as `12.480`, in whole milliseconds; nil for none, negative ones and more than a day.
  static func milliseconds(seconds text: String) -> Int? {
    guard text.utf8.count <= 24, let seconds = Double(text), seconds >= 0, seconds <= 86_400 else { return nil }
    return Int((seconds * 1000).rounded())
  }

  /// A playing time in whole seconds; nil for none, as players write it: 0 or less.
  static func playingSeconds(milliseconds: Double) -> Int? {
    guard milliseconds > 0, milliseconds <= 86_400_000 else { return nil }
    return max(1, Int((milliseconds / 1000).rounded()))
  }
}
