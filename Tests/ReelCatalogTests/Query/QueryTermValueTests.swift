import MediaFacts
import ReelCatalog
import Testing

@Suite struct QueryTermValueTests {
  @Test(
    arguments: [
      ("duration:10..20", .number(.duration, QueryRange(low: 10_000, high: 20_000))),
      ("duration:10..", .number(.duration, QueryRange(low: 10_000, high: nil))),
      ("favourite:yes", .isFavourite), ("tagged:yes", .isTagged), ("gone:yes", .isGone),
      ("status:ok", .status([.ok])), ("orientation:portrait", .orientation([.portrait])),
      ("name:squat", .text(.name, .contains("squat"))),
    ] as [(String, QueryTerm)])
  func `a term asks one thing`(text: String, term: QueryTerm) throws {
    #expect(try Query(text).expression == .term(term))
  }
}
