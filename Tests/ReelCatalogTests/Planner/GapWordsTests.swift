import Testing

@testable import ReelCatalog

@Suite struct GapWordsTests {
  /// A gap whose matches all meet one of some obstacles, each with the number of reels it rules out.
  private static func gap(
    _ obstacles: [(PlanObstacle, Int)], asked: String = "flexion (stretch)", label: String = "Fold",
    empty: Int = 1, slots: Int = 1
  ) -> PlanGap {
    PlanGap(
      block: 0, emptySlots: empty, label: label, slots: slots, asked: asked,
      funnel: [PlanGap.FunnelStep(question: .kind, remaining: obstacles.reduce(0) { $0 + $1.1 })],
      reasons: obstacles.map { PlanGap.Reason(obstacle: $0.0, count: $0.1) }, relaxation: nil)
  }

  @Test(
    arguments: [
      (.kind, "shows something else", "show something else"),
      (.place, "is done another way", "are done another way"),
      (.level(.intermediate), "is intermediate", "are intermediate"),
      (.level(.advanced), "is advanced", "are advanced"),
      (.equipment([["loop-band"]]), "needs a loop band", "need a loop band"),
      (.equipment([["ab-wheel"]]), "needs an ab wheel", "need an ab wheel"),
      (
        .equipment([["bench"], ["barbell", "dumbbell"]]), "needs a bench and a barbell or a dumbbell",
        "need a bench and a barbell or a dumbbell"
      ),
      (.exposure("impact"), "involves impact", "involve impact"),
      (.exposure("axial-load"), "involves axial load", "involve axial load"),
      (.avoided, "may involve something to avoid", "may involve something to avoid"),
      (.held, "would be held too long", "would be held too long"),
      (.unplayable, "is too short", "are too short"),
      (.sides, "shows only one side", "show only one side"),
      (.used, "is already used", "are already used"),
    ] as [(PlanObstacle, String, String)])
  func `one, two and many reels that cannot be used are told apart`(
    obstacle: PlanObstacle, one: String, several: String
  ) {
    let start = "no reel for flexion (stretch) in \"Fold\": "
    #expect(Self.gap([(obstacle, 1)]).text == "\(start)the only match \(one)")
    #expect(Self.gap([(obstacle, 2)]).text == "\(start)both matches \(several)")
    #expect(Self.gap([(obstacle, 7)]).text == "\(start)all 7 matches \(several)")
    #expect(
      Self.gap([(obstacle, 2), (.used, 1)]).text == "\(start)of 3 matches, 2 \(several) and 1 is already used")
    #expect(
      Self.gap([(.used, 2), (.held, 1), (obstacle, 1)]).text
        == "\(start)of 4 matches, 2 are already used, 1 would be held too long, and 1 \(one)")
  }

  @Test(arguments: [
    ("circles", "Circles", 1, 1, "no reel for circles: nothing matches"),
    ("abduction (mobility)", "Abduction", 1, 1, "no reel for abduction (mobility): nothing matches"),
    ("abduction (mobility)", "Groin", 1, 1, "no reel for abduction (mobility) in \"Groin\": nothing matches"),
    ("anything", "Your choice", 1, 1, "no reel for \"Your choice\": nothing matches"),
    ("stretch", "Stretch", 2, 2, "no reel for stretch: nothing matches"),
    ("stretch", "Cool down", 1, 3, "1 of 3 reels missing for stretch in \"Cool down\": nothing matches"),
  ])
  func `the block is named unless its label says what it asks for`(
    asked: String, label: String, empty: Int, slots: Int, text: String
  ) {
    #expect(Self.gap([], asked: asked, label: label, empty: empty, slots: slots).text == text)
  }

  @Test(
    arguments: [
      ([.cars], [], "circles"), ([.pnf, .stretch], [], "stretch or contract-relax"),
      (
        [.cars, .mobility], [.flexion, .abduction, .externalRotation],
        "flexion, abduction or external rotation (circles or mobility)"
      ),
    ] as [(CaseSet<Mode>, CaseSet<HipMovement>, String)])
  func `modes have plain names`(modes: CaseSet<Mode>, movements: CaseSet<HipMovement>, asked: String) {
    var selection = Selection()
    selection.modes = modes
    if !movements.elements.isEmpty { selection.primaryAny = movements }
    #expect(selection.asked == asked)
  }
}
