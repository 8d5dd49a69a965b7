public import ReelCatalog

extension OwnWords {
  /// The row as the edits that the person would have typed, and what in it could not be understood.
  ///
  /// Cells are read as captions are: in any of the vocabulary's languages, by any of its names.
  public func changes(tagger: Tagger) -> (changes: [Edit.Change], problems: [String]) {
    if let problem { return ([], [problem]) }
    var changes: [Edit.Change] = []
    var problems: [String] = []
    func read(_ cell: String?, as facet: Facet, _ name: String) -> [Tag] {
      guard let cell else { return [] }
      // What stands alone in a cell is set apart as in a title: "links" is a side.
      let field = facet == .side ? "title" : name
      let tagging = tagger.tagging(of: [Evidence(source: .person, field: field, text: cell)])
      let tags = tagging.tags.filter { $0.facet == facet }
      if tags.isEmpty { problems.append("\(name) \"\(cell)\" is not known") }
      return tags
    }

    if exercise?.lowercased() == "none" {
      changes.append(.setExercise(nil))
    } else if let best = read(exercise, as: .exercise, "exercise").max(by: Self.isLessSure) {
      changes.append(.setExercise(best.value))
    }
    // What the column names is what the reel is for, whatever a caption with the same words would make of it.
    for tag in read(movement, as: .movement, "movement") {
      changes.append(.addTag(TagName(facet: .movement, value: tag.value)))
    }
    let letters = ["l": "left", "r": "right", "lt": "left", "rt": "right", "l+r": "both", "l/r": "both"]
    let spelled = side.map { letters[$0.lowercased()] ?? $0 }
    if let spelled, let known = ReelSide(rawValue: spelled.lowercased()) {
      changes.append(.addTag(TagName(facet: .side, value: known.rawValue)))
    } else {
      for tag in read(spelled, as: .side, "side") { changes.append(.addTag(tag.name)) }
    }
    if let note { changes.append(.note(note)) }
    return (changes, problems)
  }

  /// Of two exercises that a cell can mean, the surer one, then the first of the alphabet.
  private static func isLessSure(_ one: Tag, _ other: Tag) -> Bool {
    (one.confidence.permille, other.value) < (other.confidence.permille, one.value)
  }
}
