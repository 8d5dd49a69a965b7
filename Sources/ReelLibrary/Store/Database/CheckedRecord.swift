/// What one checksum covers: the rows of some tables that have the same owner.
///
/// It leaves out what no export contains and the next index run makes again: the files beside the videos and their keys, files
/// that are not videos, and the words that searches use.
enum CheckedRecord: String, CaseIterable {
  /// What was read inside a reel's files.
  case facts
  /// Where a reel is.
  case files
  /// The texts about a reel.
  case evidence
  /// What a reel is tagged with.
  case tags
  /// What the person decided about a reel.
  case edits
  /// Which decisions were undone.
  case undone
  case searches
  /// Playlists that were given to somebody.
  case history
  /// The names of tags.
  case names
  /// What the person's own tables said.
  case ownWords = "own-words"
  /// What was seen in a reel's picture, and what it moves like.
  case seen
  /// The words in a reel's pictures.
  case onScreen = "on-screen"
  /// What the person wants done for the whole catalog.
  case choices

  struct Table {
    let name: String
    /// The column with the row of the reel that owns a row; nil when all rows are one record, whose owner is 0.
    let owner: String?
    /// Columns that no two rows of an owner share.
    let order: String
  }

  var tables: [Table] {
    switch self {
    case .facts:
      [
        Table(name: "reel", owner: "id", order: "id"), Table(name: "field", owner: "reel", order: "position"),
        Table(name: "chapter", owner: "reel", order: "position"),
        Table(name: "subtitle", owner: "reel", order: "track, position"),
        Table(name: "imported_text", owner: "reel", order: "position"),
      ]
    case .files: [Table(name: "file", owner: "reel", order: "path")]
    case .evidence: [Table(name: "evidence", owner: "reel", order: "position")]
    case .tags: [Table(name: "reel_tagging", owner: "reel", order: "reel")]
    case .edits: [Table(name: "edit", owner: "reel", order: "sequence")]
    case .undone: [Table(name: "undone_edit", owner: nil, order: "batch")]
    case .searches: [Table(name: "saved_search", owner: nil, order: "name")]
    case .history:
      [
        Table(name: "saved_playlist", owner: nil, order: "id"),
        Table(name: "saved_reel", owner: nil, order: "playlist, position"),
      ]
    case .names: [Table(name: "tag_name", owner: nil, order: "id")]
    case .seen:
      ["seen", "landmark_track", "movement", "alike"].map { Table(name: $0, owner: "reel", order: "reel") }
    case .onScreen: [Table(name: "on_screen", owner: "reel", order: "reel")]
    case .choices: [Table(name: "choice", owner: nil, order: "name")]
    case .ownWords: [Table(name: "own_words", owner: nil, order: "sidecar, key")]
    }
  }

  /// Whether each reel has its own.
  var isOfReel: Bool { tables.contains { $0.owner != nil } }
}
