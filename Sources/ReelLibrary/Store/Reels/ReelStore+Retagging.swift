import GRDB
import ReelCatalog

/// Retagging when the vocabulary changes: from the texts as they are kept, not gathered again.
extension ReelStore {
  /// Tags every reel that another vocabulary tagged, a group of reels in one transaction.
  ///
  /// Reels whose texts or edits are newer than their tags are left to `tagPending`.
  func retag(
    with tagger: Tagger, isDryRun: Bool, _ hear: (RetaggedReel) -> Void
  ) throws(LibraryError) -> RetagSummary {
    var summary = RetagSummary()
    var last = 0
    var group = try retaggedGroup(after: last, with: tagger)
    // One group is tagged while the previous one is written.
    while let current = group {
      group = try retaggedGroup(after: current.end, with: tagger)
      let changed = current.reels.result()
      summary.reels += current.count
      for reel in try read({ try $0.differences(of: changed) }) {
        summary.count(reel.difference)
        hear(reel)
      }
      if !isDryRun {
        try write { try $0.replaceTags(of: changed, in: (last + 1)...current.end, taggedWith: tagger.version) }
      }
      last = current.end
    }
    // The text that stands for a person's own exercise changed: its words have to be found again, too.
    if !isDryRun { try tagAllPending(with: tagger) }
    return summary
  }

  /// Starts tagging the next group on all cores; nil when there is none.
  private func retaggedGroup(after last: Int, with tagger: Tagger) throws(LibraryError) -> RetaggedGroup? {
    let group = try read { try $0.reelsTagged(otherThan: tagger.version, after: last, limit: Self.groupSize) }
    guard let end = group.last?.row else { return nil }
    return RetaggedGroup(
      end: end, count: group.count,
      reels: Background { AllCores.map(group) { Retagged($0, tagger) }.filter(\.isChanged) })
  }

  /// How many reels are in memory at a time, twice. Their tags' rows are all over the table, so a larger group writes
  /// fewer pages per reel.
  private static let groupSize = 5000
}

/// Reels that are being tagged.
private struct RetaggedGroup {
  /// The last of their rows.
  let end: Int
  let count: Int
  /// Those whose tags are different now.
  let reels: Background<[Retagged]>
}

/// What the catalog keeps of a reel that its tags follow from.
private struct StoredEvidence: Sendable {
  let row: Int
  /// The digest of its tags.
  let digest: Int64
  var evidence: [Evidence] = []
  var edits: [Edit] = []
}

/// A reel with the tags that it would have now.
private struct Retagged: Sendable {
  let row: Int
  let tagging: Tagging
  let contradictsPicture: Bool
  let isChanged: Bool
  /// Whether the texts are as they are kept; the name of an exercise that the person chose may have changed.
  let hasKeptEvidence: Bool

  init(_ reel: StoredEvidence, _ tagger: Tagger) {
    row = reel.row
    let evidence = tagger.evidence(reel.evidence.filter { $0.source != .person }, following: reel.edits)
    (tagging, contradictsPicture) = tagger.reading(of: evidence, following: reel.edits)
    isChanged = tagging.digest != reel.digest
    hasKeptEvidence = evidence == reel.evidence
  }
}

extension Database {
  /// The next reels after a row that another vocabulary tagged, in the order of their rows.
  fileprivate func reelsTagged(otherThan version: String, after last: Int, limit: Int) throws -> [StoredEvidence] {
    var reels: [StoredEvidence] = []
    let tagged = try SQLStatement(
      self,
      """
      SELECT id, digest FROM reel LEFT JOIN reel_tagging ON reel_tagging.reel = reel.id
      WHERE id > ? AND tagged_with IS NOT NULL AND tagged_with <> ? ORDER BY id LIMIT ?
      """)
    let untaggedDigest = Int(Tagging.none.digest)
    try tagged.forEach(last, version, limit) { row in
      reels.append(StoredEvidence(row: try row.number(0), digest: Int64(try row.numberIfAny(1) ?? untaggedDigest)))
    }
    let texts = try SQLStatement(self, "SELECT source, field, text FROM evidence WHERE reel = ? ORDER BY position")
    let edits = try StandingEdits(ifAnyIn: self)
    for index in reels.indices {
      try texts.forEach(reels[index].row) { row in
        guard let source = EvidenceSource(rawValue: try row.text(0)) else { return }
        reels[index].evidence.append(Evidence(source: source, field: try row.textIfAny(1), text: try row.text(2)))
      }
      if let edits { reels[index].edits = try edits.edits(ofReel: reels[index].row) }
    }
    return reels
  }

  /// How the new tags differ from those that are kept, for reels where they do.
  fileprivate func differences(of reels: [Retagged]) throws -> [RetaggedReel] {
    let names = try TagNames(self)
    let kept = try SQLStatement(
      self, "SELECT key, path, tags FROM reel LEFT JOIN reel_tagging ON reel_tagging.reel = reel.id WHERE id = ?")
    return try reels.compactMap { reel in
      try kept.first(reel.row) { row -> RetaggedReel? in
        let tags = row.isNull(2) ? [] : try row.withBytes(2) { try PackedTags.tags(in: $0, .tags, name: names.name) }
        let difference = TagDifference(from: Tagging(tags: tags), to: reel.tagging)
        guard !difference.isEmpty, let id = ReelID(try row.text(0)) else { return nil }
        return RetaggedReel(id: id, path: try row.path(1), difference: difference)
      } ?? nil
    }
  }

  /// Writes the new tags, and marks all reels of the group as tagged.
  fileprivate func replaceTags(
    of reels: [Retagged], in range: ClosedRange<Int>, taggedWith version: String
  ) throws {
    var writer = try TagWriter(self)
    let contradictions = try ContradictionWriter(self)
    let movements = try MovementWriter(self)
    for reel in reels {
      try writer.replaceTags(ofReel: reel.row, with: reel.tagging)
      try contradictions.put(reel.contradictsPicture, ofReel: reel.row)
      try movements.name(reel.row, reel.tagging.namedExercise)
    }
    try writer.finish()
    try run(
      "UPDATE reel SET tagged_with = ? WHERE id BETWEEN ? AND ? AND tagged_with IS NOT NULL",
      [version, range.lowerBound, range.upperBound])
    for reel in reels where !reel.hasKeptEvidence {
      try run("UPDATE reel SET tagged_with = NULL WHERE id = ?", [reel.row])
    }
  }
}
