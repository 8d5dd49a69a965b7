/// Finds the exercise that a person means from some letters of its name, in any language.
public struct ExerciseSearch: Sendable {
  private struct Entry {
    let exercise: Exercise
    /// The id, the name, then all other forms, without case, accents and punctuation.
    let names: [String]
  }

  private let entries: [Entry]

  public init(_ vocabulary: Vocabulary) {
    entries = vocabulary.exercises.map { exercise in
      Entry(
        exercise: exercise, names: ([exercise.id, exercise.name] + exercise.forms.map(\.text)).map(Self.comparable))
    }
  }

  /// The exercises with exactly this name; only one for an id.
  public func exercises(called text: String) -> [Exercise] {
    let wanted = Self.comparable(text)
    guard !wanted.isEmpty else { return [] }
    if let entry = entries.first(where: { $0.names.first == wanted }) { return [entry.exercise] }
    return entries.filter { $0.names.contains(wanted) }.map(\.exercise)
  }

  /// What the person may mean, the likeliest first: names that start with it, then names with all its words, then the
  /// nearest name.
  public func suggestions(for text: String, limit: Int) -> [Exercise] {
    let wanted = Self.comparable(text)
    guard !wanted.isEmpty else { return [] }
    let words = wanted.split(separator: " ")
    let ranked = entries.enumerated().compactMap { place, entry in
      Self.rank(entry, wanted, words).map { (rank: $0, place: place, exercise: entry.exercise) }
    }
    if !ranked.isEmpty {
      return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(limit).map(\.exercise)
    }
    guard let nearest = NearestWord.to(wanted, among: entries.flatMap(\.names)) else { return [] }
    return Array(exercises(called: nearest).prefix(limit))
  }

  /// How well an entry fits, 0 best; nil if it doesn't.
  private static func rank(_ entry: Entry, _ wanted: String, _ words: [Substring]) -> Int? {
    if entry.names.contains(wanted) { return 0 }
    if entry.names.prefix(2).contains(where: { $0.hasPrefix(wanted) }) { return 1 }
    if entry.names.contains(where: { $0.hasPrefix(wanted) }) { return 2 }
    let hasAll = entry.names.contains { name in
      let parts = name.split(separator: " ")
      return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }
    return hasAll ? 3 : nil
  }

  private static func comparable(_ text: String) -> String { FoldedText(text).words.joined(separator: " ") }
}
