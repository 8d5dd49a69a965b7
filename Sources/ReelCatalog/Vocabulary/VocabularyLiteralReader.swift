/// Collects the records of a compiled vocabulary, line by line.
struct VocabularyLiteralReader {
  private var exercises: [Exercise] = []
  private var families: [ExerciseFamily] = []
  private var terms: [Term] = []
  private var muscles: [MuscleGroup] = []
  private var ambiguous: [AmbiguousName] = []
  private var falseFriends: [FalseFriend] = []
  private var everydayNames = EverydayNames.none
  private var spelling: [Correction] = []
  private var neverFuzzy: [[String]] = []
  private var exposures: [Exposure] = []
  private var conditions: [ConditionProfile] = []
  private var redFlags: [RedFlag] = []
  private var safetyPhrases: [SafetyPhrase: Wording] = [:]
  private var doses: [DoseDefault] = []
  private var equipment: [String] = []

  var vocabulary: Vocabulary {
    Vocabulary(
      exercises: exercises, families: families, terms: terms, muscles: muscles, ambiguous: ambiguous,
      falseFriends: falseFriends, everydayNames: everydayNames, spelling: spelling, neverFuzzy: neverFuzzy,
      exposures: exposures,
      conditions: conditions, redFlags: redFlags, safetyPhrases: safetyPhrases, doses: doses, equipment: equipment)
  }

  mutating func read(_ text: String) throws(VocabularyError) {
    let bytes = Array(text.utf8)
    var number = 0
    var place = 0
    func end(of line: Int) -> Int { bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }
    func next(after end: Int) -> Int { min(end + 1, bytes.count) }
    func isForm(_ line: Int) -> Bool { line < bytes.count && bytes[line] == UInt8(ascii: "+") }
    while place < bytes.count {
      guard bytes[place] != UInt8(ascii: "\n") else {
        number += 1
        place += 1
        continue
      }
      let recordEnd = end(of: place)
      number += 1
      let record = Record(bytes[place..<recordEnd], number: number)
      place = next(after: recordEnd)
      let formsStart = place
      while isForm(place) {
        place = next(after: end(of: place))
        number += 1
      }
      let forms = SurfaceForms(lines: bytes[formsStart..<place])
      var more: [Record] = []
      while place < bytes.count, Record.isContinuation(bytes[place]) {
        let lineEnd = end(of: place)
        number += 1
        more.append(Record(bytes[place..<lineEnd], number: number))
        place = next(after: lineEnd)
      }
      try add(record, forms, more)
    }
  }

  private mutating func add(_ record: Record, _ forms: SurfaceForms, _ more: [Record]) throws(VocabularyError) {
    switch record[0] {
    case "exercise": exercises.append(try exercise(record).withForms(forms))
    case "family":
      families.append(
        ExerciseFamily(
          id: record[1], region: try record.optionalWord(2), primary: try record.words(3),
          secondary: try record.words(4), mode: try record.optionalWord(5), otherModes: try record.words(6),
          exposures: record.texts(7), forms: []
        ).withForms(forms))
    case "term": terms.append(Term(kind: try record.word(1), value: record[2], forms: []).withForms(forms))
    case "muscle":
      muscles.append(
        MuscleGroup(
          id: record[1], region: try record.word(2),
          work: MuscleGroup.Movements(primary: try record.words(3), secondary: try record.words(4)),
          stretch: MuscleGroup.Movements(primary: try record.words(5), secondary: try record.words(6)),
          forms: []
        ).withForms(forms))
    case "ambiguous":
      ambiguous.append(
        AmbiguousName(
          name: record[1], standard: record[2].isEmpty ? nil : record[2],
          cues: more.map { AmbiguousName.Cue(exercise: $0[1], words: $0.rest(from: 2)) }, sharedWith: record.texts(3)))
    case "friend":
      falseFriends.append(
        FalseFriend(
          phrase: record[1], rejectedBy: more.first { $0[0] == "-" }?.rest(from: 1) ?? [],
          requires: more.first { $0[0] == "!" }?.rest(from: 1) ?? []))
    case "everyday":
      everydayNames = EverydayNames(
        inCaptions: record.rest(from: 1),
        inCaptionsAndFileNames: more.first { $0[0] == "-" }?.rest(from: 1) ?? [],
        besideOtherTopics: more.first { $0[0] == "!" }?.rest(from: 1) ?? [])
    case "spelling": spelling.append(Correction(wrong: record[1], right: record[2]))
    case "never": neverFuzzy.append(record.rest(from: 1))
    case "exposure":
      exposures.append(
        Exposure(id: record[1], meaning: record[2], warning: wording(more), positions: try record.words(3)))
    case "condition":
      conditions.append(
        ConditionProfile(
          id: record[1], label: record[2], exclude: record.texts(3), warn: record.texts(4), window: record[5],
          redFlags: record.texts(6), needsDoctor: record[7] == "doctor"))
    case "flag":
      redFlags.append(RedFlag(id: record[1], urgency: try record.word(2), text: wording(more)))
    case "safety": safetyPhrases[try record.word(1)] = wording(more)
    case "dose": doses.append(try dose(record))
    case "equipment": equipment = record.rest(from: 1)
    default: throw record.error("unknown record `\(record[0])`")
    }
  }

  private func exercise(_ record: Record) throws(VocabularyError) -> Exercise {
    Exercise(
      id: record[1], name: record[2], region: try record.word(3), primary: try record.words(4),
      secondary: try record.words(5), control: try record.words(6), core: try record.words(7),
      mode: try record.word(8), otherModes: try record.words(16), positions: try record.words(9),
      equipment: record.groups(10),
      optionalEquipment: record.texts(11), side: try record.word(12), level: try record.word(13),
      exposures: record.texts(14), contraction: try record.optionalWord(15), forms: [])
  }

  private func wording(_ lines: [Record]) -> Wording {
    Wording(Dictionary(lines.map { ($0[1], $0[2]) }, uniquingKeysWith: { first, _ in first }))
  }

  private func dose(_ record: Record) throws(VocabularyError) -> DoseDefault {
    var amounts: [DoseDefault.Measure: Int] = [:]
    for amount in record.texts(2) {
      let parts = amount.split(separator: "=")
      guard parts.count == 2, let measure = DoseDefault.Measure(rawValue: String(parts[0])), let number = Int(parts[1])
      else { throw record.error("`\(amount)` isn't an amount") }
      amounts[measure] = number
    }
    return DoseDefault(mode: try record.word(1), amounts: amounts)
  }

  /// One line, split at its tabs; a missing field reads as empty.
  ///
  /// Fields stay bytes until they are needed, and lists are split as bytes: splitting a String looks for characters,
  /// which doubles the reading time.
  private struct Record {
    private let fields: [ArraySlice<UInt8>]
    private let number: Int

    init(_ line: ArraySlice<UInt8>, number: Int) {
      fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      self.number = number
    }

    static func isContinuation(_ first: UInt8) -> Bool { "*-!".utf8.contains(first) }

    subscript(place: Int) -> String { Self.text(bytes(place)) }

    func rest(from place: Int) -> [String] { fields.dropFirst(place).map(Self.text) }

    func texts(_ place: Int) -> [String] { Self.texts(bytes(place)) }

    func groups(_ place: Int) -> [[String]] {
      bytes(place).split(separator: UInt8(ascii: ";")).map(Self.texts)
    }

    private func bytes(_ place: Int) -> ArraySlice<UInt8> { place < fields.count ? fields[place] : [] }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func texts(_ bytes: ArraySlice<UInt8>) -> [String] {
      bytes.split(separator: UInt8(ascii: ",")).map(text)
    }

    func word<Word: RawRepresentable<String>>(_ place: Int) throws(VocabularyError) -> Word {
      guard let word = Word(rawValue: self[place]) else { throw error("`\(self[place])` is unknown here") }
      return word
    }

    func optionalWord<Word: RawRepresentable<String>>(_ place: Int) throws(VocabularyError) -> Word? {
      self[place].isEmpty ? nil : try word(place)
    }

    func words<Word: RawRepresentable<String>>(_ place: Int) throws(VocabularyError) -> [Word] {
      var words: [Word] = []
      for text in texts(place) {
        guard let word = Word(rawValue: text) else { throw error("`\(text)` is unknown here") }
        words.append(word)
      }
      return words
    }

    func error(_ problem: String) -> VocabularyError { VocabularyError(line: number, problem: problem) }
  }
}
