extension Evidence {
  /// When words on the picture are first seen, in milliseconds from the start of the video, to the second; nil of any other
  /// text.
  public var shownMilliseconds: Int? {
    guard source == .onScreen, let start = field?.split(separator: "-").first else { return nil }
    let parts = start.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...5).contains($0.utf8.count) }), let minutes = Int(parts[0]),
      let seconds = Int(parts[1]), minutes >= 0, (0...59).contains(seconds)
    else { return nil }
    return (minutes * 60 + seconds) * 1000
  }
}
