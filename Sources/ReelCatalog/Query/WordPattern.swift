/// Free words of a query: one word, a phrase, or the beginning of one.
public struct WordPattern: Sendable, Hashable {
  /// Folded words that must follow one another; never empty.
  public let words: [String]
  /// Whether the last word may continue.
  public let isPrefix: Bool

  /// Folds a text; returns nil if it has no letter or digit.
  public init?(_ text: String, isPrefix: Bool = false) {
    words = FoldedText(text).words
    self.isPrefix = isPrefix
    guard !words.isEmpty else { return nil }
  }

  /// Whether the words occur in one of the reel's passages.
  public func matches(_ reel: ReelWords) -> Bool { reel.passages.contains(where: occurs) }

  private func occurs(in passage: [String]) -> Bool {
    guard passage.count >= words.count else { return false }
    return (0...passage.count - words.count).contains { start in
      words.indices.allSatisfy { index in
        let word = passage[start + index].utf8
        let isOpen = isPrefix && index == words.count - 1
        return isOpen ? word.starts(with: words[index].utf8) : word.elementsEqual(words[index].utf8)
      }
    }
  }
}
