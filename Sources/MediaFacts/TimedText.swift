/// Words that are shown for a while: one cue of a subtitle track, without its markup.
public struct TimedText: Sendable, Equatable {
  /// From the start of the file.
  public let startMilliseconds: Int
  /// Later than the start; nil when the track does not say.
  public let endMilliseconds: Int?
  /// Never empty; lines end with a line feed.
  public let text: String

  public init(startMilliseconds: Int, endMilliseconds: Int? = nil, text: String) {
    self.startMilliseconds = startMilliseconds
    self.endMilliseconds = endMilliseconds
    self.text = text
  }
}
