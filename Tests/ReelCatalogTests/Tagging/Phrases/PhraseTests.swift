@testable import ReelCatalog
import Testing

@Suite struct PhraseTreeTests {
  private static func tree() -> PhraseTree {
    var tree = PhraseTree()
    tree.add([1, 2], .exercise(0))
    tree.add([4], .muscle(1))
    tree.add([1], .term(3))
    tree.add([1], .term(3))
    tree.add([], .term(9))
    tree.pack()
    return tree
  }

  @Test func `a phrase is followed word by word to what it stands for`() throws {
    let tree = Self.tree()
    let one = try #require(tree.next(after: PhraseTree.root, 1))
    #expect(Array(tree.entries(at: one)) == [.term(3)])
    let two = try #require(tree.next(after: one, 2))
    #expect(Array(tree.entries(at: two)) == [.exercise(0)])
    #expect(tree.next(after: two, 1) == nil && tree.next(after: one, 4) == nil)
    for word in [0, 2, 3, 5, 1000] as [Lexicon.WordID] { #expect(tree.next(after: PhraseTree.root, word) == nil) }
    #expect(tree.entries(at: PhraseTree.root).isEmpty)
  }

  @Test func `a packed tree is written node by node, and read back`() throws {
    var writer = PackedWriter()
    Self.tree().write(to: &writer)
    #expect(writer.text == "BAACAAEBARMDAAEIAgABAQ")
    var reader = PackedReader("BAACAAEBARMDAAEIAgABAQ")
    let tree = PhraseTree(&reader)
    let one = try #require(tree.next(after: PhraseTree.root, 1))
    let two = try #require(tree.next(after: one, 2))
    let four = try #require(tree.next(after: PhraseTree.root, 4))
    #expect(Array(tree.entries(at: two)) == [.exercise(0)] && Array(tree.entries(at: four)) == [.muscle(1)])
  }

  @Test func `an entry is one number, and comes back from it`() {
    let entries: [PhraseEntry] = [0, 1, 300].flatMap { place in
      [.ambiguous(place), .exercise(place), .family(place), .muscle(place), .term(place)]
    }
    #expect(Set(entries.map(\.code)).count == entries.count)
    for entry in entries { #expect(PhraseEntry(code: entry.code) == entry) }
    #expect(PhraseEntry.term(0).rank > PhraseEntry.muscle(9).rank)
  }
}

@Suite struct FoundTextTests {
  private static let index: PhraseIndex = {
    var index = PhraseIndex(SmallVocabulary.vocabulary)
    index.pack()
    return index
  }()

  private static func found(_ text: String, _ kind: TextKind = .caption) -> FoundText {
    FoundText(text, kind: kind, index: index)
  }

  /// What the findings cover in the text, each with its entry's kind.
  private static func phrases(_ text: String, _ kind: TextKind = .caption) -> Set<String> {
    let bytes = Array(text.utf8)
    return Set(found(text, kind).findings.map { String(decoding: bytes[$0.span], as: UTF8.self) })
  }

  @Test(
    arguments: [
      ("hip flexor", ["hip", "hip flexor"]), ("hip of the flexor", ["hip", "hip of the flexor"]),
      ("hip, flexor", ["hip"]), ("hip. Flexor", ["hip"]), ("#hip flexor", ["hip"]),
      ("hipflexor", ["hip", "hipflexor"]), ("Hip-Flexors!", ["Hip", "Hip-Flexors"]), ("hip strong flexor", ["hip"]),
      ("the flexor", []),
    ] as [(String, Set<String>)])
  func `a phrase is found across fillers, and not across commas, tags and other words`(
    text: String, phrases: Set<String>
  ) {
    #expect(Self.phrases(text) == phrases)
  }

  @Test func `noise is no word of a file name, and its gap goes to the next word`() {
    let words = Self.found("hip, final_squat.mp4", .filename).words
    #expect(words.map(\.gap) == [.sentence, .comma] && words.allSatisfy { $0.id != nil })
    #expect(Self.found("hip, final squat").words.count == 3)
  }

  @Test func `a word put right is marked, and so is what it is part of`() throws {
    let finding = try #require(Self.found("strech").findings.first)
    #expect(finding.isCorrected && finding.span == 0..<6)
    #expect(Self.found("clamshel").words.map(\.isGuessed) == [true])
    #expect(Self.found("clamshell").findings.allSatisfy { !$0.isCorrected })
  }

  @Test func `sentences are counted, and a folded word's parts stand for all of it`() {
    #expect(Self.found("hip. squat squat! clamshell").words.map(\.sentence) == [0, 1, 1, 2])
    // Wide letters are three bytes each, so that the parts cannot be told apart in them.
    let words = Self.found("ｈｉｐflexor").words
    #expect(words.map(\.span) == [0..<15, 0..<15])
    #expect(Self.found("hipflexor").words.map(\.span) == [0..<3, 3..<9])
  }

  @Test func `a table finds a value by the words that count`() throws {
    var index = PhraseIndex(SmallVocabulary.vocabulary)
    var table = PhraseTable<String>()
    table.set(index.words(of: "hip flexor"), to: "flexor")
    table.set(index.words(of: "the"), to: "filler")
    table.set([], to: "nothing")
    index.pack()
    #expect(table.values.count == 2)
    func values(_ text: String) -> Set<String> {
      let found = FoundText(text, kind: .caption, index: index)
      return Set(found.findings.compactMap { table.value(of: $0, in: found.words) })
    }
    #expect(values("hip of the flexor") == ["flexor"])
    #expect(values("hip") == [] && values("squat") == [] && values("psoas") == [])
  }

  @Test func `fillers and noise are known by their words`() {
    var index = PhraseIndex(SmallVocabulary.vocabulary)
    let (the, final, hip) = (index.words(of: "the")[0], index.words(of: "final")[0], index.words(of: "hip")[0])
    index.pack()
    #expect([the, final, hip].map(index.isFiller) == [true, false, false])
    #expect([the, final, hip].map(index.isNoise) == [false, true, false])
    #expect(!index.isFiller(.max) && !index.isNoise(-1))
  }
}
