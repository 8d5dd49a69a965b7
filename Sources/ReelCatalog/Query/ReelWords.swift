/// The words of a reel that a query's free words search: its paths, its texts and the person's note.
public struct ReelWords: Sendable, Hashable {
  /// One list of folded words per name and text, so a phrase can't start in one and end in another.
  public let passages: [[String]]

  public init(_ reel: Reel) {
    self.init(paths: reel.paths, evidence: reel.evidence, note: reel.personal.note)
  }

  public init(paths: [PathBytes], evidence: [Evidence], note: String?) {
    // What was seen is no text: nobody wrote it.
    let texts = paths.map(\.text) + evidence.filter(\.source.isWritten).map(\.text) + (note.map { [$0] } ?? [])
    passages = texts.map { FoldedText($0).words }.filter { !$0.isEmpty }
  }

  /// What the store puts into its full-text table: every word as it is, with a private-use character between passages.
  ///
  /// The table's tokenizer must keep what `FoldedText` made: FTS5's `ascii` does, for every character.
  public var indexText: String {
    passages.map { $0.joined(separator: " ") }.joined(separator: " \(Self.passageBreak) ")
  }

  /// U+E000, neither letter nor digit, so no query can ask for it.
  private static let passageBreak = "\u{E000}"
}
