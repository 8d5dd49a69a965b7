@testable import ReelCatalog
import Testing

@Suite struct LexiconTests {
  private static let words = [
    "hip", "flexor", "squat", "stretch", "knie", "beuge", "kniebeuge", "abduction", "90", "up",
  ]

  private static func lexicon(guarding group: [String] = []) -> Lexicon {
    var lexicon = Lexicon()
    for word in words { lexicon.add(Array(word.utf8)) }
    lexicon.add(Array("flexer".utf8), for: Array("flexor".utf8))
    lexicon.add(Array("adduction".utf8))
    lexicon.guardGroup(group.map { Array($0.utf8) }, number: 1)
    lexicon.compose()
    lexicon.pack()
    return lexicon
  }

  /// How a word was read, with the words it was taken for.
  private static func reading(_ word: String, in lexicon: Lexicon) -> String {
    func name(_ id: Lexicon.WordID) -> String {
      (words + ["adduction"]).first { word in
        if case .known(id) = lexicon.reading(of: Array(word.utf8)) { return true }
        return false
      } ?? "?"
    }
    switch lexicon.reading(of: Array(word.utf8)) {
    case .known(let id): return "known \(name(id))"
    case .corrected(let id): return "corrected \(name(id))"
    case .guessed(let id): return "guessed \(name(id))"
    case .compound(let parts):
      return "compound " + parts.map { "\(name($0.word)) \($0.letters)" }.joined(separator: ", ")
    case .unknown: return "unknown"
    }
  }

  @Test(arguments: [
    ("hip", "known hip"), ("hips", "known hip"), ("squats", "known squat"), ("stretching", "known stretch"),
    ("flexer", "corrected flexor"), ("hipflexor", "compound hip 0..<3, flexor 3..<9"),
    ("kniebeuge", "compound knie 0..<4, beuge 4..<9"), ("9090", "compound 90 0..<2, 90 2..<4"),
    ("squatup", "compound squat 0..<5, up 5..<7"), ("strech", "guessed stretch"), ("sterch", "unknown"),
    ("stretsch", "guessed stretch"), ("xtretch", "unknown"), ("hop", "unknown"), ("hipp", "unknown"),
    ("aduction", "unknown"), ("9091", "unknown"), ("", "unknown"),
  ])
  func `a word is known, put together, put right, guessed or unknown`(word: String, reading: String) {
    #expect(Self.reading(word, in: Self.lexicon()) == reading)
  }

  @Test func `words that one letter tells apart are not guessed for one another`() {
    #expect(Self.reading("adbuction", in: Self.lexicon()) == "guessed abduction")
    #expect(Self.reading("adbuction", in: Self.lexicon(guarding: ["abduction", "adduction"])) == "unknown")
  }

  @Test func `a word made of others is their ids in a phrase, and a plural its singular's`() {
    var lexicon = Lexicon()
    let (knie, beuge) = (lexicon.add(Array("knie".utf8)), lexicon.add(Array("beuge".utf8)))
    let both = lexicon.add(Array("kniebeuge".utf8))
    #expect(lexicon.ids(of: Array("kniebeuge".utf8)) == [both])
    lexicon.compose()
    #expect(lexicon.ids(of: Array("kniebeuge".utf8)) == [knie, beuge])
    #expect(lexicon.add(Array("knie".utf8)) == knie && Set([knie, beuge, both]).count == 3)
    #expect(lexicon.add(Array("squats".utf8)) == lexicon.add(Array("squat".utf8)))
  }
}
