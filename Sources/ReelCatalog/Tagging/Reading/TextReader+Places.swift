/// Names that only say where something else is done, or when.
extension TextReader {
  /// Marks names that only say where another one is done: "calf press on the leg press".
  func markPlaces(_ names: inout [TextReading.Name], by controls: [PhraseFinding]) {
    for control in controls where isPlace(control, "place") {
      guard let place = names.firstIndex(where: { $0.words.lowerBound == control.words.upperBound }), place > 0,
        names[place].meaning.isDone,
        names[..<place].contains(where: { $0.sentence == control.sentence && $0.meaning.isDone })
      else { continue }
      names[place].isMention = true
    }
  }

  /// Marks what the text only prepares for or follows: "hip openers before squats".
  ///
  /// - Parameter written: The text's letters and marks, looked at only where an occasion is named.
  func markOccasions(
    _ names: inout [TextReading.Name], by controls: [PhraseFinding], in written: @autoclosure () -> WrittenText
  ) {
    let gentle: Set<Mode> = [.activation, .cars, .mobility, .pnf, .release, .stretch]
    guard names.contains(where: { !$0.isMention && $0.meaning.mode.map(gentle.contains) ?? false }) else { return }
    let occasions = controls.filter { isPlace($0, "occasion") }
    guard !occasions.isEmpty else { return }
    let text = written()
    for control in occasions {
      guard let place = names.firstIndex(where: { $0.words.lowerBound >= control.words.upperBound }),
        names[place].sentence == control.sentence,
        names[place].meaning.isHardWork || (!names[place].meaning.isDone && names[place].meaning.mode == .strength),
        names[place].words.lowerBound - control.words.upperBound <= Self.occasionWords,
        // "Hip openers before bed, squats", "for beginners: squats" show squats.
        (control.words.upperBound...names[place].words.lowerBound).allSatisfy({
          text.words[$0].gap < .comma && !text.marks(before: $0).contains(":")
        })
      else { continue }
      names[place].isMention = true
    }
  }

  /// How many words can be between "before" and what is done then: "before your heavy squats".
  private static let occasionWords = 2

  private func isPlace(_ finding: PhraseFinding, _ value: String) -> Bool {
    term(finding).map { $0.kind == .place && $0.value == value } ?? false
  }
}
