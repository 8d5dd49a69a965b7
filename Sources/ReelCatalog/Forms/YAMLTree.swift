import Yams

/// A YAML document as places and plain text, read within bounds: nothing in it is resolved, built or expanded.
///
/// Bounds: 64 KB, eight levels, no anchors, aliases or tags, no key twice.
package struct YAMLTree {
  /// Counted from 1.
  package let line: Int
  /// Counted from 1, in Unicode scalars.
  package let column: Int
  package let content: Content

  package enum Content {
    case text(String)
    case list([YAMLTree])
    case map([(key: YAMLTree, value: YAMLTree)])
  }

  static let depthLimit = 8
  fileprivate static let tooDeep = "nested more than \(depthLimit) levels deep"

  /// Reads one document.
  ///
  /// - Parameter byteLimit: The most bytes of UTF-8 that it can have.
  /// - Throws: `YAMLError` for text that isn't YAML or exceeds the bounds.
  package static func read(_ text: String, atMost byteLimit: Int = 64 << 10) throws(YAMLError) -> YAMLTree {
    guard text.utf8.count <= byteLimit else { throw YAMLError("the file is larger than \(byteLimit) bytes") }
    try refuseMarks(in: text)
    let node: Node?
    do {
      // The encoding is named because Yams otherwise asks the environment for it.
      node = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw YAMLError(yaml: error)
    } catch {
      throw YAMLError("not YAML: \(error)")
    }
    guard let node else { throw YAMLError("the file is empty", line: 1, column: 1) }
    return try YAMLTree(node, depth: 1)
  }

  package func error(_ message: String, suggestion: String? = nil) -> YAMLError {
    YAMLError(message, suggestion: suggestion, line: line, column: column)
  }

  private init(_ node: Node, depth: Int) throws(YAMLError) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    guard depth <= Self.depthLimit else {
      throw YAMLError(Self.tooDeep, line: line, column: column)
    }
    switch node {
    case .scalar(let scalar):
      content = .text(scalar.string)
    case .sequence(let sequence):
      var list: [YAMLTree] = []
      for item in sequence { list.append(try YAMLTree(item, depth: depth + 1)) }
      content = .list(list)
    case .mapping(let mapping):
      var pairs: [(key: YAMLTree, value: YAMLTree)] = []
      for (key, value) in mapping {
        pairs.append((try YAMLTree(key, depth: depth + 1), try YAMLTree(value, depth: depth + 1)))
      }
      content = .map(pairs)
    case .alias:
      throw YAMLError("aliases aren't supported", line: line, column: column)
    }
  }

  /// Refuses anchors and tags before the parser sees them: comparing keys made of aliases can take forever.
  ///
  /// An alias without an anchor is an error anyway, so looking for `&` is enough. A node starts a line, follows
  /// blank space or an indicator, and a mark touches its name, so "Q&A" and "fish & chips" pass. Within quotes
  /// the check is as strict as outside.
  private static func refuseMarks(in text: String) throws(YAMLError) {
    var line = 1
    var column = 0
    var before: UInt8 = UInt8(ascii: "\n")
    var mark: String?
    for scalar in text.unicodeScalars {
      if let mark, scalar.value > 0x20 {
        throw YAMLError("\(mark) aren't supported; if this is text, put a space after it", line: line, column: column)
      }
      mark = nil
      column += 1
      if startsNode(after: before) {
        if scalar == "&" { mark = "anchors" }
        if scalar == "!" { mark = "tags" }
      }
      if scalar == "\n" { (line, column) = (line + 1, 0) }
      before = scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(ascii: "\n")
    }
  }

  private static func startsNode(after byte: UInt8) -> Bool {
    byte <= 0x20 || [UInt8](":?-,[{".utf8).contains(byte)
  }
}

extension YAMLError {
  fileprivate init(yaml error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // libyaml stops at 1,000 levels by itself, before Yams builds a tree.
      let isTooDeep = problem.contains("nesting level")
      self.init(
        isTooDeep ? YAMLTree.tooDeep : "not YAML: \(problem)", line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        "the key \"\(keys.first ?? "")\" appears twice", line: context.mark.line, column: context.mark.column)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      self.init("not YAML: \(problem)")
    case .no, .memory, .dataCouldNotBeDecoded:
      self.init("not YAML")
    }
  }
}
