import ReelCatalog
import TestSupport
import Testing

/// Nobody is offered what their profile excludes, by a list that knows nothing of our exposures.
@Suite struct ProfileAuditTests {
  /// By profile, the exercises that must never be offered, with the reason.
  private static func neverOffered() throws -> [String: [String: String]] {
    var never: [String: [String: String]] = [:]
    for row in try rows(of: "never-offered.tsv", fields: 3) { never[row[0], default: [:]][row[1]] = row[2] }
    return never
  }

  /// A clip, and the exercises that it may truly show.
  private struct Clip {
    let reel: Reel
    let shows: [String]
  }

  private static func clips() throws -> [Clip] {
    try rows(of: "coach-clips.tsv", fields: 4).enumerated().map { number, row in
      let path = PathBytes(row[0])
      var evidence = [Evidence(source: .filename, text: path.lastComponent.text)]
      if let folder = row[0].split(separator: "/").dropLast().last {
        evidence.append(Evidence(source: .folder, text: String(folder)))
      }
      if !row[1].isEmpty { evidence.append(Evidence(source: .sidecar, text: row[1])) }
      var reel = try PlaylistTests.reel(number + 1, path: row[0], milliseconds: 1000 * (try #require(Int(row[2]))))
      reel.tagging = Tagger.standard.tagging(of: evidence)
      return Clip(reel: reel, shows: row[3] == "-" ? [] : row[3].split(separator: ",").map(String.init))
    }
  }

  private static func rows(of name: String, fields: Int) throws -> [[String]] {
    try TestTable.rows(of: name).map {
      let row = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(row.count == fields, "\(name): \($0)")
      return row
    }
  }

  @Test func `the list speaks of profiles and exercises that there are`() throws {
    let vocabulary = Vocabulary.standard
    let never = try Self.neverOffered()
    #expect(Set(never.keys) == Set(vocabulary.conditions.filter { !$0.needsDoctor }.map(\.id)))
    for (profile, exercises) in never {
      #expect(exercises.keys.filter { vocabulary.exercise($0) == nil } == [], "\(profile)")
    }
    let shown = try Set(Self.clips().flatMap(\.shows))
    #expect(shown.filter { vocabulary.exercise($0) == nil } == [])
  }

  @Test func `no exercise is left in that its profile must not meet`() throws {
    for (profile, exercises) in try Self.neverOffered() {
      let condition = try #require(Vocabulary.standard.condition(profile))
      for (id, reason) in exercises {
        let exposures = Vocabulary.standard.exercise(id)?.exposures ?? []
        #expect(!Set(condition.exclude).isDisjoint(with: exposures), "\(profile): \(id), \(reason)")
      }
    }
  }

  @Test func `no playlist for a profile holds a clip that may show what it must never meet`() throws {
    let (never, clips) = (try Self.neverOffered(), try Self.clips())
    let shows = Dictionary(uniqueKeysWithValues: clips.map { ($0.reel.id, $0) })
    let reels = clips.map(\.reel)
    var chosen = 0
    for condition in Vocabulary.standard.conditions where !condition.needsDoctor {
      for routine in Routine.standard {
        let request = try PlaylistRequest(
          routine: routine, equipment: nil, level: nil, profiles: [condition.id], seed: nil, vocabulary: .standard)
        for reel in request.plan(from: reels).slots.flatMap(\.reels) {
          chosen += 1
          let clip = try #require(shows[reel])
          for exercise in clip.shows {
            let reason = never[condition.id]?[exercise]
            #expect(
              reason == nil, "\(condition.id), \(routine.id): \(clip.reel.paths[0].text) \(exercise): \(reason ?? "")")
          }
        }
      }
    }
    // The folder is rich enough for the test to mean something.
    #expect(chosen > 1000)
  }

  /// What a text says beyond its exercise, and the profile that must not meet it.
  @Test(arguments: [
    ("glute set lying face down", "pregnancy-later"), ("pallof press half kneeling", "sore-knees"),
    ("pelvic tilt on all fours", "sore-wrists"), ("squats and box jumps", "spinal-fracture"),
    ("goblet squats and burpees", "groin-strain"), ("clamshell and plow pose", "eye-pressure"),
    ("glute bridge then spinal twist", "osteoporosis"), ("single leg bridge", "hip-replacement-lateral"),
  ])
  func `what a text says beyond its exercise counts`(text: String, profile: String) throws {
    let condition = try #require(Vocabulary.standard.condition(profile))
    var reel = try PlaylistTests.reel(1, path: text + ".mp4", milliseconds: 30_000)
    reel.tagging = Tagger.standard.tagging(text: text, kind: .filename)
    let exposures = try #require(PlanCandidate(reel, vocabulary: .standard)).traits.exposures
    #expect(exposures.map { !Set(condition.exclude).isDisjoint(with: $0) } ?? true, "\(exposures ?? [])")
  }

  @Test(arguments: ["seated cat cow", "seated figure 4", "sit to stand", "seated march", "glute set", "standing march"])
  func `what needs no floor is offered without one`(text: String) throws {
    var reel = try PlaylistTests.reel(1, path: text + ".mp4", milliseconds: 30_000)
    reel.tagging = Tagger.standard.tagging(text: text, kind: .filename)
    let candidate = try #require(PlanCandidate(reel, vocabulary: .standard))
    let exposures = try #require(candidate.traits.exposures)
    #expect(!exposures.contains("floor-transfer"))
  }

  @Test func `an exercise of somebody's own that says nothing makes the reel unknown`() throws {
    let own = Exercise(
      id: "zorble", name: "Zorble", region: .hip, primary: [], secondary: [], control: [], core: [], mode: .mobility,
      positions: [], equipment: [], optionalEquipment: [], side: .bilateral, level: .beginner, exposures: [],
      hasKnownExposures: false, contraction: nil, forms: [])
    let vocabulary = Vocabulary(
      exercises: [own] + [try #require(Vocabulary.standard.exercise("glute-bridge"))],
      exposures: Vocabulary.standard.exposures)
    let names = ["glute-bridge", "zorble"].map {
      ReelCatalog.Tag(facet: .exercise, value: $0, confidence: .certain, matches: [])
    }
    let reel = try PlaylistTests.reel(1, path: "a.mp4", milliseconds: 30_000, tags: names)
    #expect(try #require(PlanCandidate(reel, vocabulary: vocabulary)).traits.exposures == nil)
  }

  @Test func `left and right pair although one text says more`() throws {
    let reels = try [("Clamshell left", ReelSide.left), ("Clamshell right, then walk around", .right)].enumerated().map
    {
      number, clip in
      var reel = try PlaylistTests.reel(number + 1, path: clip.0 + ".mp4", milliseconds: 30_000)
      reel.tagging = Tagger.standard.tagging(text: clip.0, kind: .filename)
      return reel
    }
    let block = PlanSamples.block("turn", slot: 60, set: 30) { $0.primaryAny = [.externalRotation] }
    let plan = PlanCheck.plan(
      try PlanSamples.routine([block]), reels.compactMap { PlanCandidate($0, vocabulary: .standard) })
    #expect(plan.slots.map(\.bundle) == [.pair])
  }

  @Test func `no clip is on offer to a profile that must never meet what it may show`() throws {
    let (never, clips) = (try Self.neverOffered(), try Self.clips())
    for condition in Vocabulary.standard.conditions where !condition.needsDoctor {
      for clip in clips {
        guard let exposures = PlanCandidate(clip.reel, vocabulary: .standard)?.traits.exposures,
          Set(condition.exclude).isDisjoint(with: exposures)
        else { continue }
        for exercise in clip.shows {
          let reason = never[condition.id]?[exercise]
          #expect(reason == nil, "\(condition.id): \(clip.reel.paths[0].text) | \(exercise): \(reason ?? "")")
        }
      }
    }
  }
}
