/// The text of one subtitle track.
///
/// Bounded and cleaned by the worker: at most 4 tracks and 256 cues per file, 512 bytes per cue, 16 KB together.
public struct SubtitleTrack: Sendable, Equatable {
  /// The container's code of the language, such as `eng`; nil when it does not say.
  public let language: String?
  /// In the order of the track; at least one.
  public let cues: [TimedText]

  public init(language: String? = nil, cues: [TimedText]) {
    self.language = language
    self.cues = cues
  }

  /// The track with each cue's words passed through a closure; cues without words go. Nil for a track that a camera filled
  /// with its own figures, and where nothing is left.
  public func spoken(_ words: (String) -> String) -> SubtitleTrack? {
    guard !CameraTelemetry.fills(cues.lazy.map(\.text)) else { return nil }
    let kept = cues.compactMap { cue -> TimedText? in
      let text = words(cue.text)
      guard !text.isEmpty else { return nil }
      return TimedText(startMilliseconds: cue.startMilliseconds, endMilliseconds: cue.endMilliseconds, text: text)
    }
    return kept.isEmpty ? nil : SubtitleTrack(language: language, cues: kept)
  }

  /// The words without their times, line by line, as `SpokenText` joins them.
  public var text: String {
    var spoken = SpokenText()
    for cue in cues {
      let lines = cue.text.split(separator: "\n").map(String.init)
      spoken.add(lines, from: cue.startMilliseconds, to: cue.endMilliseconds)
    }
    return spoken.text
  }
}
