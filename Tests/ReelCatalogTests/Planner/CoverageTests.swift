import MediaFacts
import ReelCatalog
import Testing

@Suite struct CoverageTests {
  static let vocabulary = Vocabulary(exercises: [
    PlanSamples.exercise("a", [.flexion], mode: .stretch), PlanSamples.exercise("b", [.flexion], mode: .strength),
    PlanSamples.exercise("c", [.adduction], mode: .strength),
  ])

  private static func reel(
    _ number: Int, _ movements: [HipMovement], _ modes: [Mode], milliseconds: Int, role: MovementRole = .primary
  ) throws -> Reel {
    try PlaylistTests.reel(
      number, path: "\(number).mp4", milliseconds: milliseconds,
      tags: movements.map {
        ReelCatalog.Tag(facet: .movement, value: $0.rawValue, role: role, confidence: .certain, matches: [])
      }
        + modes.map { ReelCatalog.Tag(facet: .mode, value: $0.rawValue, confidence: .certain, matches: []) })
  }

  @Test func `a movement counts where it is primary, once a reel`() throws {
    let coverage = Coverage(
      [
        try Self.reel(1, [.flexion, .extension], [.stretch], milliseconds: 10_000),
        try Self.reel(2, [.flexion], [.stretch, .mobility], milliseconds: 20_000),
        try Self.reel(3, [.adduction], [.stretch], milliseconds: 20_000, role: .secondary),
      ], vocabulary: Self.vocabulary)
    #expect(coverage.all == Coverage.Amount(reels: 3, milliseconds: 50_000))
    #expect(coverage.withoutMovement == Coverage.Amount(reels: 1, milliseconds: 20_000))
    #expect(coverage.movements[.flexion] == Coverage.Amount(reels: 2, milliseconds: 30_000))
    #expect(coverage.movements[.adduction] == nil)
    #expect(coverage.amount(.flexion, .stretch).reels == 2)
    #expect(coverage.amount(.flexion, .mobility) == Coverage.Amount(reels: 1, milliseconds: 20_000))
    #expect(coverage.amount(.adduction, .stretch).reels == 0)
    #expect(coverage.modes[.stretch]?.reels == 3)
  }

  @Test func `what is missing are movements, and modes that the vocabulary knows for the others`() throws {
    let coverage = Coverage(
      [try Self.reel(1, [.flexion, .extension], [.stretch], milliseconds: 10_000)], vocabulary: Self.vocabulary)
    #expect(coverage.missingMovements == [.abduction, .adduction, .internalRotation, .externalRotation])
    #expect(coverage.missingCells == [Coverage.Cell(.flexion, .strength)])
    #expect(coverage.missingCells.map(\.text) == ["flexion, strength"])
  }

  @Test func `reels that are gone or unreadable do not count`() throws {
    var gone = try Self.reel(1, [.flexion], [.stretch], milliseconds: 10_000)
    gone.isGone = true
    var damaged = try Self.reel(2, [.flexion], [.stretch], milliseconds: 10_000)
    damaged.status = .damaged
    #expect(Coverage([gone, damaged], vocabulary: Self.vocabulary).all.reels == 0)
  }
}
