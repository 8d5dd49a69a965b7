import Yams

/// One node of a YAML document from outside, with its place in the text.
///
/// Documents are bounded in size and depth before they are parsed, and anchors and aliases are refused, so that no
/// file can make the reader recurse or grow without end. Every scalar is kept as its text: `no` is the word "no".
struct YAMLNode {
  let content: Content
  /// From 1.
  let line: Int
  /// From 1.
  let column: Int

  enum Content {
    /// An empty value, `~` or `null`.
    case null
    case text(String)
    case list([YAMLNode])
    case map([(key: String, value: YAMLNode)])
  }

  /// The most bytes a document may have.
  static let byteLimit = 4 << 20
  /// The most levels a document may nest.
  static let depthLimit = 64

  /// Parses one document.
  static func root(of text: String) throws(VocabularyError) -> YAMLNode {
    guard text.utf8.count <= byteLimit else {
      throw VocabularyError(problem: "the file is larger than \(byteLimit) bytes")
    }
    try checkText(text)
    do {
      guard let root = try Parser(yaml: text).singleRoot() else {
        throw VocabularyError(line: 1, column: 1, problem: "the file is empty")
      }
      return try YAMLNode(root)
    } catch let error as VocabularyError {
      throw error
    } catch let error as YamlError {
      throw VocabularyError(error)
    } catch {
      throw VocabularyError(problem: "\(error)")
    }
  }

  func error(_ problem: String) -> VocabularyError { VocabularyError(line: line, column: column, problem: problem) }

  /// libyaml and Yams recurse and expand aliases before anyone can look at the nodes, so both are told from the
  /// characters alone: flow levels by their brackets wherever they stand, block levels by how far a line's indentation
  /// and its dashes reach, and an anchor or alias by `&` or `*` at the start of a word.
  private static func checkText(_ text: String) throws(VocabularyError) {
    var line = 1
    var column = 0
    var brackets = 0
    var indentation = 0
    var isIndenting = true
    var previous = UInt8(ascii: " ")
    var beforePrevious = UInt8(ascii: " ")
    for byte in text.utf8 {
      column += 1
      let isSeparator = " \t\n[]{},".utf8.contains(byte)
      if !isSeparator, "&*".utf8.contains(previous), " \t\n[]{},".utf8.contains(beforePrevious) {
        throw VocabularyError(line: line, column: column - 1, problem: "anchors and aliases are not read")
      }
      switch byte {
      case UInt8(ascii: "\n"):
        (line, column, indentation, isIndenting) = (line + 1, 0, 0, true)
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      default: break
      }
      if isIndenting, column > 0 {
        isIndenting = " -?:\t".utf8.contains(byte)
        indentation = column
      }
      guard brackets <= depthLimit, indentation <= depthLimit else {
        throw VocabularyError(line: line, column: column, problem: "nested more than \(depthLimit) levels deep")
      }
      (beforePrevious, previous) = (previous, byte)
    }
  }

  private init(_ node: Node) throws(VocabularyError) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      content = isPlain && ["", "~", "null"].contains(scalar.string) ? .null : .text(scalar.string)
    case .sequence(let sequence):
      var list: [YAMLNode] = []
      for child in sequence { list.append(try YAMLNode(child)) }
      content = .list(list)
    case .mapping(let mapping):
      var map: [(key: String, value: YAMLNode)] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw VocabularyError(line: key.mark?.line, column: key.mark?.column, problem: "a key must be a plain word")
        }
        map.append((name.string, try YAMLNode(value)))
      }
      content = .map(map)
    case .alias:
      throw VocabularyError(line: line, column: column, problem: "anchors and aliases are not read")
    }
  }
}

extension VocabularyError {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, column: mark.column, problem: problem)
    case .reader(let problem, _, _, _):
      self.init(problem: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        line: context.mark.line, column: context.mark.column,
        problem: "written twice: \(duplicates.sorted().joined(separator: ", "))")
    default:
      self.init(problem: "\(error)")
    }
  }
}
