import ReelCatalog

/// Makes the text of queries of every kind, most of which some reels of `RandomReel` answer.
public struct RandomQuery {
  public var random: SeededRandom

  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next query.
  public mutating func next() -> String {
    var parts = [expression(depth: Int.random(in: 0...3, using: &random))]
    if random.chance(40) { parts.append(random.pick(QueryOrder.Key.allCases).rawValue + random.pick(["-", "+"])) }
    if random.chance(10) { parts.append("sort:" + random.pick(QueryOrder.Key.allCases).rawValue) }
    if random.chance(30) { parts.append("limit:\(random.pick([1, 2, 10, 1000]))") }
    return parts.shuffled(using: &random).joined(separator: " ")
  }

  private mutating func expression(depth: Int) -> String {
    guard depth > 0 else { return (random.chance(25) ? random.pick(["-", "not ", "^"]) : "") + term() }
    let count = Int.random(in: 1...3, using: &random)
    let parts = (0..<count).map { _ in expression(depth: depth - 1) }
    let text = parts.joined(separator: random.pick([" ", " and ", " or ", " , "]))
    return random.pick(["(\(text))", "not (\(text))", "-(\(text))", ":begin \(text) :end"])
  }

  private mutating func term() -> String {
    guard random.chance(75) else { return words() }
    let field = random.pick(QueryField.allCases)
    if field.canBeUnknown, random.chance(8) { return "\(field.rawValue):\(random.pick(["none", "any"]))" }
    return switch field.kind {
    case .text(let text): "\(field.rawValue):\(value(text))"
    case .number(let number): "\(field.rawValue):\(range { Self.values(number) })"
    case .date: "\(field.rawValue):\(range { Self.dates })"
    case .tag(let facet): "\(field.rawValue):\(value(facet))"
    case .status, .orientation, .companion: "\(field.rawValue):\(list(field.closedValues ?? []))"
    case .words: "\(field.rawValue):\(words())"
    case .favourite, .tagged, .gone, .conflict: "\(field.rawValue):\(random.pick(field.closedValues ?? []))"
    }
  }

  private mutating func words() -> String {
    let words = RandomReel.words.filter { WordPattern($0) != nil }
    let phrase = (0...Int.random(in: 0...1, using: &random)).map { _ in random.pick(words) }.joined(separator: " ")
    if random.chance(20), let first = phrase.first { return "\"\(first)\"" + random.pick(["*", "%"]) }
    return "\"\(phrase)\"" + random.pick(["", "", "*"])
  }

  private mutating func value(_ field: QueryField.Text) -> String {
    switch field {
    case .id: return random.pick(["", "="]) + random.pick(["0", "ab", "7f", "f"])
    case .path, .folder, .name:
      let piece = random.pick(RandomReel.words + [".mov", "(1)", "%", "*", "[", "/", "\\\\", "\\\"", "'"])
      return random.pick([
        "\"\(piece)\"", "=\"\(piece)\"", "~*\"\(piece)\"*", "~?\"\(piece)\"%", "~*.mov", "~*\"\(piece)\"",
      ])
    case .note:
      let piece = random.pick(RandomReel.words + ["note", "*", "[", "'"])
      return random.pick(["\"\(piece)\"", "=\"note \(piece)\"", "~note*", "~*\"\(piece)\"", "~?ote\\ \"\(piece)\"*"])
    case .onScreen:
      let piece = random.pick(RandomReel.words + [", ", "-", "*", "["])
      return random.pick(["\"\(piece)\"", "=\"\(piece), \"", "~*\"\(piece)\"*", "~\"\(piece)\"*"])
    case .codec: return random.pick(["", "~"]) + list(["h264", "HEVC", "av1", "h26"])
    case .audio: return random.pick(["aac", "opus,aac", "~a*", "=aac"])
    case .container: return random.pick(["mov", "matroska,gif", "~m*", "~?ov"])
    case .alike: return random.pick(["", "~"]) + list(RandomReel.values(.exercise))
    case .oshash: return random.pick(["8e245d9679d31e12", "8E245D9679D31E12,0000000000000000", "~8e*", "=ffff"])
    }
  }

  private mutating func value(_ facet: Facet) -> String {
    let role =
      facet == .movement ? random.pick(["", "any=", "primary=", "secondary=", "control="]) : random.pick(["", "="])
    let values = RandomReel.values(facet)
    let value = random.chance(20) ? "~*" + random.pick(["a", "on", "r-", "e"]) + "*" : list(values)
    return role + value + (random.chance(20) ? "@" + random.pick(["0.5", "0.9", "100%"]) : "")
  }

  private mutating func list(_ values: [String]) -> String {
    (0...random.pick([0, 0, 1, 2])).map { _ in random.pick(values) }.joined(separator: ",")
  }

  /// A value, a comparison or a range that does not end before it begins.
  private mutating func range(_ values: () -> [String]) -> String {
    let values = values()
    let low = Int.random(in: values.indices, using: &random)
    let high = Int.random(in: low..<values.count, using: &random)
    return random.pick([
      values[low], "=" + values[low], ">=" + values[low], "<" + values[low], "gt:" + values[low], "le:" + values[low],
      "\(values[low])..\(values[high])", "\(values[low])..", "..\(values[high])", "\(values[low]),\(values[high])",
    ])
  }

  /// In rising order.
  private static func values(_ field: QueryField.Number) -> [String] {
    switch field {
    case .duration: ["0", "1ms", "10", "0:40", "40.5s", "59.9", "1m", "60001ms", "1m30s"]
    case .width, .height: ["1", "720px", "1080p", "1920", "65535"]
    case .size: ["0", "999", "1kB", "10MB", "11MB", "1GiB", "2GB"]
    case .rotation: ["0", "90", "180deg", "270"]
    case .fps: ["2.333", "23.976", "25", "29.97", "30", "60"]
    case .rating: ["1", "2", "3", "4", "5"]
    case .reps: ["0", "1", "2", "8", "12"]
    case .confidence: ["0", "0.5", "80%", "0.9", "0.999", "1"]
    }
  }

  /// By their beginnings in rising order, at 2024-06-01T12:00:00Z.
  private static let dates = [
    "1970", "-1y", "2023", "2024", "2024-05", "2024-05-01", "2024-05-20T10", "2024-05-20T10:30:00", "-1w", "-2d",
    "yesterday", "today", "-1h",
  ]
}
