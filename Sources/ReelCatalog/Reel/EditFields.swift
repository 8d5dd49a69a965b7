import MediaFacts

/// An edit as one flat row: the form that the store's log and the catalog JSON share.
public struct EditFields: Sendable, Hashable {
  /// Which change it is; the names are those in files.
  public enum Action: String, Sendable, CaseIterable, Codable {
    case addTag = "add-tag"
    case removeTag = "remove-tag"
    case acceptTag = "accept-tag"
    case rejectTag = "reject-tag"
    case setExercise = "set-exercise"
    case trim, note, favourite, rating, thumbnail
  }

  public var action: Action
  /// For the four tag actions.
  public var facet: Facet?
  /// The tag's word, or the exercise of `setExercise`.
  public var value: String?
  public var role: MovementRole?
  /// The start of a trim or the moment of a still in milliseconds, a rating's stars, or 1 and 0 for a favourite.
  public var number: Int?
  /// The end of a trim in milliseconds.
  public var endNumber: Int?
  /// A note.
  public var text: String?

  public init(
    action: Action, facet: Facet? = nil, value: String? = nil, role: MovementRole? = nil, number: Int? = nil,
    endNumber: Int? = nil, text: String? = nil
  ) {
    self.action = action
    self.facet = facet
    self.value = value
    self.role = role
    self.number = number
    self.endNumber = endNumber
    self.text = text
  }
}

extension EditFields {
  /// The row of a change.
  public init(_ change: Edit.Change) {
    switch change {
    case .addTag(let name): self.init(.addTag, name)
    case .removeTag(let name): self.init(.removeTag, name)
    case .acceptTag(let name): self.init(.acceptTag, name)
    case .rejectTag(let name): self.init(.rejectTag, name)
    case .setExercise(let exercise): self.init(action: .setExercise, value: exercise)
    case .trim(let start, let end): self.init(action: .trim, number: start, endNumber: end)
    case .note(let text): self.init(action: .note, text: text)
    case .favourite(let isFavourite): self.init(action: .favourite, number: isFavourite ? 1 : 0)
    case .rating(let stars): self.init(action: .rating, number: stars)
    case .thumbnail(let milliseconds): self.init(action: .thumbnail, number: milliseconds)
    }
  }

  private init(_ action: Action, _ name: TagName) {
    self.init(action: action, facet: name.facet, value: name.value, role: name.role)
  }

  /// The change that the row stands for, or nil if a field is missing, superfluous or out of range.
  public var change: Edit.Change? {
    let change = uncheckedChange
    guard let change, EditFields(change) == self else { return nil }
    return change
  }

  private var uncheckedChange: Edit.Change? {
    switch action {
    case .addTag: tagName.map { .addTag($0) }
    case .removeTag: tagName.map { .removeTag($0) }
    case .acceptTag: tagName.map { .acceptTag($0) }
    case .rejectTag: tagName.map { .rejectTag($0) }
    case .setExercise: value != "" && value?.utf8.count ?? 0 <= CatalogLimits.nameByteCount ? .setExercise(value) : nil
    case .trim: trim
    case .note: text != "" && text?.utf8.count ?? 0 <= Edit.longestNoteByteCount ? .note(text) : nil
    case .favourite: number == 0 || number == 1 ? .favourite(number == 1) : nil
    case .rating: number.map(Edit.ratings.contains) ?? true ? .rating(number) : nil
    case .thumbnail: WireLimits.milliseconds.contains(number ?? 0) ? .thumbnail(milliseconds: number) : nil
    }
  }

  private var tagName: TagName? {
    guard let facet, let value, !value.isEmpty, value.utf8.count <= CatalogLimits.nameByteCount else { return nil }
    return TagName(facet: facet, value: value, role: role)
  }

  private var trim: Edit.Change? {
    let longest = 7 * 86_400_000
    guard (0...longest).contains(number ?? 0), (1...longest).contains(endNumber ?? longest),
      number ?? 0 < endNumber ?? longest
    else { return nil }
    return .trim(startMilliseconds: number, endMilliseconds: endNumber)
  }
}
