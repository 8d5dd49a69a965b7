import Testing

/// The expected outcome of `ProfileGapTests`: to be read again, and changed with a reason, when the vocabulary changes.
///
/// Derived anew on 2026-11-24, when the labelling rules moved some primary movements to secondary (docs/TAGGING.md):
/// external rotation of butterfly, goddess and warrior two, hip extension of plain quadriceps stretches, flexion of
/// lunge stretches. Fewer exercises serve a block that asks for those, and the runner's lunge block asks for extension
/// alone. What each profile leaves out and warns of did not change.
enum ProfileGaps {
  struct Row: Sendable, CustomTestStringConvertible {
    let profile: String
    /// Exercises with an exposure that the profile excludes.
    let leftOut: Int
    /// Exercises left with an exposure that it warns of.
    let warned: Int
    /// `ROUTINE EMPTY-SLOTS/UNCOVERED`, in the order of ids, for routines with either; required core roles and planes
    /// count as uncovered like movements.
    let gaps: [String]

    var testDescription: String { profile }
  }

  static let rows = [
    Row(
      profile: "none", leftOut: 0, warned: 0,
      gaps: []),
    Row(
      profile: "hip-replacement-posterior", leftOut: 133, warned: 6,
      gaps: [
        "adductor-care 1/0", "core-mobility-minimum 1/1", "cyclist-unwind 2/1", "desk-worker-reset 1/1",
        "field-sport-primer 1/0", "hinge-day-prep 2/0", "low-back-relief 1/0", "morning-hip-circles 3/0",
        "post-leg-day 4/2", "rotation-day 5/1", "runner-warm-up 3/1", "six-way-tour 2/1", "squat-day-prep 3/2",
        "strength-variety-day 2/0", "swing-sport-rotation 2/1",
      ]),
    Row(
      profile: "hip-replacement-anterior", leftOut: 44, warned: 20,
      gaps: [
        "cyclist-unwind 1/0", "desk-worker-reset 2/0", "low-back-relief 1/0", "post-leg-day 4/2",
        "rotation-day 1/0", "runner-warm-up 1/0", "strength-variety-day 2/0",
      ]),
    Row(
      profile: "hip-replacement-lateral", leftOut: 145, warned: 5,
      gaps: [
        "adductor-care 3/0", "chair-hips 1/0", "core-mobility-minimum 1/1", "cyclist-unwind 2/1",
        "desk-worker-reset 1/1", "field-sport-primer 2/0", "hinge-day-prep 2/0", "low-back-relief 1/0",
        "morning-hip-circles 3/0", "post-leg-day 4/2", "rotation-day 5/1", "runner-warm-up 3/1", "six-way-tour 2/1",
        "squat-day-prep 3/2", "strength-variety-day 2/0", "swing-sport-rotation 2/1",
      ]),
    Row(
      profile: "hip-impingement", leftOut: 2, warned: 131,
      gaps: []),
    Row(
      profile: "lateral-hip-pain", leftOut: 18, warned: 44,
      gaps: [
        "adductor-care 1/0", "post-leg-day 1/1", "runner-warm-up 1/0",
      ]),
    Row(
      profile: "proximal-hamstring-pain", leftOut: 29, warned: 82,
      gaps: ["hinge-day-prep 1/0", "strength-variety-day 1/0"]),
    Row(
      profile: "groin-strain", leftOut: 7, warned: 19,
      gaps: ["adductor-care 2/0"]),
    Row(
      profile: "back-bending-pain", leftOut: 10, warned: 44,
      gaps: []),
    Row(
      profile: "back-arching-pain", leftOut: 8, warned: 28,
      gaps: []),
    Row(
      profile: "pelvic-girdle-pain", leftOut: 9, warned: 74,
      gaps: ["field-sport-primer 1/0", "runner-warm-up 1/0"]),
    Row(
      profile: "pregnancy-later", leftOut: 21, warned: 50,
      gaps: ["field-sport-primer 1/0", "runner-warm-up 1/0"]),
    Row(
      profile: "osteoporosis", leftOut: 10, warned: 20,
      gaps: []),
    Row(
      profile: "sore-knees", leftOut: 31, warned: 20,
      gaps: ["low-back-relief 1/0"]),
    Row(
      profile: "sore-wrists", leftOut: 22, warned: 0,
      gaps: ["low-back-relief 1/0"]),
    Row(
      profile: "high-blood-pressure", leftOut: 4, warned: 14,
      gaps: []),
    Row(
      profile: "no-floor", leftOut: 122, warned: 0,
      gaps: [
        "adductor-care 1/0", "core-mobility-minimum 2/2", "desk-worker-reset 1/0", "field-sport-primer 3/0",
        "hinge-day-prep 1/0", "low-back-relief 5/0", "morning-hip-circles 1/0", "post-leg-day 1/0",
        "rotation-day 3/0", "six-way-tour 1/0", "swing-sport-rotation 1/0",
      ]),
  ]
}
