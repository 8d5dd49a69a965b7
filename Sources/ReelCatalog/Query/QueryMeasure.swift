/// A number with a unit as a query writes it, in the field's own whole units.
struct QueryMeasure: Equatable {
  /// Milliseconds, pixels, bytes, degrees, or thousandths of a frame per second or of certainty.
  let value: Int
  /// The value of the last digit written: how precise the number is.
  let step: Int

  /// Returns nil if the text isn't such a number or is too large.
  init?(_ text: String, of field: QueryField.Number) {
    let text = text.lowercased()
    if field == .duration, text.contains(":") {
      self.init(clock: text)
    } else {
      self.init(parts: text, units: Self.units(of: field), severalParts: field == .duration)
    }
    guard Self.range(of: field).contains(value) else { return nil }
  }

  /// The values equal to it at the precision written: `duration:40` is any time from 40 s to under 41 s.
  func equal(in field: QueryField.Number) -> QueryRange {
    switch field {
    case .duration, .size: QueryRange(low: value, high: value + step - 1)
    // Cameras say 30 for 29.97.
    case .fps: QueryRange(low: value - step / 2, high: value - step / 2 + step - 1)
    case .width, .height, .rotation, .rating, .confidence, .reps: QueryRange(low: value, high: value)
    }
  }

  /// `1:30`, `1:02:03.5`
  private init?(clock text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let seconds = Self.decimal(parts[parts.count - 1], unit: 1000) else {
      return nil
    }
    var minutes = 0
    for part in parts.dropLast() {
      guard part.count <= 4, let number = Self.decimal(part, unit: 1), number.step == 1 else { return nil }
      minutes = minutes * 60 + number.value
    }
    value = minutes * 60_000 + seconds.value
    step = seconds.step
  }

  /// `40`, `12.5s`, `1m30s`, `10MB`
  private init?(parts text: String, units: [String: Int], severalParts: Bool) {
    var rest = text[...]
    var total = 0
    var smallest = Int.max
    var step = 1
    repeat {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unitName = rest[number.endIndex...].prefix { !($0.isASCII && $0.isNumber) }
      rest = rest[unitName.endIndex...]
      guard let unit = units[String(unitName)], let part = Self.decimal(number, unit: unit) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part.value)
      guard !overflow, unit < smallest || smallest == .max else { return nil }
      total = sum
      smallest = min(smallest, unit)
      // A whole minute or hour means that long to the second.
      step = severalParts && part.step == unit ? min(unit, 1000) : part.step
    } while severalParts && !rest.isEmpty
    guard rest.isEmpty else { return nil }
    value = total
    self.step = step
  }

  /// Digits with up to three decimals, times a unit; nil if that isn't a whole number.
  private static func decimal(_ text: some StringProtocol, unit: Int) -> (value: Int, step: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...12).contains(parts[0].count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard decimals <= 3, parts.count == 1 || decimals > 0, let digits = Int(parts.joined()) else { return nil }
    let divisor = [1, 10, 100, 1000][decimals]
    let (product, overflow) = digits.multipliedReportingOverflow(by: unit)
    guard !overflow, product % divisor == 0 else { return nil }
    return (product / divisor, max(unit / divisor, 1))
  }

  /// What each unit is worth; the empty one is the default.
  private static func units(of field: QueryField.Number) -> [String: Int] {
    switch field {
    case .duration:
      ["": 1000, "ms": 1, "s": 1000, "sec": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000]
    case .width, .height: ["": 1, "px": 1, "p": 1]
    case .rotation: ["": 1, "deg": 1, "°": 1]
    case .fps: ["": 1000, "fps": 1000]
    case .rating, .reps: ["": 1]
    case .confidence: ["": 1000, "%": 10]
    case .size:
      [
        "": 1, "b": 1, "k": 1000, "kb": 1000, "m": 1_000_000, "mb": 1_000_000, "g": 1_000_000_000, "gb": 1_000_000_000,
        "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
      ]
    }
  }

  private static func range(of field: QueryField.Number) -> ClosedRange<Int> {
    switch field {
    case .confidence: 0...1000
    case .rating: Edit.ratings
    case .reps: Seen.repetitionCounts
    default: 0...1_000_000_000_000_000
    }
  }
}
