/// Movement words inside names.
extension TextReader {
  /// The movement word of a name without a joint, if the sentence names a joint other than the hip: "finger
  /// abduction with a band" isn't seated abduction.
  func bareMovement(in group: [PhraseFinding], among findings: [PhraseFinding]) -> PhraseFinding? {
    let words = group[0].words
    guard movesHip(group[0]),
      let movement = findings.first(where: {
        words.contains($0.words.lowerBound) && $0.words.upperBound <= words.upperBound
          && termKind(of: $0) == .bareMovement
      }), group[0].entry != movement.entry
    else { return nil }
    var isOther = false
    for finding in findings where finding.sentence == movement.sentence {
      switch finding.entry {
      case .muscle(let place) where vocabulary.muscles[place].region == .hip: return nil
      case .term(let place) where kinds[place] == .movement: return nil
      case .term(let place) where kinds[place] == .body:
        if vocabulary.terms[place].value == "hip" { return nil }
        isOther = isOther || Self.farJoints.contains(vocabulary.terms[place].value)
      case .ambiguous, .exercise, .family, .muscle, .term: break
      }
    }
    return isOther ? movement : nil
  }

  /// A movement word that is also the name of an exercise, as "flexão" is a push-up, beside another movement word:
  /// "flexion and extension".
  func pairedMovement(in group: [PhraseFinding], among findings: [PhraseFinding]) -> PhraseFinding? {
    guard group.count > 1, let movement = group.first(where: { termKind(of: $0) == .bareMovement }) else { return nil }
    let isPaired = findings.contains {
      $0.sentence == movement.sentence && $0.words != movement.words && termKind(of: $0) == .bareMovement
    }
    return isPaired ? movement : nil
  }

  /// Whether a finding may name a movement of the hip.
  private func movesHip(_ finding: PhraseFinding) -> Bool {
    switch finding.entry {
    case .ambiguous: true
    case .exercise(let place): !vocabulary.exercises[place].primary.isEmpty
    case .family(let place): !vocabulary.families[place].primary.isEmpty
    case .muscle, .term: false
    }
  }

  /// Parts of the body that no hip exercise uses.
  private static let farJoints: Set<String> = ["arm", "neck", "shoulder"]
}
