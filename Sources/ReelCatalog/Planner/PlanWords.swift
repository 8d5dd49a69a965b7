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

  /// A mode as people call it: `cars` are circles.
  private static func mode(_ slug: String) -> String {
    switch slug {
    case Mode.cars.rawValue: "circles"
    case Mode.pnf.rawValue: "contract-relax"
    default: plain(slug)
    }
  }

  /// What a block asks for, such as `internal rotation (mobility or stretch)`.
  static func asked(_ selection: Selection) -> String {
    var parts: [String] = []
    let modes = selection.words(.mode).map { list($0.map(mode), "or") }
    if let any = selection.words(.primaryAny) { parts.append(list(any.map(plain), "or")) }
    if let all = selection.words(.primaryAll) { parts.append(list(all.map(plain), "and")) }
    if let only = selection.words(.primaryOnly) { parts.append(list(only.map(plain), "and") + " alone") }
    if let any = selection.words(.secondaryOrPrimaryAny) { parts.append(list(any.map(plain), "or")) }
    if let any = selection.words(.controlAny) { parts.append("holding " + list(any.map(plain), "or")) }
    // Core roles keep their hyphens: anti-rotation is one word.
    if let any = selection.words(.coreAny) { parts.append(list(any, "or")) }
    if let include = selection.words(.include) {
      parts.append(list(include.map(plain), "or"))
    } else if let modes {
      return parts.isEmpty ? modes : "\(parts.joined(separator: ", ")) (\(modes))"
    }
    if parts.isEmpty, let regions = selection.words(.region) { parts.append(list(regions.map { "the \($0)" }, "or")) }
    return parts.isEmpty ? anything : parts.joined(separator: ", ")
  }

  private static let anything = "anything"

  /// What a block asks for and where that is in the routine, unless its label says the same.
  static func block(_ asked: String, _ label: String) -> String {
    let name = label.lowercased()
    if asked == anything { return "\"\(label)\"" }
    return asked == name || asked.hasPrefix("\(name) (") ? asked : "\(asked) in \"\(label)\""
  }

  /// Why none of the reels of the right kind could be used.
  static func reasons(_ reasons: [PlanGap.Reason], of existing: Int) -> String {
    guard let first = reasons.first else { return "nothing matches" }
    if reasons.count == 1 {
      let all = existing == 1 ? "the only match" : existing == 2 ? "both matches" : "all \(existing) matches"
      return "\(all) \(reason(first.obstacle, count: existing))"
    }
    let parts = reasons.map(\.text)
    let last = parts.count > 2 ? ", and " : " and "
    return "of \(existing) matches, " + parts.dropLast().joined(separator: ", ") + last + (parts.last ?? "")
  }

  /// Why this many reels can't be used, as the end of a sentence about them.
  static func reason(_ obstacle: PlanObstacle, count: Int) -> String {
    let one = count == 1
    switch obstacle {
    case .kind: return one ? "shows something else" : "show something else"
    case .place: return one ? "is done another way" : "are done another way"
    case .level(let level): return (one ? "is " : "are ") + level.rawValue
    case .equipment(let groups):
      let items = groups.map { list($0.map(article), "or") }
      return (one ? "needs " : "need ") + list(items, "and")
    case .exposure(let exposure): return (one ? "involves " : "involve ") + plain(exposure)
    case .avoided: return "may involve something to avoid"
    case .held: return "would be held too long"
    case .unplayable: return one ? "is too short" : "are too short"
    case .sides: return one ? "shows only one side" : "show only one side"
    case .used: return one ? "is already used" : "are already used"
    }
  }
}

extension Selection {
  /// What it asks for, as words: `internal rotation (mobility or stretch)`.
  public var asked: String { PlanWords.asked(self) }
}
