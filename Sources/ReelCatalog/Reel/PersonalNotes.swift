/// What a person said about a reel, apart from tags.
public struct PersonalNotes: Sendable, Equatable {
  public private(set) var note: String?
  public private(set) var isFavourite = false
  /// 1...5 stars.
  public private(set) var rating: Int?
  /// The moment to start at, in milliseconds from the start of the video; nil means its start.
  public private(set) var startMilliseconds: Int?
  /// The moment to stop at, in milliseconds from the start of the video; nil means its end.
  public private(set) var endMilliseconds: Int?
  /// The moment of the still, in milliseconds from the start of the video; nil leaves the choice to the tool.
  public private(set) var thumbnailMilliseconds: Int?

  /// Reads a log of edits; the last edit on each matter wins.
  public init(edits: [Edit]) {
    for edit in edits {
      switch edit.change {
      case .trim(let start, let end): (startMilliseconds, endMilliseconds) = (start, end)
      case .note(let text): note = text
      case .favourite(let isFavourite): self.isFavourite = isFavourite
      case .rating(let stars): rating = stars
      case .thumbnail(let milliseconds): thumbnailMilliseconds = milliseconds
      case .addTag, .removeTag, .acceptTag, .rejectTag, .setExercise: continue
      }
    }
  }
}
