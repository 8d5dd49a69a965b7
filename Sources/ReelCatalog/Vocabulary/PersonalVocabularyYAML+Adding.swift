/// Adds to a person's vocabulary as they would with an editor: not a byte of theirs changes.
extension PersonalVocabularyYAML {
  /// How many bytes a file can have.
  public static let byteLimit = 64 << 10

  /// A file with one exercise more.
  public struct Addition: Sendable, Equatable {
    public let text: String
    /// The id of the new exercise.
    public let id: String
  }

  /// Adds an exercise at the end of the list `exercises`, which is made if there is none.
  ///
  /// - Parameters:
  ///   - text: The file; empty if there is none.
  ///   - vocabulary: The one that the file adds to.
  /// - Throws: `VocabularyError` for a name that cannot be one or is one already, and for a file that has mistakes or is
  ///   written in a form that takes no line more.
  public static func adding(
    _ draft: ExerciseDraft, to text: String, over vocabulary: Vocabulary
  ) throws(VocabularyError) -> Addition {
    if let problem = draft.nameProblem { throw VocabularyError(problem: problem) }
    let before = try ownNames(in: text, over: vocabulary)
    let known = before.map { vocabulary.adding($0) } ?? vocabulary
    if let same = ExerciseSearch(known).exercises(called: draft.name).first?.id ?? before?.owner(of: draft.name) {
      throw VocabularyError(problem: "there is such an exercise: \(same)")
    }
    let id = draft.freeID(in: known)
    // Alone first, so that a name that YAML cannot have is not taken for a mistake of the file.
    do { _ = try self.vocabulary(from: insert(draft.lines(id: id), in: ""), over: vocabulary) } catch {
      throw VocabularyError(problem: error.problem)
    }
    let longer = insert(draft.lines(id: id), in: text)
    guard longer.utf8.count <= byteLimit else {
      throw VocabularyError(problem: "would be longer than \(byteLimit >> 10) KiB")
    }
    // What the file says now is compared with what it should say, whatever form its author chose.
    guard let after = try? Self.vocabulary(from: longer, over: vocabulary), isSum(after, before, draft, id) else {
      throw VocabularyError(
        problem: "its form takes no exercise more; write \"exercises:\" as a list with a line for each \"- id:\"")
    }
    return Addition(text: longer, id: id)
  }

  /// Nil for a file without a single key.
  private static func ownNames(
    in text: String, over vocabulary: Vocabulary
  ) throws(VocabularyError) -> PersonalVocabulary? {
    let isBlank = text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let first = line.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
      return first == nil || first == "#"
    }
    return isBlank ? nil : try self.vocabulary(from: text, over: vocabulary)
  }

  private static func isSum(
    _ after: PersonalVocabulary, _ before: PersonalVocabulary?, _ draft: ExerciseDraft, _ id: String
  ) -> Bool {
    guard after.names == before?.names ?? [], let new = after.exercises.last, new.id == id, new.name == draft.name,
      new.primary == draft.primary, new.secondary == draft.secondary, new.positions == draft.positions,
      new.mode == draft.mode ?? ExerciseDraft.usualMode, new.side == draft.side ?? ExerciseDraft.usualSide
    else { return false }
    return Array(after.exercises.dropLast()) == before?.exercises ?? []
  }

  private static func insert(_ item: [String], in text: String) -> String {
    // Lines as bytes: Swift takes the two ends of a line for one character.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let end = lines.first?.utf8.last == UInt8(ascii: "\r") ? "\r\n" : "\n"
    guard let key = lines.firstIndex(where: isKey) else {
      let gap = text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? "" : end
      let added: [String] = ["exercises:"] + item.map { "  \($0)" }
      return text + gap + added.map { $0 + end }.joined()
    }
    let next = lines[(key + 1)...].firstIndex { line in
      guard let first = line.utf8.first else { return false }
      return ![UInt8](" \t\r#-".utf8).contains(first)
    }
    let section = lines[(key + 1)..<(next ?? lines.endIndex)]
    let last = section.lastIndex { line in
      let first = line.utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
      return first != nil && first != UInt8(ascii: "#")
    }
    let indent = section.first { $0.drop { $0 == " " }.hasPrefix("-") }.map { $0.prefix { $0 == " " } } ?? "  "
    let place = (last ?? key) + 1
    // The line before may be the file's last and lack its end.
    let start = lines[..<place].joined(separator: "\n") + (place < lines.endIndex ? "\n" : end)
    return start + item.map { "\(indent)\($0)\(end)" }.joined() + lines[place...].joined(separator: "\n")
  }

  /// `exercises:` at the start of a line, with nothing but a comment after it.
  private static func isKey(_ line: String) -> Bool {
    guard line.hasPrefix("exercises:") else { return false }
    let rest = line.dropFirst("exercises:".count)
    let first = rest.first { !$0.isWhitespace }
    return first == nil || (first == "#" && rest.first?.isWhitespace == true)
  }
}
