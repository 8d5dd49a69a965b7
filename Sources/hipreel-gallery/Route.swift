import ReelCatalog

/// What an admitted request asks for. Reels are named by their ids; no path of the folder is part of an address.
enum Route: Sendable, Equatable {
  /// An address that the run printed: sets the cookie and leads to the first page.
  case entrance
  /// A page, a script, a style sheet or a data file, by its name in the gallery.
  case page(String)
  case media(ReelID)
  case still(ReelID)
  /// A decision of the person, in the request's body.
  case edits
  /// The reels without a name, in groups that move alike.
  case groups
  /// What reels that are asked about together may be; not more of them than are looked at.
  case likely([ReelID])
  /// What the person says of a group, in the request's body.
  case names
  /// Which of this run's answers about groups to take back, in the request's body.
  case undo

  /// Whether it changes something, and so must be posted by a page of ours.
  var isChange: Bool {
    switch self {
    case .edits, .names, .undo: true
    case .entrance, .page, .media, .still, .groups, .likely: false
    }
  }
}
