import ReelCatalog

/// How a tag is shown to a person.
enum TagText {
  /// `hip-flexors stretch 93 %`, a movement with its role unless it is the primary one.
  static func short(_ tag: Tag) -> String {
    let role = tag.role.flatMap { $0 == .primary ? nil : " (\($0.rawValue))" } ?? ""
    return "\(tag.value)\(role) \(HumanText.percent(tag.confidence))"
  }
}
