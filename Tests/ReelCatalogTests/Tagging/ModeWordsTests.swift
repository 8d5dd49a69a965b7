import ReelCatalog
import TestSupport
import Testing

/// One row of mode-words.tsv, which tells its own form.
private struct ModeWords {
  let text: String
  let kind: TextKind
  let language: String
  let modes: Set<Mode>

  private struct RowError: Error { let row: String }

  private static let marks: [Substring: Mode] = [
    "S": .strength, "T": .stretch, "M": .mobility, "A": .activation, "C": .core,
  ]

  static func all() throws -> [ModeWords] { try TestTable.rows(of: "mode-words.tsv").map(ModeWords.init) }

  private init(_ row: Substring) throws {
    let fields = row.split(separator: "\t").map(String.init)
    guard fields.count == 4, let kind = TextKind(rawValue: fields[0]) else { throw RowError(row: String(row)) }
    self.kind = kind
    language = fields[1]
    modes = Set(
      try fields[2].split(separator: ",").filter { $0 != "-" }.map { mark in
        guard let mode = Self.marks[mark] else { throw RowError(row: String(row)) }
        return mode
      })
    text = fields[3]
  }

  /// The modes that the tagger finds.
  var found: Set<Mode> {
    let tagging = Tagger.standard.tagging(text: text, kind: kind)
    return Set(tagging.values(.mode).compactMap { Mode(rawValue: $0)?.scored })
  }
}

@Suite struct ModeWordsTests {
  @Test func `the modes of texts written for them are found as often as docs say`() throws {
    var (right, wrong, missed) = (0, 0, 0)
    for words in try ModeWords.all() {
      let found = words.found
      right += found.intersection(words.modes).count
      wrong += found.subtracting(words.modes).count
      missed += words.modes.subtracting(found).count
    }
    let score = 2 * Double(right) / Double(2 * right + wrong + missed)
    #expect(score >= 0.94, "\(score)")
  }

  @Test func `the list has every mode and language, and texts without a mode`() throws {
    let words = try ModeWords.all()
    #expect(words.count > 200)
    #expect(Set(words.flatMap(\.modes)) == [.strength, .stretch, .mobility, .activation, .core])
    #expect(Set(words.map(\.language)) == ["en", "es", "pt", "fr", "de"])
    #expect(words.count(where: \.modes.isEmpty) >= 30)
  }

  private static func modes(_ text: String) -> [String] {
    Tagger.standard.tagging(text: text, kind: .title).values(.mode).sorted()
  }

  @Test(arguments: [
    ("Glute bridge", ["activation", "strength"]), ("Glute bridge activation", ["activation"]),
    ("Glute bridge with a dumbbell", ["strength"]), ("Glute bridges and back squats", ["strength"]),
    ("Banded hip abduction", ["activation", "strength"]), ("Weighted hip abduction for strength", ["strength"]),
  ])
  func `what may be strength or activation is what the text says`(text: String, modes: [String]) {
    #expect(Self.modes(text) == modes)
  }

  @Test(arguments: [
    ("Hip openers", ["mobility"]), ("Pigeon pose: hip opener", ["stretch"]), ("Hip thrust warm-up", ["strength"]),
    ("Shoulder rotations", ["mobility"]), ("Crop rotations", []), ("Swing dancing for two", []),
    ("Frog rock backs", ["mobility"]),
  ])
  func `open words say how only where nothing else does`(text: String, modes: [String]) {
    #expect(Self.modes(text) == modes)
  }

  @Test(arguments: [
    ("Hip mobility before squats", ["mobility"]), ("Movilidad de cadera para sentadillas", ["mobility"]),
    ("Hüfte dehnen nach Kniebeugen", ["stretch"]), ("Squats after a day at the desk", ["strength"]),
  ])
  func `what is only prepared for or followed isn't shown`(text: String, modes: [String]) {
    #expect(Self.modes(text) == modes)
  }

  @Test(arguments: [
    ("Neck flexion and extension", ["mobility"]), ("Elbow flexion with a dumbbell", ["strength"]),
    ("Deadline extension", []), ("Psoas stretch with a lunge", ["stretch"]), ("Lunging calf stretch", ["stretch"]),
  ])
  func `a free movement of another joint is for its range`(text: String, modes: [String]) {
    #expect(Self.modes(text) == modes)
  }
}
