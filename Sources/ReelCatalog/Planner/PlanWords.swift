/// Turns slugs and selections into words for people.
enum PlanWords {
  /// `loop-band` as `loop band`.
  static func plain(_ slug: String) -> String { slug.split(separator: "-").joined(separator: " ") }

  /// `ab-wheel` as `an ab wheel`.
  static func article(_ slug: String) -> String {
    let isVowel = slug.first.map { "aeiou".contains($0) } ?? false
    return (isVowel ? "an " : "a ") + plain(slug)
  }

  /// `[a, b, c]` as `a, b or c`.
  static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// What a block asks for, such as `internal rotation, mobility or stretch`.
  static func asked(_ selection: Selection) -> String {
    var parts: [String] = []
    if let any = selection.words(.primaryAny) { parts.append(list(any.map(plain), "or")) }
    if let all = selection.words(.primaryAll) { parts.append(list(all.map(plain), "and")) }
    if let only = selection.words(.primaryOnly) { parts.append(list(only.map(plain), "and") + " alone") }
    if let any = selection.words(.secondaryOrPrimaryAny) { parts.append(list(any.map(plain), "or")) }
    if let any = selection.words(.controlAny) { parts.append("holding " + list(any.map(plain), "or")) }
    // Core roles keep their hyphens: anti-rotation is one word.
    if let any = selection.words(.coreAny) { parts.append(list(any, "or")) }
    if let include = selection.words(.include) {
      parts.append(list(include.map(plain), "or"))
    } else if let modes = selection.words(.mode) {
      parts.append(list(modes.map(plain), "or"))
    }
    if parts.isEmpty, let regions = selection.words(.region) { parts.append(list(regions, "or")) }
    return parts.isEmpty ? "anything" : parts.joined(separator: ", ")
  }

  /// Why reels could not be used, for so many of them.
  static func reason(_ obstacle: PlanObstacle, count: Int) -> String {
    let one = count == 1
    switch obstacle {
    case .kind: return one ? "is of another kind" : "are of another kind"
    case .place: return one ? "is done another way" : "are done another way"
    case .level(let level): return (one ? "is " : "are ") + level.rawValue
    case .equipment(let groups):
      let items = groups.map { list($0.map(article), "or") }
      return (one ? "needs " : "need ") + list(items, "and")
    case .exposure(let exposure): return (one ? "involves " : "involve ") + plain(exposure)
    case .avoided: return one ? "is left out" : "are left out"
    case .held: return "would be held too long"
    case .unplayable: return one ? "is too short" : "are too short"
    case .sides: return one ? "shows one side only" : "show one side only"
    case .used: return one ? "is used elsewhere" : "are used elsewhere"
    }
  }
}

extension Selection {
  /// What it asks for, as words: `internal rotation, mobility or stretch`.
  public var asked: String { PlanWords.asked(self) }
}
