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
}
