import ReelCatalog
import Testing

/// The rules of families that stand at the head of catalog/exercises.yaml.
@Suite struct FamilyRulesTests {
  private static let all = Vocabulary.standard.exercises

  private static func named(_ words: String...) -> [Exercise] {
    all.filter { exercise in words.contains { exercise.name.contains($0) } }
  }

  private static func isLoaded(_ exercise: Exercise) -> Bool { [.strength, .power].contains(exercise.mode) }

  @Test func `squats load extension, and abduction only where the stance or a band asks for it`() {
    // A sissy squat bends the knees alone, and a Cossack squat goes to the side.
    let squats = Self.named("Squat").filter {
      Self.isLoaded($0) && !$0.name.contains("Sumo") && !$0.name.contains("Prying")
        && !["sissy-squat", "cossack-squat"].contains($0.id)
    }
    #expect(squats.count > 10)
    for squat in squats {
      #expect(squat.primary == [.extension] && Set(squat.secondary).isSubset(of: [.flexion]), "\(squat.id)")
    }
  }

  @Test func `hinges and thrusts load extension alone`() {
    let hinges = Self.named("Deadlift", "Good Morning", "Swing", "Hip Thrust", "Back Extension", "Pull-Through").filter
    {
      Self.isLoaded($0) && $0.primary == [.extension] && !$0.name.contains("Sumo")
    }
    #expect(hinges.count > 8)
    for hinge in hinges {
      #expect(
        Set(hinge.secondary).subtracting([.internalRotation, .externalRotation]).isSubset(of: [.flexion]), "\(hinge.id)"
      )
      #expect(hinge.side == .unilateral || Set(hinge.secondary).isSubset(of: [.flexion]), "\(hinge.id)")
    }
  }

  @Test func `on one leg the pelvis is held`() {
    let single = Self.all.filter {
      $0.mode == .strength && $0.primary == [.extension]
        && ($0.exposures.contains("single-leg") || $0.positions == [.lunge])
    }
    #expect(single.count > 12)
    for exercise in single {
      #expect(Set(exercise.control).isSuperset(of: [.abduction, .externalRotation]), "\(exercise.id)")
    }
  }

  @Test func `bridges load extension alone`() {
    let bridges = Self.named("Bridge").filter { $0.positions == [.supine] }
    #expect(bridges.count > 6)
    for bridge in bridges {
      #expect(bridge.primary.contains(.extension), "\(bridge.id)")
      #expect(Set(bridge.secondary).isSubset(of: [.flexion]), "\(bridge.id)")
    }
  }

  @Test func `a hold has the action that it resists`() throws {
    for (id, movement) in [
      ("wall-sit", HipMovement.extension), ("goddess-pose", .extension), ("copenhagen-plank", .adduction),
      ("adductor-squeeze", .adduction), ("split-squat-iso-hold", .extension), ("boat-pose", .flexion),
    ] { #expect(try #require(Vocabulary.standard.exercise(id)).primary == [movement], "\(id)") }
  }

  @Test func `a plain quadriceps stretch gains the hip nothing but a little extension`() {
    let stretches = Self.named("Quad Stretch")
    #expect(stretches.count >= 3)
    for stretch in stretches { #expect(stretch.primary == [] && stretch.secondary == [.extension], "\(stretch.id)") }
  }

  @Test func `a band held still controls`() throws {
    let bridge = try #require(Vocabulary.standard.exercise("banded-glute-bridge"))
    #expect(bridge.secondary == [] && bridge.control == [.abduction, .externalRotation])
  }

  @Test func `every 90/90 carries both rotation ends`() {
    let seats = Self.all.filter {
      $0.id.hasPrefix("ninety-ninety") && !Set($0.primary).isDisjoint(with: [.internalRotation, .externalRotation])
    }
    #expect(seats.count > 5)
    for seat in seats {
      #expect(Set(seat.exposures).isSuperset(of: ["hip-ir-end", "hip-er-end", "knee-twist"]), "\(seat.id)")
    }
  }

  @Test func `circles under control go to the end of every direction`() {
    let cars = Self.all.filter { $0.mode == .cars }
    #expect(cars.count >= 4)
    for circle in cars {
      #expect(Set(circle.primary) == Set(HipMovement.allCases), "\(circle.id)")
      #expect(Set(circle.exposures).isSuperset(of: ["hip-ir-end", "hip-er-end", "hip-ext-end"]), "\(circle.id)")
      // Face down, the knee is drawn up beside the body, not past a right angle.
      #expect(circle.positions == [.prone] || circle.exposures.contains("hip-flex-end"), "\(circle.id)")
    }
  }

  @Test func `circles on the back stay around a right angle`() throws {
    let circles = try #require(Vocabulary.standard.exercise("hip-circles-supine"))
    #expect(circles.primary == [.flexion, .abduction, .adduction])
    #expect(!circles.exposures.contains("hip-ext-end"))
  }

  @Test func `adductor stretches on the knees sit back into the hips`() {
    let stretches = Self.all.filter {
      $0.primary == [.abduction] && [.stretch, .mobility, .pnf].contains($0.mode)
        && !Set($0.positions).isDisjoint(with: [.quadruped, .halfKneeling])
    }
    #expect(stretches.count > 3)
    for stretch in stretches { #expect(stretch.exposures.contains("deep-hip-flexion"), "\(stretch.id)") }
  }

  @Test func `a stretch that gains extension goes to its end`() {
    let stretches = Self.all.filter { $0.mode == .stretch && $0.primary == [.extension] }
    #expect(stretches.count > 8)
    for stretch in stretches { #expect(stretch.exposures.contains("hip-ext-end"), "\(stretch.id)") }
  }

  @Test func `held stretches and holds are static, whatever their mode`() throws {
    for id in ["deep-squat-hold", "warrior-one", "warrior-two", "copenhagen-plank", "wall-sit"] {
      #expect(PlanTraits(try #require(Vocabulary.standard.exercise(id))).isStaticHold, "\(id)")
    }
  }

  @Test func `everything for people is in five languages`() {
    let languages = ["de", "en", "es", "fr", "pt"]
    for exposure in Vocabulary.standard.exposures {
      #expect(exposure.warning.texts.keys.sorted() == languages, "\(exposure.id)")
    }
    for flag in Vocabulary.standard.redFlags { #expect(flag.text.texts.keys.sorted() == languages, "\(flag.id)") }
    for phrase in SafetyPhrase.allCases {
      #expect(Vocabulary.standard.safetyPhrases[phrase]?.texts.keys.sorted() == languages, "\(phrase)")
    }
    for exercise in Self.all {
      #expect(Set(exercise.forms.map(\.language)).isSuperset(of: languages), "\(exercise.id)")
    }
  }

  @Test func `no two exercises are called the same to a client`() {
    for language in ["en", "es", "pt", "de", "fr"] {
      var owners: [String: String] = [:]
      for exercise in Self.all {
        guard let name = exercise.forms.first(where: { $0.language == language })?.text.lowercased() else { continue }
        #expect(owners[name] == nil, "\(language) \(name): \(owners[name] ?? "") and \(exercise.id)")
        owners[name] = exercise.id
      }
    }
  }

  @Test func `profiles name what there is, and only some need a doctor first`() {
    let vocabulary = Vocabulary.standard
    #expect(
      vocabulary.conditions.filter(\.needsDoctor).map(\.id).sorted() == [
        "femoral-neck-stress-fracture", "uncontrolled-blood-pressure",
      ])
    for profile in vocabulary.conditions {
      #expect(profile.needsDoctor == (profile.exclude + profile.warn).isEmpty, "\(profile.id)")
      #expect(Set(profile.exclude).isDisjoint(with: profile.warn), "\(profile.id)")
    }
  }

  @Test func `a name of several exercises involves what any of them involves`() throws {
    let vocabulary = Vocabulary.standard
    var checked = 0
    for name in vocabulary.ambiguous where name.standard != nil {
      let tagging = Tagger.standard.tagging(text: name.name, kind: .title)
      guard tagging.exercise == name.standard else { continue }
      checked += 1
      let all = Set(name.exercises.compactMap(vocabulary.exercise).flatMap(\.exposures))
      #expect(Set(tagging.values(.exposure)) == all, "\(name.name)")
    }
    #expect(checked > 40)
    let stretch = Tagger.standard.tagging(text: "piriformis stretch", kind: .title)
    #expect(stretch.exercise == "figure-four-supine")
    #expect(Set(stretch.values(.exposure)).isSuperset(of: ["supine", "prone", "hip-add-cross", "fadir"]))
    #expect(stretch.movements(.primary) == [.externalRotation])
  }

  @Test func `a phrase goes on after a filler that begins another phrase`() {
    // "Étirement du" leads to other names, so the skipped "du" has to be tried too.
    #expect(
      Tagger.standard.tagging(text: "étirement du psoas debout", kind: .title).exercise == "standing-hip-flexor-stretch"
    )
    #expect(Tagger.standard.tagging(text: "marche de la valise", kind: .title).exercise == "suitcase-carry")
  }
}
