import ReelCatalog

/// Reads the cells of a table, exact words first, else as captions are read.
struct EditTableCells {
  let tagger: Tagger

  /// The values of a facet that a cell names, each once; none for `none`, nil when it cannot be understood.
  ///
  /// Understood are the vocabulary's own words with spaces, commas or the like between, as exports write them, and
  /// what a caption of the same text would be tagged with, in any of the vocabulary's languages.
  func values(_ cell: String, of facet: Facet) -> [String]? {
    let text = CSVText.unguarded(cell).trimmingWhitespace()
    guard text.lowercased() != "none" else { return [] }
    let pieces = text.split { ",;/|\n".contains($0) }.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return nil }
    return known(pieces, facet) ?? known(text.split(whereSeparator: \.isWhitespace).map(String.init), facet)
      ?? read(text, facet)
  }

  /// What a reel shows once it is known to show an exercise, as the tagger will say it.
  func tagging(of reel: Reel, showing exercise: String?) -> Tagging {
    let edits = reel.edits + [Edit(.setExercise(exercise), editedUnixSeconds: 0)]
    guard let name = exercise.flatMap({ tagger.vocabulary.exercise($0) })?.name else {
      return reel.tagging.applying(edits)
    }
    // The side and the equipment of the texts stay (`Tagger.tagging(of:following:)`).
    let chosen = tagger.tagging(of: [Evidence(source: .person, text: name)]).tags
    let said = reel.tagging.tags.filter { [.side, .equipment].contains($0.facet) }
    let names = Set(said.map(\.facet))
    return Tagging(tags: chosen.filter { !names.contains($0.facet) } + said).applying(edits)
  }

  private func known(_ words: [String], _ facet: Facet) -> [String]? {
    var values: [String] = []
    for word in words {
      let slug = word.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
      let spelled = facet == .side ? Self.letters[slug] ?? slug : slug
      guard let value = facet.value(spelled, in: tagger.vocabulary) else { return nil }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  private static let letters = [
    "l": "left", "r": "right", "lt": "left", "rt": "right", "l+r": "both", "l/r": "both", "l-r": "both",
  ]

  private func read(_ text: String, _ facet: Facet) -> [String]? {
    // A side stands alone in its cell, as in a title: "links" is German for left, not hyperlinks.
    let tags = tagger.tagging(text: text, kind: facet == .side ? .title : .caption).tags.filter { $0.facet == facet }
    guard let surest = tags.map(\.confidence).max() else { return nil }
    // Of the exercises that a name can mean, one: the surest, then the first of the alphabet.
    if facet == .exercise { return [tags.filter { $0.confidence == surest }.map(\.value).min()].compactMap { $0 } }
    var values: [String] = []
    for tag in tags where !values.contains(tag.value) { values.append(tag.value) }
    return values
  }
}
