/// How a text was written, which decides how it is split into words.
public enum TextKind: String, Sendable, CaseIterable, Codable {
  case title
  /// A file or folder name: dots and underscores separate words, and a media ending means nothing.
  case filename
  case caption
  /// What is spoken, cue by cue: a line's end is inside a sentence, an empty line ends one.
  case subtitles
  /// Words on a picture: each line is a title of its own, and two spaces stand where a title goes on in the next line.
  /// A line counts only if it is hardly more than a name.
  case screen

  /// Whether it is running text, in which everyday words are likely to be just that.
  var isProse: Bool { self == .caption || self == .subtitles }
}
