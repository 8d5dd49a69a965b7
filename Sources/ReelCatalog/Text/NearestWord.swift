/// Finds what someone probably meant to write.
public enum NearestWord {
  /// The candidate that takes the fewest changed, missing, added or swapped letters; nil if it takes too many.
  ///
  /// A word of up to three letters may differ in one, a longer one in a third of them. Ties go to the first.
  public static func to(_ word: String, among candidates: [String]) -> String? {
    let word = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, word.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(word, Array(candidate.unicodeScalars))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate ?? candidates.first { isLongBeginning(word, of: $0) }
  }

  private static func isLongBeginning(_ word: [Unicode.Scalar], of candidate: String) -> Bool {
    word.count >= 3 && candidate.unicodeScalars.starts(with: word)
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var old = Array(0...other.count)
    for row in one.indices {
      var new = [row + 1]
      for column in other.indices {
        var cost = min(old[column + 1] + 1, new[column] + 1, old[column] + (one[row] == other[column] ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, older[column - 1] + 1)
        }
        new.append(cost)
      }
      (older, old) = (old, new)
    }
    return old[other.count]
  }
}
