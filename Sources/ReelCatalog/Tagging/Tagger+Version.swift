extension Tagger {
  /// Which rules and which standard vocabulary make tags: when it changes, every reel is tagged anew.
  public static let standardVersion = "\(rules)-\(String(StableHash(Vocabulary.standardLiteral.utf8).value, radix: 16))"

  /// Grows with every change of the rules that can change a tag.
  private static let rules = 4
}
