/// A day of the Gregorian calendar, counted without a time zone.
package struct CivilDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  static let years = 1...9999

  /// Returns nil for a day that isn't in the calendar.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day this many days after 1970-01-01.
  ///
  /// Howard Hinnant's `civil_from_days`, https://howardhinnant.github.io/date_algorithms.html: years that start in
  /// March, in eras of 400.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01 (Hinnant's `days_from_civil`).
  var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The same day of an earlier month, or that month's last day if it is shorter; never before the year 1.
  func monthsEarlier(_ count: Int) -> CivilDate {
    let months = max(year * 12 + month - 1 - count, 12)
    let (year, month) = (months / 12, months % 12 + 1)
    return CivilDate(unchecked: (year, month, min(day, Self.days(in: month, of: year))))
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private init(unchecked date: (year: Int, month: Int, day: Int)) { (year, month, day) = date }
}
