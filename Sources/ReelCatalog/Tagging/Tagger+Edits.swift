extension Tagger {
  /// Tags a reel from the texts about it and the person's decisions, which win.
  ///
  /// A chosen exercise stands alone: other exercises that the texts name, and what follows from them, are left out;
  /// the side and the equipment still come from the texts.
  ///
  /// - Parameter evidence: The result of `evidence(_:following:)`.
  public func tagging(of evidence: [Evidence], following edits: [Edit]) -> Tagging {
    guard let own = evidence.first, own.source == .person else { return tagging(of: evidence).applying(edits) }
    let chosen = tagging(of: [own]).tags
    let said = tagging(of: evidence).tags.filter { tag in
      [.side, .equipment].contains(tag.facet) && tag.matches.contains { !$0.entry.hasPrefix("exercise:") }
    }
    let names = Set(said.map(\.name.facet))
    return Tagging(tags: chosen.filter { !names.contains($0.facet) } + said).applying(edits)
  }

  /// The texts about a reel with the person's chosen exercise, by its name, before all others.
  public func evidence(_ texts: [Evidence], following edits: [Edit]) -> [Evidence] {
    var chosen: String?
    for edit in edits {
      if case .setExercise(let exercise) = edit.change { chosen = exercise }
    }
    guard let name = chosen.flatMap({ vocabulary.exercise($0) })?.name else { return texts }
    return [Evidence(source: .person, field: "exercise", text: name)] + texts
  }
}
