import Foundation
import ReelCatalog
import TestSupport
import Testing

@Suite struct CalibrationTests {
  /// Of tags at 0.9, nine in ten are right, give or take this much.
  private static let mostError = 0.05
  /// The same of confidences set by other texts, which for the three facets with the fewest labels is not reached yet.
  private static let mostCrossValidatedError = 0.065

  private static func reliabilities() throws -> [Reliability] {
    let texts = try OwnWords.all() + OwnWords.missed()
    return Reliability.facets.map { Reliability(of: $0, in: texts, by: .standard) }
  }

  @Test func `tags are right as often as they say, in every facet that is labelled`() throws {
    for reliability in try Self.reliabilities() {
      #expect(!reliability.judgements.isEmpty)
      #expect(reliability.error < Self.mostError, "\(reliability.facet) \(reliability.error)")
      #expect(reliability.crossValidatedError < Self.mostCrossValidatedError, "\(reliability.facet) cross-validated")
    }
  }

  /// `HIPREEL_RECORD=1 scripts/test --filter CalibrationTests` writes the tables anew.
  @Test func `the reliability tables of the docs are those of this tagger`() throws {
    let reliabilities = try Self.reliabilities()
    var lines = [
      "# Reliability of the tagger's confidences", "",
      "Written by `CalibrationTests`; TAGGING.md tells what was labelled and how.", "",
      "| facet | tags | right | error as shipped | error, five-fold |", "| --- | ---: | ---: | ---: | ---: |",
    ]
    for item in reliabilities {
      let right = Double(item.judgements.count(where: \.isRight)) / Double(item.judgements.count)
      let figures = String(format: "%.3f | %.3f | %.3f", right, item.error, item.crossValidatedError)
      lines.append("| \(item.facet.rawValue) | \(item.judgements.count) | \(figures) |")
    }
    lines += ["", "| facet | confidence | tags | mean | right |", "| --- | --- | ---: | ---: | ---: |"]
    lines += reliabilities.flatMap(\.rows)
    try Golden.expect(lines.joined(separator: "\n") + "\n", equals: "RELIABILITY.md", in: "docs")
  }
}
