import ReelCatalog

/// The fields of one YAML map, read one by one; anything left over at the end is a mistake.
struct YAMLFields {
  let node: YAMLTree
  private var unread: [(key: String, value: YAMLTree)]

  init(_ node: YAMLTree) throws(YAMLError) {
    self.node = node
    var fields: [(key: String, value: YAMLTree)] = []
    for (key, value) in try node.pairs() { fields.append((try key.text(), value)) }
    unread = fields
  }

  /// Takes a field out; nil when it is absent or null.
  mutating func take(_ key: String) -> YAMLTree? {
    guard let place = unread.firstIndex(where: { $0.key == key }) else { return nil }
    let value = unread.remove(at: place).value
    if case .text("") = value.content { return nil }
    if case .text("null") = value.content { return nil }
    return value
  }

  /// Takes all fields that are left, in the order of the file.
  mutating func takeRest() -> [(key: String, value: YAMLTree)] {
    defer { unread = [] }
    return unread
  }

  mutating func text(_ key: String) throws(YAMLError) -> String {
    guard let value = try optionalText(key) else { throw node.error("`\(key)` is missing") }
    return value
  }

  mutating func optionalText(_ key: String) throws(YAMLError) -> String? {
    guard let value = take(key) else { return nil }
    return try value.name()
  }

  mutating func texts(_ key: String) throws(YAMLError) -> [String] {
    guard let value = take(key) else { return [] }
    return try value.names()
  }

  /// Words of a closed set.
  mutating func words<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(YAMLError) -> [Word] {
    var words: [Word] = []
    for item in try take(key)?.list() ?? [] { words.append(try item.word(type)) }
    return words
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(YAMLError) -> Word {
    guard let word = try optionalWord(key, as: type) else { throw node.error("`\(key)` is missing") }
    return word
  }

  mutating func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Word.Type
  ) throws(YAMLError) -> Word? {
    guard let value = take(key) else { return nil }
    return try value.word(type)
  }

  /// Refuses keys that nothing read.
  func finish() throws(YAMLError) {
    guard let first = unread.first else { return }
    throw first.value.error("unknown key `\(first.key)`")
  }
}

extension YAMLTree {
  /// A name: not a list, and without control characters.
  func name() throws(YAMLError) -> String {
    let text = try text()
    // A tab or a line break inside a name would look like the separators of the compiled form.
    guard !text.utf8.contains(where: { $0 < 0x20 }) else { throw error("a name cannot contain control characters") }
    return text
  }

  func names() throws(YAMLError) -> [String] {
    var names: [String] = []
    for item in try list() { names.append(try item.name()) }
    return names
  }
}
