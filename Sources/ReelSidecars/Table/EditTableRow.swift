import MediaFacts
public import ReelCatalog

/// One row of an `EditTable`.
public struct EditTableRow: Sendable, Equatable {
  /// The line on which it begins, counted from 1.
  public let line: Int
  /// The reel's id as written; nil for an empty cell.
  public let id: String?
  /// The reel's file as written; nil for an empty cell.
  public let path: String?
  /// Why the row cannot be understood; nil when it can.
  public let problem: String?
  /// What is decided, as written; empty cells say nothing.
  package let cells: [EditTableColumn: String]

  package init(
    line: Int, id: String? = nil, path: String? = nil, problem: String? = nil, cells: [EditTableColumn: String] = [:]
  ) {
    self.line = line
    self.id = id
    self.path = path
    self.problem = problem
    self.cells = cells
  }

  /// The same without places in its cells.
  var withoutPlaces: EditTableRow {
    EditTableRow(
      line: line, id: id, path: path, problem: problem,
      cells: cells.mapValues { PlaceText.blanked($0) }.filter { !$0.value.isEmpty })
  }

  /// The cells with the names of their columns, in the order of `EditTableColumn.all`.
  public var decisions: [(name: String, cell: String)] {
    EditTableColumn.all.compactMap { column in cells[column].map { (column.heading, $0) } }
  }

  /// What the row decides, as the edits that the person would have typed, and what in it could not be understood.
  ///
  /// Cells are read in any of the vocabulary's languages, by any of its names.
  public func changes(
    _ meaning: EditTableMeaning, tagger: Tagger
  ) -> (changes: [Edit.Change], problems: [String]) {
    if let problem { return ([], [problem]) }
    var reading = RowReading(meaning, cells: EditTableCells(tagger: tagger))
    if let text = cells[.facet(.exercise)] { reading.readExercise(text) }
    for facet in Facet.allCases where facet != .exercise {
      if let text = cells[.facet(facet)] { reading.read(text, as: facet) }
    }
    if let text = cells[.tags] { reading.readTags(text) }
    if let text = cells[.note] { reading.readNote(text) }
    if let text = cells[.rating] { reading.readRating(text) }
    if let text = cells[.favourite] { reading.readFavourite(text) }
    return (reading.changes, reading.problems)
  }
}

/// What the cells of a table mean for a reel; docs/INTEROP.md shows the two side by side.
public enum EditTableMeaning {
  /// A table beside the videos, which `hipreel index` finds: each cell adds to what the texts say, whatever the reel has.
  case adds
  /// A table that a person imports: each cell is all that its field holds.
  ///
  /// A cell that says what the reel has now decides nothing, so a table that was exported and not changed changes
  /// nothing. What another cell does not name is removed, and `none` removes everything. Only the column of tags adds.
  case sets(Reel)
}

/// A row while it is read.
private struct RowReading {
  /// What the cells are compared with; nil where they only add.
  let reel: Reel?
  let cells: EditTableCells
  private(set) var changes: [Edit.Change] = []
  private(set) var problems: [String] = []
  /// What the reel shows once the exercise of this row is its own; empty where cells only add.
  private var tagging: Tagging

  init(_ meaning: EditTableMeaning, cells: EditTableCells) {
    self.cells = cells
    switch meaning {
    case .adds: (reel, tagging) = (nil, Tagging(tags: []))
    case .sets(let reel): (self.reel, tagging) = (reel, reel.tagging)
    }
  }

  mutating func readExercise(_ text: String) {
    guard let wanted = cells.values(text, of: .exercise) else { return say("exercise", text) }
    if let reel, Set(wanted) == Set(reel.tagging.values(.exercise)) { return }
    guard wanted.count <= 1 else { return problems.append("exercise \"\(Self.shown(text))\" names more than one") }
    changes.append(.setExercise(wanted.first))
    if let reel { tagging = cells.tagging(of: reel, showing: wanted.first) }
  }

  mutating func read(_ text: String, as facet: Facet) {
    let wanted = cells.values(text, of: facet)
    // There is nothing that `none` could remove where cells only add.
    guard let wanted, reel != nil || !wanted.isEmpty else {
      return say(facet.rawValue, text, known: facet.values(in: cells.tagger.vocabulary))
    }
    if let reel, Set(wanted) == Set(Self.values(facet, of: reel.tagging)) { return }
    let values = Self.values(facet, of: tagging)
    // A cell about movements is about what the reel is for; the other roles stay.
    let role: MovementRole? = facet == .movement ? .primary : nil
    for value in values where !wanted.contains(value) {
      changes.append(.removeTag(TagName(facet: facet, value: value, role: role)))
    }
    for value in wanted where !values.contains(value) {
      changes.append(.addTag(TagName(facet: facet, value: value)))
    }
  }

  mutating func readTags(_ text: String) {
    let names = Set(tagging.tags.map(\.name))
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      do {
        let name = try TagName(written: String(word), in: cells.tagger.vocabulary)
        if !names.contains(name.asAdded) { changes.append(.addTag(name)) }
      } catch {
        say(error.kind, error.word, known: error.known)
      }
    }
  }

  mutating func readNote(_ text: String) {
    let note = CSVText.unguarded(text).trimmingWhitespace()
    // A note that the person typed and exported comes back as it is.
    guard note != reel?.personal.note else { return }
    let bare = PlaceText.blanked(note)
    guard !bare.isEmpty, bare != reel?.personal.note else { return }
    changes.append(.note(bare))
  }

  mutating func readRating(_ text: String) {
    let word = text.trimmingWhitespace().lowercased()
    guard let number = word == "none" ? 0 : Int(word), number == 0 || Edit.ratings.contains(number) else {
      return say("rating", text)
    }
    let stars = number == 0 ? nil : number
    if reel == nil || stars != reel?.personal.rating { changes.append(.rating(stars)) }
  }

  mutating func readFavourite(_ text: String) {
    let isFavourite: Bool
    switch text.trimmingWhitespace().lowercased() {
    case "yes", "true", "1", "x": isFavourite = true
    case "no", "false", "0", "none": isFavourite = false
    default: return say("favourite", text)
    }
    if isFavourite != reel?.personal.isFavourite { changes.append(.favourite(isFavourite)) }
  }

  private mutating func say(_ name: String, _ text: String, known: [String] = []) {
    let nearest = NearestWord.to(text.trimmingWhitespace().lowercased(), among: known)
    problems.append(
      "\(name) \"\(Self.shown(text))\" is not known" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  /// As much of a cell as a message needs.
  private static func shown(_ text: String) -> String {
    text.count > 80 ? text.prefix(80) + "…" : text
  }

  private static func values(_ facet: Facet, of tagging: Tagging) -> [String] {
    facet == .movement ? tagging.movements(.primary).map(\.rawValue) : tagging.values(facet)
  }
}
