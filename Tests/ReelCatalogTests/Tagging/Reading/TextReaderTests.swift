@testable import ReelCatalog
import Testing

@Suite struct TextReaderTests {
  private static func reading(_ text: String, _ kind: TextKind = .caption) -> TextReading {
    SmallVocabulary.reader.reading(of: text, kind: kind)
  }

  @Test(arguments: [
    ("clamshell tutorial", ["exercise clamshell"]), ("hip flexion", ["movement flexion"]),
    ("psoas stretch", ["muscle hip-flexors", "mode stretch"]), ("calf stretch", ["family calf-stretch"]),
    ("not squats, hip flexion", ["movement flexion"]), ("not squats but clamshell", ["exercise clamshell"]),
    ("stop squats", ["family squat"]), ("stop squats but clamshell", ["exercise clamshell"]),
    ("frog", []), ("frog knees wide", ["exercise frog-stretch"]), ("frog. Knees wide", ["exercise frog-stretch"]),
    ("frog stretch", ["exercise frog-stretch"]), ("hip cars", ["body hip", "mode cars"]), ("cars", []),
    ("fast hip cars", ["body hip"]), ("hip opener", ["generic hips"]),
    ("shoulder external rotation", ["body shoulder", "bare-movement external-rotation"]), ("", []),
  ])
  func `the longest phrases hold that nothing takes back`(text: String, names: [String]) {
    #expect(Self.reading(text).names.map(\.meaning.shown) == names)
  }

  @Test(arguments: [
    ("rates squat near lows", TextKind.caption, true), ("squat", .caption, false), ("squat workout", .caption, false),
    ("squat recipe workout", .caption, true), ("rates squat", .title, false), ("squat tutorial now", .caption, false),
    ("Big sale: hip flexion", .caption, true), ("No sale. Hip flexion", .caption, false),
    ("#squat", .caption, true), ("my clamshell.mp4", .filename, true), ("clamshell.mp4", .filename, false),
    ("clamshell golf tutorial", .title, true),
  ])
  func `an everyday word, a hashtag and an aside only mention`(text: String, kind: TextKind, isMention: Bool) {
    #expect(Self.reading(text, kind).names.first?.isMention == isMention)
  }

  @Test func `attributes may lie inside names, and a band is a load`() {
    let reading = Self.reading("clamshell left side with a band on your back")
    #expect(reading.attributes.count == 3 && reading.load == .light)
    #expect(Self.reading("clamshell left").load == .none)
    #expect(Self.reading("clamshell not left side").attributes.isEmpty)
  }

  @Test func `names are asked for by sentence`() {
    let reading = Self.reading("psoas stretch. Clamshell tutorial")
    #expect(reading.names(in: 0).map(\.meaning.shown) == ["muscle hip-flexors", "mode stretch"])
    #expect(reading.names(in: 1).map(\.meaning.shown) == ["exercise clamshell"])
    #expect(Array(reading.names(in: 2)).isEmpty)
  }

  @Test func `what another exercise is done on is only its place`() {
    let names = Self.reading("frog stretch using the squat").names
    #expect(names.map(\.isMention) == [false, true])
  }

  @Test(arguments: [
    (0, Mode.activation, true, true, true), (1, .stretch, true, true, true),
  ])
  func `an exercise's meaning is all that exercises are`(
    place: Int, mode: Mode, isDone: Bool, isSure: Bool, movesHip: Bool
  ) {
    let meaning = Meanings(SmallVocabulary.vocabulary).exercises[place]
    #expect(meaning.mode == mode && meaning.isDone == isDone && meaning.isSurelyExercise == isSure)
    #expect(meaning.movesHip == movesHip && meaning.isTrained && meaning.isAboutExercise)
  }

  @Test func `a meaning's place is its entry's, and a word means only what its kind means`() {
    let vocabulary = SmallVocabulary.vocabulary
    let meanings = Meanings(vocabulary)
    #expect(meanings.families.map(\.shown) == ["family squat", "family calf-stretch"])
    #expect(meanings.families.map(\.movesHip) == [true, false])
    #expect(meanings.muscles.map(\.mode) == [nil] && meanings.muscles.allSatisfy { !$0.isDone && $0.isTrained })
    for (term, meaning) in zip(vocabulary.terms, meanings.terms) {
      #expect(meaning.shown == "\(term.kind.rawValue) \(term.value)")
      #expect(!meaning.isDone && !meaning.movesHip)
      #expect(meaning.isAboutExercise == (term.kind != .filler && term.kind != .noise))
      #expect((meaning.mode != nil) == (term.kind == .mode || term.kind == .work))
    }
  }

  @Test func `surroundings say what a text as a whole is about`() {
    func surroundings(_ kinds: (Term.Kind, String)...) -> EverydayRules.Surroundings {
      EverydayRules.Surroundings(of: kinds.map { Term(kind: $0.0, value: $0.1, forms: []) })
    }
    #expect(!surroundings((.negation, "not")).hasContrast)
    #expect(surroundings((.negation, "not"), (.resume, "but")).hasContrast)
    #expect(surroundings((.teaching, "t")).teaches)
    let sport = surroundings((.topic, "sports"))
    #expect(sport.isSport && !sport.isElsewhere)
    #expect(surroundings((.topic, "food")).isElsewhere)
  }

  @Test func `the same vocabulary compiles to the same text, and a name more to another`() {
    let compiled = SmallVocabulary.reader.compiled
    #expect(TextReader(SmallVocabulary.vocabulary).compiled == compiled)
    #expect(TextReader(Vocabulary(exercises: [SmallVocabulary.clamshell])).compiled != compiled)
  }
}
