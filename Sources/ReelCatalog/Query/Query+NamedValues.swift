extension Query {
  /// The tag values that it names, wanted or not; patterns don't count.
  public var namedValues: [Facet: Set<String>] {
    var values: [Facet: Set<String>] = [:]
    func gather(_ expression: Expression) {
      switch expression {
      case .all(let parts), .any(let parts): parts.forEach(gather)
      case .not(let part): gather(part)
      case .term(.tag(let pattern)):
        if case .oneOf(let words) = pattern.value { values[pattern.facet, default: []].formUnion(words) }
      case .term: break
      }
    }
    gather(expression)
    return values
  }
}
