/// Two logs of edits about one reel, merged.
///
/// All edits of both are kept, duplicates once. Each log keeps its own order, since later edits win over earlier ones.
public struct EditMerge: Sendable, Equatable {
  /// Who wins when both logs decide the same matter.
  public enum Rule: Sendable, CaseIterable {
    /// The latest edit.
    case newest
    case ours
    case theirs
  }

  /// A matter that the two logs end up deciding differently.
  public struct Conflict: Sendable, Equatable {
    public let ours: Edit.Change
    public let theirs: Edit.Change
    /// Whether theirs wins.
    public let takesTheirs: Bool
  }

  /// The merged log.
  public let edits: [Edit]
  /// How many of them are new to our log.
  public let addedCount: Int
  /// In the order in which our log decided them.
  public let conflicts: [Conflict]

  public init(ours: [Edit], theirs: [Edit], rule: Rule) {
    let added = Self.missing(from: ours, of: theirs)
    edits =
      switch rule {
      case .newest: Self.interleaved(ours, added)
      case .ours: added + ours
      case .theirs: ours + added
      }
    addedCount = added.count
    let (last, theirLast, kept) = (Self.lastWords(ours), Self.lastWords(theirs), Self.lastWords(edits))
    conflicts = ours.enumerated().compactMap { index, edit in
      let matter = Matter(edit.change)
      guard let mine = last[matter], mine.index == index, let other = theirLast[matter], other.change != mine.change
      else { return nil }
      return Conflict(
        ours: mine.change, theirs: other.change, takesTheirs: kept[matter]?.change == other.change)
    }
  }

  /// The other log's edits that ours lacks.
  private static func missing(from ours: [Edit], of theirs: [Edit]) -> [Edit] {
    var left = ours.reduce(into: [:]) { counts, edit in counts[edit, default: 0] += 1 }
    return theirs.filter { edit in
      guard let count = left[edit], count > 0 else { return true }
      left[edit] = count - 1
      return false
    }
  }

  /// By time; ours first within the same second.
  private static func interleaved(_ ours: [Edit], _ added: [Edit]) -> [Edit] {
    var merged: [Edit] = []
    var rest = added[...]
    for edit in ours {
      while let next = rest.first, next.editedUnixSeconds < edit.editedUnixSeconds {
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(edit)
    }
    return merged + rest
  }

  private static func lastWords(_ edits: [Edit]) -> [Matter: (index: Int, change: Edit.Change)] {
    edits.enumerated().reduce(into: [:]) { words, edit in
      words[Matter(edit.element.change)] = (edit.offset, edit.element.change)
    }
  }
}

/// What an edit is about: of two edits about one matter, the later one wins.
private enum Matter: Hashable {
  case tag(TagName)
  case exercise, trim, note, favourite, rating, thumbnail

  init(_ change: Edit.Change) {
    switch change {
    case .addTag(let name), .removeTag(let name), .acceptTag(let name), .rejectTag(let name): self = .tag(name)
    case .setExercise: self = .exercise
    case .trim: self = .trim
    case .note: self = .note
    case .favourite: self = .favourite
    case .rating: self = .rating
    case .thumbnail: self = .thumbnail
    }
  }
}
