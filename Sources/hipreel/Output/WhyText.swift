import ReelCatalog

/// How the evidence of a tag reads to a person.
enum WhyText {
  /// `filename “clamshell”; sidecar txt “clams”`: each text once, with the words that matched.
  ///
  /// - Parameters:
  ///   - own: The person's own names; what is based on one says so.
  ///   - name: What to call the source of a text.
  static func because(
    _ tag: Tag, _ evidence: [Evidence], _ own: PersonalVocabulary?, naming name: (Evidence) -> String
  ) -> String {
    let reasons = tag.matches.compactMap { match -> String? in
      guard evidence.indices.contains(match.evidence) else { return nil }
      let item = evidence[match.evidence]
      let words = words(match, in: item.text)
      let isOwn = own?.isBehind(match.entry, matching: words) ?? false
      return "\(name(item)) “\(words)”" + (isOwn ? " (your vocabulary)" : "")
    }
    var seen: Set<String> = []
    let distinct = reasons.filter { seen.insert($0).inserted }
    return distinct.isEmpty ? "your own choice" : distinct.joined(separator: "; ")
  }

  /// `sidecar txt`, `embedded title`, `filename`.
  static func source(_ evidence: Evidence) -> String {
    evidence.source.rawValue + (evidence.field.map { " \($0)" } ?? "")
  }

  private static func words(_ match: Match, in text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[match.span.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
