import MediaFacts
import Testing

@testable import TextReading

/// What is made of the words that engines read.
@Suite struct ReadLineTests {
  private func word(_ text: String, _ confidence: Float = 96) -> ReadWord {
    ReadWord(text: text, confidence: confidence)
  }

  private func line(_ readings: [[ReadWord]]) -> (line: ReadLine?, count: Int) {
    var count = 0
    let readers = zip(TextLanguage.allCases, readings).map { language, words in
      LineReader(language) { _ in
        count += 1
        return words
      }
    }
    var allowance = ReadingAllowance()
    let crop = LineCrop(width: 1, height: 1, bytes: [0])
    return (allowance.reading(crop, of: .white, with: readers), count)
  }

  @Test func `words stand with single spaces, without what is no letter`() {
    #expect(line([[word("|"), word("Side\n"), word("\u{7}lunges_"), word("dim", 20)]]).line?.text == "Side lunges")
  }

  @Test func `the shorter, the surer it has to be`() {
    #expect(line([[word("Rest", 90)]]).line?.text == "Rest")
    #expect(line([[word("Rest", 80)]]).line == nil)
    #expect(line([[word("Rumänisches Kreuzheben", 65)]]).line != nil)
    for rubbish in ["ii", "12", "0:30", "=~+/(", ""] { #expect(line([[word(rubbish)]]).line == nil) }
    #expect(line([[word("2"), word("x"), word("60"), word("s")]]).line?.text == "2 x 60 s")
  }

  @Test func `other languages are tried where the first is not sure`() {
    #expect(line([[word("Side lunges", 96)], [word("other", 99)]]).count == 1)
    #expect(line([[word("rubbish", 30)], [word("other", 99)]]) == (nil, 1))
    let accent = line([[word("Banco", 80)], [word("Bañco", 84)], [word("Banço", 96)], [word("never", 99)]])
    #expect((accent.line?.text, accent.line?.language, accent.count) == ("Banço", .portuguese, 3))
  }

  @Test func `a language that overlooks accents does not win by it`() {
    let read = line([[word("BALANCO", 93)], [word("BALANCO", 94)], [word("BALANÇO", 92)]])
    #expect(read.line?.text == "BALANÇO")
    #expect(line([[word("Leg raise", 92)], [word("Leg raise", 95)]]).line?.language == .english)
  }
}
