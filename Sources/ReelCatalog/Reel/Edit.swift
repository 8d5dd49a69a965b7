/// One decision of a person about a reel, kept apart from the tool's own tags.
///
/// A reel's edits are a log in the order in which they were made; `Tagging.applying` and `PersonalNotes` read it.
/// An edit's place in the log is the store's business, not part of the value.
public struct Edit: Sendable, Hashable {
  /// What was decided.
  public enum Change: Sendable, Hashable {
    /// The reel shows this, whatever the tool says.
    case addTag(TagName)
    /// Remove the tag, whoever gave it.
    case removeTag(TagName)
    /// The tool is right about this.
    case acceptTag(TagName)
    /// The tool is wrong about this.
    case rejectTag(TagName)
    /// The reel shows this exercise and no other; nil means that it shows none.
    case setExercise(String?)
    /// The part to play, in milliseconds from the start of the video; nil means the video's own start or end.
    case trim(startMilliseconds: Int?, endMilliseconds: Int?)
    /// The person's own words; nil removes them.
    case note(String?)
    case favourite(Bool)
    /// 1...5 stars; nil removes them.
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

  /// The tag that it takes away; nil for any other edit.
  public var deniedTag: TagName? {
    switch change {
    case .removeTag(let name), .rejectTag(let name): name
    default: nil
    }
  }

  /// The exercise that it says a reel does not show; nil for any other edit.
  public var deniedExercise: String? { deniedTag.flatMap { $0.facet == .exercise ? $0.value : nil } }

  /// The stars that a rating can have.
  public static let ratings = 1...5

  /// The longest note, in bytes of UTF-8.
  public static let longestNoteByteCount = 16 << 10
}
