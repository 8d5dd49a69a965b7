import Dispatch
import Foundation
import GRDB
import ReelCatalog
import Synchronization

/// Tagging reels anew when the vocabulary changes: from the texts as they are kept, not gathered again.
extension ReelStore {
  /// Tags every reel that another vocabulary tagged, a group of reels in one transaction.
  ///
  /// Reels whose texts or edits are newer than their tags are left to `tagPending`.
  func retag(
    with tagger: Tagger, isDryRun: Bool, _ hear: (RetaggedReel) -> Void
  ) throws(LibraryError) -> RetagSummary {
    var summary = RetagSummary()
    var last = 0
    while true {
      let group = try read { try $0.reelsTagged(otherThan: tagger.version, after: last, limit: Self.groupSize) }
      guard let end = group.last?.row else { break }
      let changed = Self.retagged(group, with: tagger).filter { $0.tagging.digest != $0.reel.digest }
      summary.reels += group.count
      let before = try read { try $0.tags(of: changed) }
      for reel in try read({ try $0.differences(of: changed, from: before) }) {
        summary.count(reel.difference)
        hear(reel)
      }
      if !isDryRun {
        try write { try $0.replaceTags(of: changed, from: before, in: (last + 1)...end, taggedWith: tagger.version) }
      }
      last = end
    }
    // The text that stands for a person's own exercise changed: its words have to be found anew too.
    if !isDryRun { try tagAllPending(with: tagger) }
    return summary
  }

  /// How many reels are kept in memory at once. Their tags' rows lie all over the table, so that a larger group writes
  /// fewer pages a reel.
  private static let groupSize = 5000

  /// Tags a group on all cores.
  private static func retagged(_ group: [StoredEvidence], with tagger: Tagger) -> [Retagged] {
    let partCount = max(1, min(ProcessInfo.processInfo.activeProcessorCount, group.count))
    let parts = Mutex([Int: [Retagged]]())
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let range = (part * group.count / partCount)..<((part + 1) * group.count / partCount)
      let done = group[range].map { Retagged($0, tagger) }
      parts.withLock { $0[part] = done }
    }
    return parts.withLock { parts in (0..<partCount).flatMap { parts[$0] ?? [] } }
  }
}

/// What is kept of a reel that its tags follow from.
private struct StoredEvidence: Sendable {
  let row: Int
  /// That of its tags; nil when it has none.
  let digest: Int64?
  var evidence: [Evidence] = []
  var edits: [Edit] = []
}

/// A reel with the tags that it would have now.
private struct Retagged: Sendable {
  let reel: StoredEvidence
  let tagging: Tagging
  /// Whether the texts are as they are kept; the name of an exercise that the person chose may be another now.
  let hasKeptEvidence: Bool

  init(_ reel: StoredEvidence, _ tagger: Tagger) {
    self.reel = reel
    let evidence = tagger.evidence(reel.evidence.filter { $0.source != .person }, following: reel.edits)
    tagging = tagger.tagging(of: evidence, following: reel.edits)
    hasKeptEvidence = evidence == reel.evidence
  }
}

extension Database {
  /// The next reels after a row that another vocabulary tagged, in the order of their rows.
  fileprivate func reelsTagged(otherThan version: String, after last: Int, limit: Int) throws -> [StoredEvidence] {
    let reels = try rows(
      """
      SELECT id, tagging_digest FROM reel WHERE id > ? AND tagged_with IS NOT NULL AND tagged_with <> ?
      ORDER BY id LIMIT ?
      """,
      [last, version, limit]
    ).map { StoredEvidence(row: $0[0], digest: $0[1]) }
    guard let first = reels.first?.row, let end = reels.last?.row else { return [] }
    var byRow = Dictionary(uniqueKeysWithValues: reels.map { ($0.row, $0) })
    let texts = try Row.fetchCursor(
      cachedStatement(
        sql: "SELECT reel, source, field, text FROM evidence WHERE reel BETWEEN ? AND ? ORDER BY reel, position"),
      arguments: [first, end])
    while let text = try texts.next() {
      guard let source = EvidenceSource(rawValue: text[1]) else { continue }
      byRow[text[0]]?.evidence.append(Evidence(source: source, field: text[2], text: text[3]))
    }
    let edits = try Row.fetchCursor(
      cachedStatement(sql: "SELECT * FROM standing_edit WHERE reel BETWEEN ? AND ? ORDER BY reel, sequence"),
      arguments: [first, end])
    while let row = try edits.next() {
      if let edit = Edit(row) { byRow[row["reel"]]?.edits.append(edit) }
    }
    return reels.compactMap { byRow[$0.row] }
  }

  /// The tags that reels have, by their rows.
  fileprivate func tags(of reels: [Retagged]) throws -> [Int: [Tag]] {
    let list: StatementArguments = ["rows": "[\(reels.map { "\($0.reel.row)" }.joined(separator: ","))]"]
    return try tags(where: "reel.id IN (SELECT value FROM json_each(:rows))", arguments: list, .tags)
  }

  /// What sets the new tags apart from those that are kept, of reels where anything does.
  fileprivate func differences(of reels: [Retagged], from before: [Int: [Tag]]) throws -> [RetaggedReel] {
    try reels.compactMap { reel in
      let row = reel.reel.row
      let difference = TagDifference(from: Tagging(tags: before[row] ?? []), to: reel.tagging)
      guard !difference.isEmpty, let name = try rows("SELECT key, path FROM reel WHERE id = ?", [row]).first,
        let id = ReelID(name[0])
      else { return nil }
      return RetaggedReel(id: id, path: name[1], difference: difference)
    }
  }

  /// Writes the new tags, and marks all reels of the group as tagged.
  fileprivate func replaceTags(
    of reels: [Retagged], from before: [Int: [Tag]], in range: ClosedRange<Int>, taggedWith version: String
  ) throws {
    var writer = TagWriter(self)
    for reel in reels {
      try writer.replaceTags(ofReel: reel.reel.row, with: reel.tagging, before: before[reel.reel.row] ?? [])
    }
    try run(
      "UPDATE reel SET tagged_with = ? WHERE id BETWEEN ? AND ? AND tagged_with IS NOT NULL",
      [version, range.lowerBound, range.upperBound])
    for reel in reels where !reel.hasKeptEvidence {
      try run("UPDATE reel SET tagged_with = NULL WHERE id = ?", [reel.reel.row])
    }
  }
}
