@testable import ReelCatalog
import Testing

@Suite struct CivilDateTests {
  @Test func `every day of nine centuries goes to its date and back`() throws {
    var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
    #expect(date.daysSince1970 == -135_140)
    for days in -135_140...200_000 {
      #expect(CivilDate(daysSince1970: days) == date && date.daysSince1970 == days)
      let isLastOfMonth = date.day == CivilDate.days(in: date.month, of: date.year)
      let isLastOfYear = isLastOfMonth && date.month == 12
      date = try #require(
        CivilDate(
          year: isLastOfYear ? date.year + 1 : date.year, month: isLastOfMonth ? date.month % 12 + 1 : date.month,
          day: isLastOfMonth ? 1 : date.day + 1))
    }
  }

  @Test func `months back end on the last day of a shorter month`() throws {
    let date = try #require(CivilDate(year: 2024, month: 3, day: 31))
    #expect(date.monthsEarlier(1) == CivilDate(year: 2024, month: 2, day: 29))
    #expect(date.monthsEarlier(12) == CivilDate(year: 2023, month: 3, day: 31))
    #expect(date.monthsEarlier(100_000) == CivilDate(year: 1, month: 1, day: 31))
  }
}
