import MediaFacts

/// What a reel has in one field of the query language, to be written out.
///
/// Numbers are in the units that a query takes without naming them, so you can query for what it shows.
public enum FieldValue: Sendable, Equatable {
  case text(String)
  case number(Int)
  /// Thousandths of the unit: seconds, frames a second, or certainty.
  case thousandths(Int)
  case flag(Bool)
  /// The most certain first; may be empty.
  case list([String])

  /// The value as plain text: whole numbers and three decimals, `yes` and `no`, lists with spaces between.
  public var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .thousandths(let number): "\(number / 1000).\(String("\(1000 + number % 1000)".dropFirst()))"
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let values): values.joined(separator: " ")
    }
  }
}

extension Reel {
  /// What the reel has in a field; nil if unknown.
  ///
  /// A movement is what the reel is for, as in a query. Dates are ISO 8601.
  public func value(_ field: QueryField) -> FieldValue? {
    switch field.kind {
    // Only to ask for.
    case .text(.onScreen), .words: nil
    case .text(let text): self.text(text).map { .text($0) }
    case .number(.duration): number(.duration).map { .thousandths($0) }
    case .number(.fps): number(.fps).map { .thousandths($0) }
    case .number(.confidence): number(.confidence).map { .thousandths($0) }
    case .number(let number): self.number(number).map { .number($0) }
    case .date(.recorded): recorded.map { .text($0.text) }
    case .date(.added): .text(RecordingDate.text(ofUnixSeconds: addedUnixSeconds))
    case .tag(.movement): .list(tagging.movements(.primary).map(\.rawValue))
    case .tag(let facet): .list(tagging.values(facet))
    case .status: .text(status.rawValue)
    case .orientation: video.map { .text(Orientation($0.displaySize).rawValue) }
    case .companion: .text(kind?.rawValue ?? QueryField.ordinary)
    case .favourite: .flag(personal.isFavourite)
    case .tagged: .flag(!tagging.tags.isEmpty)
    case .gone: .flag(isGone)
    case .conflict: contradictsPicture ? .text(QueryField.picture) : nil
    }
  }
}
