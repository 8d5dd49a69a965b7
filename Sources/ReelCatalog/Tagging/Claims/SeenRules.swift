/// What the picture claims, and how that stands against what somebody wrote.
enum SeenRules {
  /// The claims in a line that `Seen.evidence` made: each as sure as it says.
  static func claims(in text: String) -> [Claim] {
    Seen.sightings(in: text).map { sighting in
      Claim(
        facet: sighting.facet, value: sighting.value, role: sighting.facet == .movement ? .primary : nil,
        entry: "seen:" + sighting.facet.rawValue, span: sighting.span, weight: sighting.permille)
    }
  }

  /// What is left of the statements once everything seen has given way to what was written.
  ///
  /// - Parameter own: The movements that the person gave the reel.
  /// - Returns: Whether a written movement disagrees with the one that was seen, too.
  static func settled(
    _ statements: [Statement], own: Set<String>
  ) -> (statements: [Statement], isContradicted: Bool) {
    guard statements.contains(where: { $0.source == .seen }) else { return (statements, false) }
    let written = statements.filter { $0.source != .seen }
    func values(_ facet: Facet) -> Set<String> {
      Set(written.lazy.filter { $0.claim.facet == facet }.map(\.claim.value))
    }
    let movements = values(.movement).union(own)
    // An exercise without a hip movement is an answer as well.
    let isAnswered =
      !own.isEmpty
      || written.contains { statement in
        statement.claim.facet == .movement && statement.claim.role == .primary
          || statement.claim.facet == .exercise && statement.claim.weight >= Weight.leastDefiniteExercise
      }
    let (positions, modes) = (values(.position), values(.mode))
    var isContradicted = false
    let left = statements.filter { statement in
      guard statement.source == .seen else { return true }
      let value = statement.claim.value
      switch statement.claim.facet {
      case .movement:
        guard isAnswered, !movements.contains(value) else { return true }
        isContradicted = true
        return false
      case .position: return positions.isEmpty || positions.contains(value)
      case .mode: return modes.isEmpty || modes.contains(value)
      default: return true
      }
    }
    return (left, isContradicted)
  }
}
