/// What the name of reels that a reel moves like claims, where the person asked for that.
enum AlikeRules {
  /// What such a line claims.
  ///
  /// - Parameter claims: What the name of the exercise claims by itself.
  static func claims(of alike: Alike, meaning claims: [Claim]) -> [Claim] {
    claims.map { claim in
      Claim(
        facet: claim.facet, value: claim.value, role: claim.role, entry: "alike:" + alike.exercise,
        span: 0..<alike.exercise.utf8.count, weight: claim.weight * alike.confidence.permille / 1000)
    }
  }

  /// What is left of the statements: where somebody wrote what exercise it is, likeness has nothing to add, nor where the
  /// picture says the same by itself: two looks at one picture are not two witnesses.
  static func settled(_ statements: [Statement]) -> [Statement] {
    guard statements.contains(where: { $0.source == .alike }) else { return statements }
    let isNamed = statements.contains { $0.source.isWritten && $0.claim.facet == .exercise }
    let seen = statements.filter { $0.source == .seen }.map(\.claim)
    return statements.filter { statement in
      guard statement.source == .alike else { return true }
      let claim = statement.claim
      return !isNamed && !seen.contains { $0.facet == claim.facet && $0.value == claim.value }
    }
  }
}

extension Tagging {
  /// The exercise that somebody named, and not the picture: the only one, and a likely one. Nil where there is none.
  public var namedExercise: String? {
    let named = tags.filter { tag in
      tag.facet == .exercise && tag.confidence >= Self.likelyName
        && (tag.matches.isEmpty || tag.matches.contains { !$0.entry.hasPrefix("alike:") })
    }
    return named.count == 1 ? named[0].value : nil
  }

  private static let likelyName = Confidence(permille: 800)
}
