import ReelCatalog
import Testing

/// What each health profile costs each routine on the whole vocabulary, one ideal reel an exercise.
@Suite struct ProfileGapTests {
  @Test(arguments: ProfileGaps.rows)
  func `a profile leaves out what it must, and routines say what they lack`(row: ProfileGaps.Row) throws {
    let vocabulary = Vocabulary.standard
    let profile = vocabulary.condition(row.profile)
    #expect(profile != nil || row.profile == "none")
    let (excluded, warned) = (Set(profile?.exclude ?? []), Set(profile?.warn ?? []))
    let left = vocabulary.exercises.filter { excluded.isDisjoint(with: $0.exposures) }
    #expect(vocabulary.exercises.count - left.count == row.leftOut)
    #expect(left.count { !warned.isDisjoint(with: $0.exposures) } == row.warned)

    let filters = PlanFilters(avoidedExposures: excluded, warnedExposures: warned)
    let reels = try PlanSamples.ideal(vocabulary)
    var gaps: [String] = []
    for routine in Routine.standard {
      let score = PlanCheck.plan(routine, reels, filters).score
      if score.emptySlots + score.uncovered > 0 {
        gaps.append("\(routine.id) \(score.emptySlots)/\(score.uncovered)")
      }
    }
    #expect(gaps == row.gaps)
  }

  @Test func `every profile that can be planned for has a row`() {
    let planned = Vocabulary.standard.conditions.filter { !$0.needsDoctor }.map(\.id)
    #expect(ProfileGaps.rows.map(\.profile) == ["none"] + planned)
  }
}
