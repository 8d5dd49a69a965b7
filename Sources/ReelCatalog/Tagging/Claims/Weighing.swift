/// A claim with the evidence that makes it.
struct Statement {
  let claim: Claim
  /// The place of the evidence in the reel's list.
  let evidence: Int
  let source: EvidenceSource

  var weight: Int { claim.weight * Weight.of(source) / 1000 }

  /// The same with half its weight.
  var halved: Statement {
    let claim = Claim(
      facet: claim.facet, value: claim.value, role: claim.role, entry: claim.entry, span: claim.span,
      weight: claim.weight / 2)
    return Statement(claim: claim, evidence: evidence, source: source)
  }
}

/// Weighs what several texts say about one reel.
///
/// Texts that agree make a tag surer. Where they name different movements, the most trusted source says what is
/// primary; what only less trusted ones say stays as secondary. Where they name different exercises, those of less
/// trusted sources count half.
enum Weighing {
  static func tagging(of statements: [Statement]) -> Tagging {
    let statements = settlingExercises(statements)
    let judge = statements.lazy.filter { $0.claim.role == .primary }.map(\.source).min()
    // A reel has a few dozen statements at most: looking through what is left is faster than hashing their names.
    var left = Array(statements.indices)
    var group: [Statement] = []
    var tags: [Tag] = []
    while let first = left.first {
      let claim = statements[first].claim
      group.removeAll(keepingCapacity: true)
      left.removeAll { place in
        let other = statements[place]
        guard other.claim.facet == claim.facet, other.claim.value == claim.value else { return false }
        group.append(other)
        return true
      }
      tags.append(tag(of: group, judge: judge))
    }
    return Tagging(tags: tags)
  }

  private static func settlingExercises(_ statements: [Statement]) -> [Statement] {
    let definite = statements.lazy.filter {
      $0.claim.facet == .exercise && $0.claim.weight >= Weight.leastDefiniteExercise
    }
    // Texts of one source, as most reels have, leave no exercise to doubt.
    guard let judge = definite.map(\.source).min(), statements.contains(where: { $0.source > judge }) else {
      return statements
    }
    let named = Set(definite.filter { $0.source == judge }.map(\.claim.value))
    return statements.map { statement in
      guard statement.claim.facet == .exercise, statement.source > judge, !named.contains(statement.claim.value) else {
        return statement
      }
      return statement.halved
    }
  }

  /// The tag that statements about one value make.
  private static func tag(of statements: [Statement], judge: EvidenceSource?) -> Tag {
    let (facet, value) = (statements[0].claim.facet, statements[0].claim.value)
    var role = statements.lazy.compactMap(\.claim.role).min { $0.place < $1.place }
    var supporting = statements
    if facet == .movement {
      let isOverruled = role == .primary && !statements.contains { $0.claim.role == .primary && $0.source == judge }
      if isOverruled { role = .secondary }
      // Only what says this role makes the role surer.
      supporting = statements.filter { $0.claim.role == role || isOverruled }
    }
    // Statements come text by text; of each text the strongest counts.
    var doubt = 1.0
    var strongest = 0
    for (place, statement) in supporting.enumerated() {
      strongest = max(strongest, statement.weight)
      if place + 1 == supporting.count || supporting[place + 1].evidence != statement.evidence {
        doubt *= 1 - Double(strongest) / 1000
        strongest = 0
      }
    }
    return Tag(
      facet: facet, value: value, role: role,
      confidence: Confidence(permille: Int(((1 - doubt) * 1000).rounded())), matches: matches(of: statements))
  }

  /// The words behind a tag, the weightiest first, each once.
  private static func matches(of statements: [Statement]) -> [Match] {
    guard statements.count > 1 else {
      return statements.map {
        Match(evidence: $0.evidence, span: $0.claim.span, entry: $0.claim.entry, weight: $0.weight)
      }
    }
    var matches: [Match] = []
    let sorted = statements.enumerated().sorted { one, other in
      (-one.element.weight, one.element.evidence, one.element.claim.span.lowerBound, one.offset)
        < (-other.element.weight, other.element.evidence, other.element.claim.span.lowerBound, other.offset)
    }
    for (_, statement) in sorted {
      let match = Match(
        evidence: statement.evidence, span: statement.claim.span, entry: statement.claim.entry,
        weight: statement.weight)
      if !matches.contains(match) { matches.append(match) }
    }
    return matches
  }
}

/// One thing that one text says about a reel, before texts are weighed against each other.
struct Claim {
  let facet: Facet
  let value: String
  /// Only for movements.
  var role: MovementRole?
  /// The vocabulary entry it rests on.
  let entry: String
  /// The UTF-8 bytes of the text it rests on.
  let span: Range<Int>
  /// How much it says, in thousandths.
  let weight: Int
}
