import MediaFacts
import Testing

@testable import TextReading

/// Which lines are believed of those that were read, and in what bounds.
@Suite struct TextVoteTests {
  private func witness(
    _ text: String, _ score: Int = 90, pictures: Int = 2, top: Int = 100, left: Int = 100, at start: Int = 0,
    until end: Int = 1000
  ) -> TextVote.Witness {
    TextVote.Witness(
      line: ReadLine(text: text, score: score, language: .english),
      box: PixelBox(left: left, top: top, right: left + 300, bottom: top + 30), start: start, end: end,
      pictureCount: pictures)
  }

  private func lines(_ witnesses: [TextVote.Witness]) throws -> [ScreenLine] {
    TextVote.lines(witnesses, in: try #require(PixelSize(width: 1000, height: 1000)))
  }

  @Test func `two pictures have to agree`() throws {
    #expect(try lines([witness("Side lunge", pictures: 1)]).isEmpty)
    #expect(try lines([witness("Side lunge", pictures: 1), witness("Side plank", pictures: 1, at: 500)]).isEmpty)
    let agreed = try lines([
      witness("SIDE LUNGE", 80, pictures: 1), witness("Side lunge.", 90, pictures: 1, at: 500, until: 1500),
    ])
    #expect(agreed.map(\.text) == ["Side lunge."])
    #expect(agreed.map(\.endMilliseconds) == [1500])
  }

  @Test func `in one place at one time the surest reading stands`() throws {
    let both = try lines([witness("Side lunge", 92), witness("Sido lungo", 70)])
    #expect(both.map(\.text) == ["Side lunge"])
    #expect(try lines([witness("Side lunge"), witness("Ten reps", top: 160)]).count == 2)
    #expect(try lines([witness("Side lunge"), witness("Side plank", at: 1200, until: 3000)]).count == 2)
  }

  @Test func `a line that comes back later is another one`() throws {
    #expect(try lines([witness("Rest"), witness("Rest", at: 3000, until: 4000)]).count == 1)
    #expect(try lines([witness("Rest"), witness("Rest", at: 30_000, until: 31_000)]).count == 2)
  }

  @Test func `lines are in order, at most so many and so long`() throws {
    let many = (0..<500).map { index in
      let start = 2000 * (index / 20)
      return witness("number \(index) of these lines", top: 30 * (index % 20), at: start, until: start + 900)
    }
    let kept = try lines(many.shuffled())
    #expect(kept.count == ScreenText.largestLineCount)
    #expect(kept.map(\.startMilliseconds) == kept.map(\.startMilliseconds).sorted())
    let long = (0..<200).map { index in
      witness(String(repeating: "ü\(index)", count: 22), top: 30 * (index % 20), at: 2000 * (index / 20))
    }
    #expect(try lines(long).reduce(0) { $0 + $1.text.utf8.count } <= ScreenText.byteCount)
    let longest = try lines([
      witness(String(repeating: "word ", count: 60)), witness(String(repeating: "ü", count: 200), top: 200),
    ])
    #expect(longest.count == 2)
    #expect(longest.allSatisfy { $0.text.utf8.count <= ScreenText.lineByteCount && !$0.text.hasSuffix(" ") })
  }
}
