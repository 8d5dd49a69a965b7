/// Many patterns of names, each with a value, looked up quickly: a folder of 100,000 files asks 100,000 times.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let pattern: NamePattern
    let isForFolders: Bool
    let value: Value
  }

  private let entries: [Entry]
  /// The patterns by what every name that matches ends with, else by what it starts with, else all others.
  private let byEnd: [UInt16: [Int]]
  private let byStart: [UInt8: [Int]]
  private let others: [Int]

  /// - Parameter rows: Patterns that ignore case, those for folders with a slash at their end. The first that matches counts.
  init(_ rows: some Sequence<(pattern: String, value: Value)>) {
    var entries: [Entry] = []
    var byEnd: [UInt16: [Int]] = [:]
    var byStart: [UInt8: [Int]] = [:]
    var others: [Int] = []
    for row in rows {
      let isForFolders = row.pattern.hasSuffix("/")
      let text = Array(row.pattern.utf8.dropLast(isForFolders ? 1 : 0))
      guard let pattern = NamePattern(text[...], ignoresCase: true) else { continue }
      if let end = pattern.fixedEnd, end.count == 2 {
        byEnd[Self.key(end[0], end[1]), default: []].append(entries.count)
      } else if let start = pattern.fixedStart {
        byStart[start, default: []].append(entries.count)
      } else {
        others.append(entries.count)
      }
      entries.append(Entry(pattern: pattern, isForFolders: isForFolders, value: row.value))
    }
    (self.entries, self.byEnd, self.byStart, self.others) = (entries, byEnd, byStart, others)
  }

  /// What the first pattern that a name matches stands for; nil when none does.
  func value(of name: ArraySlice<UInt8>, isFolder: Bool) -> Value? {
    guard let first = name.first, let last = name.last else { return nil }
    var best: Int?
    // What a name does not have, no pattern finds in it: that is cheaper to know than to look for.
    let present = ByteSet(name.lazy.map { NamePattern.folded($0) })
    func look(_ places: [Int]?) {
      guard let places else { return }
      for place in places where place < best ?? .max {
        let entry = entries[place]
        if entry.isForFolders == isFolder, present.isSuperset(of: entry.pattern.required), entry.pattern.matches(name) {
          best = place
        }
      }
    }
    if name.count >= 2 {
      look(byEnd[Self.key(NamePattern.folded(name[name.endIndex - 2]), NamePattern.folded(last))])
    }
    look(byStart[NamePattern.folded(first)])
    look(others)
    return best.map { entries[$0].value }
  }

  private static func key(_ one: UInt8, _ other: UInt8) -> UInt16 { UInt16(one) << 8 | UInt16(other) }
}
