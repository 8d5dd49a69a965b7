/// How what is written on the picture stands against what is written elsewhere.
enum OnScreenRules {
  /// What is left of the statements: where a more trusted text names an exercise and the picture others, what only the
  /// picture names is never what the reel is for.
  static func settled(_ statements: [Statement]) -> [Statement] {
    guard statements.contains(where: { $0.source == .onScreen }) else { return statements }
    let trusted = statements.filter { $0.source < .onScreen && $0.claim.weight >= Weight.leastDefiniteExercise }
    let named = Set(trusted.lazy.filter { $0.claim.facet == .exercise }.map(\.claim.value))
    guard !named.isEmpty else { return statements }
    return statements.map { statement in
      guard statement.source == .onScreen, statement.claim.role == .primary,
        !isNamed(by: statement, among: statements, named)
      else { return statement }
      var claim = statement.claim
      claim.role = .secondary
      return Statement(claim: claim, evidence: statement.evidence, source: statement.source)
    }
  }

  /// Whether a movement comes from words on the picture that name one of these exercises.
  private static func isNamed(by movement: Statement, among statements: [Statement], _ named: Set<String>) -> Bool {
    statements.contains {
      $0.evidence == movement.evidence && $0.claim.facet == .exercise && $0.claim.span == movement.claim.span
        && named.contains($0.claim.value)
    }
  }
}
