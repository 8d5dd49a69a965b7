/// A mapping with known keys only.
struct YAMLMap<Key: RawRepresentable<String> & CaseIterable & Hashable> {
  private let tree: YAMLTree
  private let values: [Key: YAMLTree]

  /// Throws for a key outside `Key`, naming the nearest right one.
  init(_ tree: YAMLTree) throws(YAMLError) {
    self.tree = tree
    var values: [Key: YAMLTree] = [:]
    for (key, value) in try tree.pairs() {
      let word = try key.text()
      guard let known = Key(rawValue: word) else {
        throw key.error(
          "unknown key \"\(word)\"", suggestion: NearestWord.to(word, among: Key.allCases.map(\.rawValue)))
      }
      values[known] = value
    }
    self.values = values
  }

  subscript(key: Key) -> YAMLTree? { values[key] }

  func required(_ key: Key) throws(YAMLError) -> YAMLTree {
    guard let value = values[key] else { throw tree.error("the key \"\(key.rawValue)\" is missing") }
    return value
  }
}

extension YAMLTree {
  package func text() throws(YAMLError) -> String {
    guard case .text(let text) = content else { throw error("this isn't a single text") }
    return text
  }

  func integer() throws(YAMLError) -> Int {
    let text = try text()
    guard let number = Int(text), text.utf8.count <= 9 else { throw error("\"\(text)\" isn't a whole number") }
    return number
  }

  package func list() throws(YAMLError) -> [YAMLTree] {
    guard case .list(let list) = content else { throw error("this isn't a list") }
    return list
  }

  package func pairs() throws(YAMLError) -> [(key: YAMLTree, value: YAMLTree)] {
    guard case .map(let pairs) = content else { throw error("this isn't a mapping of keys to values") }
    return pairs
  }

  package func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) throws(YAMLError) -> Word {
    let text = try text()
    do {
      return try Word(word: text)
    } catch {
      throw unknown(error, where: "this key")
    }
  }

  /// The error for a word outside a closed list, at the word itself if this is a list that contains it.
  func unknown(_ unknown: UnknownWord, where name: String) -> YAMLError {
    var place = self
    if case .list(let items) = content {
      for case let item in items {
        if case .text(unknown.word) = item.content { place = item }
      }
    }
    return place.error("\"\(unknown.word)\" isn't a value for \(name)", suggestion: unknown.suggestion)
  }
}
