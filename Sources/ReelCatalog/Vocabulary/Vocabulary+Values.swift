extension Vocabulary {
  /// The words that a tag of a kind can have; none for doses, which are numbers.
  public func values(of facet: Facet) -> [String] {
    switch facet {
    case .exercise: exercises.map(\.id)
    case .movement: HipMovement.allCases.map(\.rawValue)
    case .mode: Mode.allCases.map(\.rawValue)
    case .core: CoreRole.allCases.map(\.rawValue)
    case .position: Position.allCases.map(\.rawValue)
    case .equipment: equipment
    case .side: ReelSide.allCases.map(\.rawValue)
    case .level: Level.allCases.map(\.rawValue)
    case .region: Region.allCases.map(\.rawValue)
    case .exposure: exposures.map(\.id)
    case .dose: []
    }
  }

  /// Whether a decision speaks of things that there are.
  public func knows(_ change: Edit.Change) -> Bool {
    switch change {
    case .addTag(let name), .removeTag(let name), .acceptTag(let name), .rejectTag(let name):
      name.facet == .dose ? Dose(value: name.value) != nil : values(of: name.facet).contains(name.value)
    case .setExercise(let exercise): exercise.map { values(of: .exercise).contains($0) } ?? true
    case .trim, .note, .favourite, .rating, .thumbnail: true
    }
  }
}
