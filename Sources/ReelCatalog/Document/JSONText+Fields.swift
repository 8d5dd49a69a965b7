extension JSONText {
  /// Writes what a reel has in some fields as one object with the fields as members; leaves out unknown values.
  public mutating func fields(_ fields: [QueryField], of reel: Reel) {
    object { json in
      for field in fields {
        if field == .path {
          if let path = reel.paths.first { json.member(field.rawValue, path) }
        } else if let value = reel.value(field) {
          json.key(field.rawValue)
          json.value(value)
        }
      }
    }
  }

  private mutating func value(_ value: FieldValue) {
    switch value {
    case .text(let text): self.value(text)
    case .number(let number): self.value(number)
    case .thousandths(let number): thousandths(number)
    case .flag(let flag): self.value(flag)
    case .list(let values): array(.inline) { json in for value in values { json.value(value) } }
    }
  }
}
