extension Tagger {
  /// Tags a reel from the texts about it and the person's decisions, which win.
  ///
  /// A chosen exercise stands alone: other exercises that the texts name, and what follows from them, are left out;
  /// the side and the equipment still come from the texts.
  ///
  /// - Parameter evidence: The result of `evidence(_:following:)`.
  public func tagging(of evidence: [Evidence], following edits: [Edit]) -> Tagging {
    reading(of: evidence, following: edits).tagging
  }

  /// The same, with whether something written, or the person, contradicts the movement that was seen.
  public func reading(
    of evidence: [Evidence], following edits: [Edit]
  ) -> (tagging: Tagging, contradictsPicture: Bool) {
    let reading = reading(of: evidence, own: Self.ownMovements(edits))
    guard let own = evidence.first, own.source == .person else {
      return (reading.tagging.applying(edits), reading.contradictsPicture)
    }
    let chosen = tagging(of: [own]).tags
    let said = reading.tagging.tags.filter { tag in
      [.side, .equipment].contains(tag.facet) && tag.matches.contains { !$0.entry.hasPrefix("exercise:") }
    }
    let names = Set(said.map(\.name.facet))
    let tags = chosen.filter { !names.contains($0.facet) } + said
    return (Tagging(tags: tags).applying(edits), reading.contradictsPicture)
  }

  /// The movements that the person gave the reel, as their last word on each.
  private static func ownMovements(_ edits: [Edit]) -> Set<String> {
    var own: Set<String> = []
    for edit in edits {
      switch edit.change {
      case .addTag(let name), .acceptTag(let name):
        if name.facet == .movement, name.asAdded.role == .primary { own.insert(name.value) }
      case .removeTag(let name), .rejectTag(let name): if name.facet == .movement { own.remove(name.value) }
      case .setExercise, .trim, .note, .favourite, .rating, .thumbnail: break
      }
    }
    return own
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
