/// What a text says about the hip's movements and how they are worked.
struct MovementRules {
  private let reading: TextReading
  private let effort: Effort
  private var claims: [Claim] = []

  static func claims(from reading: TextReading) -> [Claim] {
    var rules = MovementRules(reading: reading)
    for name in reading.names { rules.read(name) }
    rules.readUnstatedMode()
    return rules.claims
  }

  private init(reading: TextReading) {
    self.reading = reading
    effort = Effort(of: reading)
  }

  private mutating func read(_ name: TextReading.Name) {
    switch name.meaning {
    case .exercise(let exercise, let isSure):
      let weight = isSure ? Weight.exercise : Weight.usualExercise
      let entry = "exercise:" + exercise.id
      let isPosture = isPosture(name)
      claim(.exercise, exercise.id, entry, name, isPosture ? weight / 2 : weight)
      claim(exercise.primary, isPosture ? .secondary : .primary, entry, name, weight)
      claim(exercise.secondary, .secondary, entry, name, weight)
      claim(exercise.control, .control, entry, name, weight)
      if !isPosture, !saysStretch(in: name, of: exercise.mode) {
        claim(exercise.mode, exercise.otherModes, entry, name, min(weight, Weight.exerciseMode))
      }
      claim(.region, exercise.region.rawValue, entry, name, weight)
    case .family(let family):
      let entry = "family:" + family.id
      let isPosture = isPosture(name)
      claim(family.primary, isPosture ? .secondary : .primary, entry, name, Weight.family)
      claim(family.secondary, .secondary, entry, name, Weight.family)
      if let mode = mode(of: family, in: name), !isPosture, !saysStretch(in: name, of: mode) {
        claim(mode, family.otherModes, entry, name, Weight.familyMode)
      }
      if let region = family.region { claim(.region, region.rawValue, entry, name, Weight.family) }
    case .muscle(let muscle): read(muscle, name)
    case .term(let term): read(term, name)
    }
  }

  private mutating func read(_ term: Term, _ name: TextReading.Name) {
    let entry = term.kind.rawValue + ":" + term.value
    switch term.kind {
    case .movement: claim(HipMovement(rawValue: term.value).map { [$0] } ?? [], .primary, entry, name, Weight.movement)
    case .bareMovement:
      guard let movement = HipMovement(rawValue: term.value) else { return }
      switch joint(of: name) {
      case .hip: claim([movement], .primary, entry, name, Weight.bareMovement)
      case .unknown: claim([movement], .secondary, entry, name, Weight.bareMovement)
      case .other: break
      }
    case .mode:
      claim(.mode, term.value, entry, name, Weight.mode)
      // "Controlled articular rotations: hips" take the joint all the way round.
      if term.value == Mode.cars.rawValue, joint(of: name) == .hip {
        claim(HipMovement.allCases, .primary, entry, name, Weight.bareMovement)
      }
    case .work: break
    case .body where term.isHip: claim(.region, Region.hip.rawValue, entry, name, Weight.mode)
    case .generic: claim(.region, Region.hip.rawValue, entry, name, Weight.mode)
    default: break
    }
  }

  private mutating func read(_ muscle: MuscleGroup, _ name: TextReading.Name) {
    let entry = "muscle:" + muscle.id
    claim(.region, muscle.region.rawValue, entry, name, Weight.mode)
    guard let (mode, isClose) = mode(for: name) else {
      // A bare muscle in a title is what is trained; in a caption it may be anything.
      let isTitle = !reading.kind.isProse && !reading.names.contains { $0.meaning.isDone }
      claim(muscle.work.primary, isTitle ? .primary : .secondary, entry, name, Weight.bareMuscle)
      claim(muscle.work.secondary, .secondary, entry, name, Weight.bareMuscle)
      claim(muscle.stretch.primary + muscle.stretch.secondary, .secondary, entry, name, Weight.bareMuscle)
      return
    }
    let meaning = entry + "+" + mode.rawValue
    let isAbout = isClose || !reading.names.contains { $0.meaning.movesHip && !$0.isMention }
    let weight = isClose ? Weight.muscleWithMode : Weight.muscleNearMode
    switch mode {
    case .stretch, .pnf, .mobility:
      claim(muscle.stretch.primary, isAbout ? .primary : .secondary, meaning, name, weight)
      claim(muscle.stretch.secondary, .secondary, meaning, name, weight)
    case .activation, .strength, .power:
      claim(muscle.work.primary, isAbout ? .primary : .secondary, meaning, name, weight)
      claim(muscle.work.secondary, .secondary, meaning, name, weight)
    case .release:
      claim(muscle.stretch.primary, .secondary, meaning, name, weight)
    case .cars, .core, .breathing:
      claim(muscle.work.primary + muscle.stretch.primary, .secondary, meaning, name, weight)
    }
  }

  /// Where nothing says how: words that leave it open, else what a named movement usually is, else training words.
  private mutating func readUnstatedMode() {
    // Breathing goes with any mode.
    guard !claims.contains(where: { $0.facet == .mode && $0.value != Mode.breathing.rawValue }) else { return }
    let named = reading.names.filter { !$0.isMention }
    let terms = named.compactMap { name -> (term: Term, name: TextReading.Name)? in
      if case .term(let term) = name.meaning { (term, name) } else { nil }
    }
    let isTrained = named.contains { $0.meaning.isTrained }
    let open = terms.filter { $0.term.kind == .work && $0.term.value != Mode.strength.rawValue }
    if !open.isEmpty, isTrained || terms.contains(where: { $0.term.kind == .body }) {
      for (term, name) in open { claimUnstated([term.value], term, name) }
      return
    }
    let moved = terms.map { (modes: usualModes($0.term, $0.name), at: $0) }.filter { !$0.modes.isEmpty }
    if !moved.isEmpty {
      for (modes, place) in moved { claimUnstated(modes.map(\.rawValue), place.term, place.name) }
    } else if isTrained || terms.contains(where: { $0.term.isHip }) {
      for (term, name) in terms where term.kind == .work { claimUnstated([Mode.strength.rawValue], term, name) }
    }
  }

  private mutating func claimUnstated(_ modes: [String], _ term: Term, _ name: TextReading.Name) {
    for mode in modes { claim(.mode, mode, term.kind.rawValue + ":" + term.value, name, Weight.unstatedMode) }
  }

  /// How a movement is worked where nothing says how.
  ///
  /// It is trained, but a free rotation of the hip, or any free movement of another joint, is for its range. Glutes
  /// worked with little load are only being woken.
  private func usualModes(_ term: Term, _ name: TextReading.Name) -> [Mode] {
    guard term.kind == .movement || term.kind == .bareMovement, let movement = HipMovement(rawValue: term.value) else {
      return []
    }
    let joint = joint(of: name)
    // "Deadline extension": a word that nothing ties to a body.
    if joint == .unknown, movement.plane != .transverse, reading.attributes.isEmpty { return [] }
    if reading.load == .none, movement.plane == .transverse || joint == .other { return [.mobility] }
    let isOfGlutes = term.kind == .movement && (movement == .abduction || movement == .extension)
    return isOfGlutes && effort != .strength ? [.strength, .activation] : [.strength]
  }

  /// How a family is worked here: what rocks or lifts off is moved, not held, and a loaded joint is trained.
  private func mode(of family: ExerciseFamily, in name: TextReading.Name) -> Mode? {
    switch family.mode {
    case .stretch, .activation: name.isDynamic ? .mobility : family.mode
    case .mobility: family.region == nil && reading.load == .heavy ? .strength : .mobility
    default: family.mode
    }
  }

  /// The mode that a muscle is named with, and whether the two are close together.
  private func mode(for muscle: TextReading.Name) -> (mode: Mode, isClose: Bool)? {
    var best: (mode: Mode, distance: Int)?
    for name in reading.names(in: muscle.sentence) {
      guard let mode = name.meaning.mode, !name.meaning.movesHip || isStretch(mode),
        !name.isMention || muscle.isMention, !isElsewhere(name.meaning)
      else { continue }
      let distance = distance(name.words, muscle.words)
      // A massage moves nothing, so "psoas release and stretch" is about the stretch.
      if mode == .release, best.map({ $0.mode != .release && $0.distance <= Self.closeWords }) ?? false { continue }
      if mode != .release, best?.mode == .release, distance <= Self.closeWords {
        best = (mode, distance)
        continue
      }
      if distance < best?.distance ?? Int.max { best = (mode, distance) }
    }
    if let best, best.distance <= Self.closeWords { return (best.mode, true) }
    if let best { return (best.mode, false) }
    let elsewhere = reading.names.first { name in
      guard case .term = name.meaning else { return false }
      return name.meaning.mode != nil && !name.isMention
    }
    return elsewhere?.meaning.mode.map { ($0, false) }
  }

  /// Whether a name works another joint, so it says nothing about how a hip muscle is worked: "until the hamstrings
  /// pull". Two stretches may share a name: "hamstring and calf stretch".
  private func isElsewhere(_ meaning: TextReading.Meaning) -> Bool {
    guard case .family(let family) = meaning else { return false }
    return family.primary.isEmpty && family.region != .hip && family.mode.map { !isStretch($0) } ?? false
  }

  /// Whether the sentence calls a strength exercise a stretch: "psoas stretch with a forward lunge".
  private func saysStretch(in name: TextReading.Name, of mode: Mode) -> Bool {
    guard Effort.modes.contains(mode) else { return false }
    var isStretch = false
    for other in reading.names(in: name.sentence) {
      guard case .term(let term) = other.meaning, let said = other.meaning.mode else { continue }
      if Effort.modes.contains(said) { return false }
      isStretch = isStretch || (term.kind == .mode && self.isStretch(said))
    }
    return isStretch
  }

  private func isStretch(_ mode: Mode) -> Bool { mode == .stretch || mode == .pnf }

  /// How far apart a muscle and its mode can be.
  private static let closeWords = 3

  /// How many words that count are between two phrases.
  private func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    let start = min(one.upperBound, other.upperBound)
    let end = max(one.lowerBound, other.lowerBound)
    return start < end ? reading.words[start..<end].count { !$0.isFiller } : 0
  }

  /// Whether a name is only the posture for stretching something else: "lunging calf stretch", "psoas stretch with a
  /// lunge", "hinge forward until you feel your hamstrings stretch".
  private func isPosture(_ name: TextReading.Name) -> Bool {
    guard let mode = name.meaning.mode, name.meaning.isDone, !isStretch(mode) else { return false }
    let isWith = reading.names(in: name.sentence).contains { other in
      other.meaning.movesHip && other.meaning.mode.map(isStretch) ?? false
        && other.words.upperBound < name.words.lowerBound && distance(other.words, name.words) == 0
    }
    if isWith { return true }
    if case .family = name.meaning, reading.kind.isProse,
      reading.names(in: name.sentence).contains(where: { other in
        guard case .muscle = other.meaning, other.words.lowerBound >= name.words.upperBound else { return false }
        return self.mode(for: other).map { isStretch($0.mode) && $0.isClose } ?? false
      })
    {
      return true
    }
    return reading.names(in: name.sentence).contains { other in
      guard case .family(let family) = other.meaning else { return false }
      return family.mode == .stretch && family.primary.isEmpty && other.words.lowerBound >= name.words.upperBound
        && other.words.lowerBound - name.words.upperBound <= Self.closeWords
    }
  }

  private enum Joint { case hip, other, unknown }

  /// The joint that a movement word belongs to: the nearest body part named in its sentence, else in the text.
  private func joint(of movement: TextReading.Name) -> Joint {
    var nearest: (joint: Joint, distance: Int)?
    func look(_ names: some Sequence<TextReading.Name>) {
      for name in names where !name.finding.isHashtag {
        guard let joint = joint(in: name.meaning) else { continue }
        let distance = distance(name.words, movement.words)
        if distance < nearest?.distance ?? Int.max { nearest = (joint, distance) }
      }
    }
    look(reading.names(in: movement.sentence))
    if nearest == nil { look(reading.names) }
    return nearest?.joint ?? .unknown
  }

  private func joint(in meaning: TextReading.Meaning) -> Joint? {
    switch meaning {
    case .exercise(let exercise, _): exercise.primary.isEmpty ? nil : .hip
    case .family(let family): family.primary.isEmpty ? .other : .hip
    case .muscle(let muscle): muscle.region == .hip ? .hip : .other
    case .term(let term):
      switch term.kind {
      case .body: term.isHip ? .hip : .other
      case .movement, .generic: .hip
      default: nil
      }
    }
  }

  private mutating func claim(
    _ movements: [HipMovement], _ role: MovementRole, _ entry: String, _ name: TextReading.Name, _ weight: Int
  ) {
    for movement in movements {
      claims.append(
        Claim(
          facet: .movement, value: movement.rawValue, role: role == .primary && name.isMention ? .secondary : role,
          entry: entry, span: name.finding.span, weight: Weight.of(weight, name)))
    }
  }

  private mutating func claim(
    _ facet: Facet, _ value: String, _ entry: String, _ name: TextReading.Name, _ weight: Int
  ) {
    // How something works that is only mentioned says nothing: of 91 such modes three were right.
    guard facet != .mode || !name.isMention else { return }
    claims.append(
      Claim(
        facet: facet, value: value, role: nil, entry: entry, span: name.finding.span, weight: Weight.of(weight, name)))
  }

  /// The usual mode of an exercise or family and its others, without those that the text rules out.
  private mutating func claim(_ mode: Mode, _ others: [Mode], _ entry: String, _ name: TextReading.Name, _ weight: Int)
  {
    let left = effort.left(of: [mode] + others)
    for each in left { claim(.mode, each.rawValue, entry, name, each == mode ? weight : Weight.mode) }
  }
}

extension Term {
  /// Whether it is a word for the hip as a part of the body.
  fileprivate var isHip: Bool { kind == .body && value == "hip" }
}
