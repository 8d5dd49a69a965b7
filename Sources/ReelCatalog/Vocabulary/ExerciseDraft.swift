/// A person's new exercise before it is in their vocabulary: its name, and what they confirmed of it.
public struct ExerciseDraft: Sendable, Equatable {
  public var name: String
  public var primary: [HipMovement]
  public var secondary: [HipMovement]
  public var positions: [Position]
  /// Nil where nobody says; it is then mobility work.
  public var mode: Mode?
  /// Nil where nobody says; it then works one side at a time.
  public var side: ExerciseSide?

  public init(
    name: String, primary: [HipMovement] = [], secondary: [HipMovement] = [], positions: [Position] = [],
    mode: Mode? = nil, side: ExerciseSide? = nil
  ) {
    self.name = name
    self.primary = primary
    self.secondary = secondary
    self.positions = positions
    self.mode = mode
    self.side = side
  }

  static let usualMode = Mode.mobility
  static let usualSide = ExerciseSide.unilateral
}

extension ExerciseDraft {
  /// What was seen in most of some reels, for the person to confirm.
  public init(name: String, seenIn reels: [Reel]) {
    let seen = reels.compactMap(\.seen).filter { $0.gate == nil }
    self.init(
      name: name, primary: [Self.most(seen.compactMap(\.movement?.value))].compactMap(\.self),
      positions: [Self.most(seen.compactMap(\.position?.value))].compactMap(\.self),
      mode: Self.most(seen.compactMap(\.mode?.value)),
      side: Self.most(
        seen.compactMap { seen in
          switch seen.sides {
          case .both: .bilateral
          case .unilateral: .unilateral
          case .alternating: .alternating
          case .some(.none), nil: nil
          }
        }))
  }

  /// The value that comes most often; of several, the one that comes first in its list.
  private static func most<Value: CaseIterable & Hashable>(_ values: [Value]) -> Value? {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return Value.allCases.reduce(nil) { best, value in
      (counts[value] ?? 0) > (best.flatMap { counts[$0] } ?? 0) ? value : best
    }
  }
}

extension ExerciseDraft {
  /// Why a name cannot be an exercise's; nil where it can.
  ///
  /// A name goes into a file that people read and edit, so nothing in it may end a line or turn its direction.
  var nameProblem: String? {
    if name.unicodeScalars.contains(where: { $0.breaksLine || $0.turnsDirection }) {
      return "a name has no control characters and no marks that turn the direction of writing"
    }
    let words = PersonalVocabulary.words(of: name)
    guard words.reduce(0, { $0 + $1.count }) >= 3 else { return "a name needs three letters or digits" }
    return name.utf8.count <= PersonalVocabulary.longestName
      ? nil : "a name has at most \(PersonalVocabulary.longestName) bytes"
  }

  /// An id made of the name's words that no exercise has.
  func freeID(in vocabulary: Vocabulary) -> String {
    var base = ""
    for word in FoldedText(name).words {
      let longer = base.isEmpty ? word : "\(base)-\(word)"
      guard longer.isSlug, longer.utf8.count <= Self.longestBase else { continue }
      base = longer
    }
    if base.isEmpty || base == "none" { base = "own-exercise" }
    var (id, number) = (base, 1)
    while vocabulary.exercise(id) != nil {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  private static let longestBase = 56

  /// It as an item of the list `exercises`, line by line, without indentation.
  func lines(id: String) -> [String] {
    func list<Value: RawRepresentable<String>>(_ values: [Value]) -> String {
      "[\(values.map(\.rawValue).joined(separator: ", "))]"
    }
    let roles = [("primary", primary), ("secondary", secondary)].filter { !$0.1.isEmpty }
      .map { "\($0.0): \(list($0.1))" }
    var lines = ["- id: \(id)", "  name: '\(name.replacing("'", with: "''"))'"]
    if !roles.isEmpty { lines.append("  movements: {\(roles.joined(separator: ", "))}") }
    lines.append("  mode: \((mode ?? Self.usualMode).rawValue)")
    if !positions.isEmpty { lines.append("  positions: \(list(positions))") }
    lines.append("  side: \((side ?? Self.usualSide).rawValue)")
    return lines
  }
}

extension Unicode.Scalar {
  /// Whether it changes the direction of writing, and so can make a line look like another one (Unicode TR 36, 2.9).
  fileprivate var turnsDirection: Bool {
    [0x61C, 0x200E, 0x200F].contains(value) || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
