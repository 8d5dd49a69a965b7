/// One thing a person decided about a reel, kept apart from what the tool made of it.
///
/// A reel's edits are a log in the order in which they were made; `Tagging.applying` and `PersonalNotes` read it.
/// Where an edit stands in the log is the store's business and no part of the value.
public struct Edit: Sendable, Hashable {
  /// What was decided.
  public enum Change: Sendable, Hashable {
    /// The reel shows this, whatever the tool says.
    case addTag(TagName)
    /// Take the tag away, whoever gave it.
    case removeTag(TagName)
    /// The tool is right about this.
    case acceptTag(TagName)
    /// The tool is wrong about this.
    case rejectTag(TagName)
    /// The reel shows this exercise and no other; nil means that it shows none.
    case setExercise(String?)
    /// The part to play, in milliseconds from the start of the video; nil on a side means the video's own end.
    case trim(startMilliseconds: Int?, endMilliseconds: Int?)
    /// The person's own words; nil takes them away.
    case note(String?)
    case favourite(Bool)
    /// 1...5 stars; nil takes them away.
    case rating(Int?)
    /// The moment of the still, in milliseconds from the start of the video; nil leaves the choice to the tool.
    case thumbnail(milliseconds: Int?)
  }

  public let change: Change
  /// When it was decided, in seconds since 1970: part of the edit, because the newest wins when catalogs are merged.
  public let editedUnixSeconds: Int

  public init(_ change: Change, editedUnixSeconds: Int) {
    self.change = change
    self.editedUnixSeconds = editedUnixSeconds
  }

  /// The stars that a rating can have.
  public static let ratings = 1...5

  /// The longest note, in bytes of UTF-8.
  public static let longestNoteByteCount = 16 << 10
}
