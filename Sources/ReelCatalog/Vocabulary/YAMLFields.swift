/// The fields of one YAML map, read one by one; what is left over at the end is a mistake.
struct YAMLFields {
  let node: YAMLNode
  private var unread: [(key: String, value: YAMLNode)]

  init(_ node: YAMLNode) throws(VocabularyError) {
    self.node = node
    guard case .map(let fields) = node.content else { throw node.error("a map is expected here") }
    unread = fields
  }

  /// Takes a field out; nil when it is absent or null.
  mutating func take(_ key: String) -> YAMLNode? {
    guard let place = unread.firstIndex(where: { $0.key == key }) else { return nil }
    let value = unread.remove(at: place).value
    if case .null = value.content { return nil }
    return value
  }

  /// Takes all fields that are left, in the order of the file.
  mutating func takeRest() -> [(key: String, value: YAMLNode)] {
    defer { unread = [] }
    return unread
  }

  mutating func text(_ key: String) throws(VocabularyError) -> String {
    guard let value = try optionalText(key) else { throw node.error("`\(key)` is missing") }
    return value
  }

  mutating func optionalText(_ key: String) throws(VocabularyError) -> String? {
    guard let value = take(key) else { return nil }
    return try value.asText()
  }

  mutating func texts(_ key: String) throws(VocabularyError) -> [String] {
    guard let value = take(key) else { return [] }
    return try value.asTexts()
  }

  /// Words of a closed set.
  mutating func words<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(VocabularyError) -> [Word] {
    guard let value = take(key) else { return [] }
    return try value.asWords(type)
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(VocabularyError) -> Word {
    guard let word = try optionalWord(key, as: type) else { throw node.error("`\(key)` is missing") }
    return word
  }

  mutating func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(VocabularyError) -> Word? {
    guard let value = take(key) else { return nil }
    return try value.asWord(type)
  }

  /// Refuses keys that nothing read.
  func finish() throws(VocabularyError) {
    guard let first = unread.first else { return }
    throw first.value.error("unknown key `\(first.key)`")
  }
}

extension YAMLNode {
  func asText() throws(VocabularyError) -> String {
    guard case .text(let text) = content else { throw error("a word or phrase is expected here") }
    // A tab or a line break inside a name could not be told from the separators of the compiled form.
    guard !text.utf8.contains(where: { $0 < 0x20 }) else { throw error("a name may not hold control characters") }
    return text
  }

  func asList() throws(VocabularyError) -> [YAMLNode] {
    guard case .list(let list) = content else { throw error("a list is expected here") }
    return list
  }

  func asTexts() throws(VocabularyError) -> [String] {
    var texts: [String] = []
    for item in try asList() { texts.append(try item.asText()) }
    return texts
  }

  func asWord<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) throws(VocabularyError) -> Word {
    let text = try asText()
    guard let word = Word(rawValue: text) else {
      throw error("`\(text)` is none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  func asWords<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) throws(VocabularyError) -> [Word] {
    var words: [Word] = []
    for item in try asList() { words.append(try item.asWord(type)) }
    return words
  }
}
