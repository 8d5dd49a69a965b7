extension Tagging {
  /// One number for all tags and their reasons: taggings with the same number count as equal.
  public var digest: Int64 {
    var hash = StableHash()
    func add(_ text: String) {
      hash.add(text.utf8)
      hash.add([0])
    }
    func add(_ number: Int) { withUnsafeBytes(of: Int64(number).littleEndian) { hash.add($0) } }
    for tag in tags {
      add(tag.facet.rawValue)
      add(tag.value)
      add(tag.role?.rawValue ?? "")
      add(tag.confidence.permille)
      add(tag.matches.count)
      for match in tag.matches {
        add(match.evidence)
        add(match.span.lowerBound)
        add(match.span.upperBound)
        add(match.entry)
        add(match.weight)
      }
    }
    return Int64(bitPattern: hash.value)
  }
}
