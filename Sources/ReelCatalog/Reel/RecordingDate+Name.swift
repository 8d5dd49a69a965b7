extension RecordingDate {
  /// The date that a phone, a messenger or a screen recorder wrote into a video's name; nil if there is none.
  ///
  /// Year, month and day, together or with equal signs between them, and a time after them or not: `VID-20240611-WA0003`,
  /// `signal-2024-06-11-211503`, `PXL_20240611_063015123`, `Screen Recording 2024-06-11 at 9.15.03 PM`. Pixel phones and
  /// instaloader write UTC, the others what the clock showed. iOS writes seconds since 1970 (`RPReplay_Final1718140503`).
  /// docs/INTEROP.md has the sources. A date before 1990 or after tomorrow is another number.
  ///
  /// - Parameters:
  ///   - name: The file's name, or its beginning.
  ///   - now: The present, in seconds since 1970.
  public init?(name: String, now: Int) {
    let reader = DatedName(bytes: Array(name.utf8.prefix(255)))
    guard let found = reader.date, Self.earliest...now + 86_400 ~= found.wallSeconds else { return nil }
    let clock = String(Self.text(ofUnixSeconds: found.wallSeconds).dropLast())
    let text = !found.hasTime ? String(clock.prefix(10)) : found.isUTC ? clock + "Z" : clock
    self.init(text: text, unixSeconds: found.wallSeconds, source: .name)
  }

  /// 1990-01-01.
  private static let earliest = 631_152_000
}

/// A name in which a date is looked for.
private struct DatedName {
  let bytes: [UInt8]

  struct Found {
    /// What the clock showed, in seconds since 1970-01-01T00:00 on it.
    let wallSeconds: Int
    let hasTime: Bool
    let isUTC: Bool
  }

  /// The first date, else the seconds since 1970 that some programs write.
  var date: Found? {
    for start in bytes.indices where isDigit(start) && !isDigit(start - 1) && canStart(start) {
      if let found = date(at: start) { return found }
    }
    return unixSeconds
  }

  // MARK: Dates

  /// A date stands alone, or after a word such as `VID`: letters and digits in a row are an id.
  private func canStart(_ start: Int) -> Bool {
    let word = bytes[..<start].reversed().prefix { isLetter($0) }
    guard !word.isEmpty else { return true }
    return word.count >= 3 && !isDigit(start - word.count - 1)
  }

  private func date(at start: Int) -> Found? {
    let run = digits(at: start)
    switch run {
    case 2: return backwards(at: start)
    case 8, 14, 17:
      guard !isUUID(start), let day = day(start, start + 4, start + 6) else { return nil }
      if run == 8 { return time(after: start + 8, on: day) ?? alone(day, end: start + 8) }
      guard let clock = clock(start + 8, start + 10, start + 12) else { return nil }
      return found(day, clock, end: start + run)
    case 4:
      if digits(at: start + 5) == 4, let day = day(start, start + 5, start + 7) {
        return time(after: start + 9, on: day)
      }
      guard let sign = byte(start + 4), [0x2D, 0x5F, 0x2E].contains(sign), digits(at: start + 5) == 2,
        byte(start + 7) == sign, digits(at: start + 8) == 2, let day = day(start, start + 5, start + 8)
      else { return nil }
      return time(after: start + 10, on: day) ?? alone(day, end: start + 10)
    default: return nil
    }
  }

  /// A date without a time; letters right after it make it part of something else.
  private func alone(_ day: Int, end: Int) -> Found? {
    byte(end).map(isLetter) == true ? nil : Found(wallSeconds: day * 86_400, hasTime: false, isUTC: false)
  }

  /// The days since 1970 of the digits at three places.
  private func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    CivilDate(year: number(year, 4), month: number(month, 2), day: number(day, 2))?.daysSince1970
  }

  /// The day first, as Telegram's export writes it after an `@`, or the month first, as iOS does.
  private func backwards(at start: Int) -> Found? {
    let isDayFirst = byte(start - 1) == UInt8(ascii: "@")
    guard isDayFirst || bytes[..<start].elementsEqual("ScreenRecording_".utf8), byte(start + 2) == UInt8(ascii: "-"),
      digits(at: start + 3) == 2, byte(start + 5) == UInt8(ascii: "-"), digits(at: start + 6) == 4,
      let day = day(start + 6, isDayFirst ? start + 3 : start, isDayFirst ? start : start + 3)
    else { return nil }
    return time(after: start + 10, on: day) ?? alone(day, end: start + 10)
  }

  /// Whether the digits begin a UUID.
  private func isUUID(_ start: Int) -> Bool {
    [8, 13, 18].allSatisfy { byte(start + $0) == UInt8(ascii: "-") } && bytes.count >= start + 36
  }

  // MARK: Times

  /// The words between date and time in the names of macOS and WhatsApp, in the languages that hipreel knows.
  private static let words = [
    "at ", "a las ", "a la(s) ", "\u{e0}s ", "\u{e0}(s) ", "\u{e0} ", "a\u{300}s ", "a\u{300} ", "um ", "alle ", "kl. ",
  ].map { Array($0.utf8) }

  private func time(after end: Int, on day: Int) -> Found? {
    var place = end
    while let byte = byte(place), [0x20, 0x2D, 0x2E, 0x2C, 0x5F].contains(byte), place - end < 3 { place += 1 }
    if byte(place) == UInt8(ascii: "T"), place == end { place += 1 }
    if let word = Self.words.first(where: { bytes[min(place, bytes.count)...].starts(with: $0) }) {
      place += word.count
    }
    guard place > end else { return nil }
    switch digits(at: place) {
    case 6, 9:
      guard let clock = clock(place, place + 2, place + 4) else { return nil }
      return found(day, clock, end: place + digits(at: place))
    case let width where width == 1 || width == 2:
      let minute = place + width + 1
      guard let sign = byte(minute - 1), [0x2D, 0x2E, 0x5F, 0x3A].contains(sign), digits(at: minute) == 2,
        byte(minute + 2) == sign, digits(at: minute + 3) == 2,
        let clock = clock(place, minute, minute + 3, hourWidth: width)
      else { return nil }
      return found(day, clock, end: minute + 5)
    default: return nil
    }
  }

  /// Seconds since midnight.
  private func clock(_ hour: Int, _ minute: Int, _ second: Int, hourWidth: Int = 2) -> Int? {
    let (hours, minutes, seconds) = (number(hour, hourWidth), number(minute, 2), number(second, 2))
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    return (hours * 60 + minutes) * 60 + seconds
  }

  private func found(_ day: Int, _ clock: Int, end: Int) -> Found {
    var clock = clock
    // " PM", with a space of any kind before it.
    let rest = String(decoding: bytes[end...].prefix(8), as: UTF8.self).drop { $0.isWhitespace }.uppercased()
    if rest.hasPrefix("PM"), clock < 12 * 3600 { clock += 12 * 3600 }
    if rest.hasPrefix("AM"), clock >= 12 * 3600 { clock -= 12 * 3600 }
    let isUTC =
      rest.hasPrefix("Z") || rest.hasPrefix("_UTC") || ["PXL_", "GMT"].contains { bytes.starts(with: $0.utf8) }
    return Found(wallSeconds: day * 86_400 + clock, hasTime: true, isUTC: isUTC)
  }

  // MARK: Seconds since 1970

  private var unixSeconds: Found? {
    for (start, width) in [
      ("RPReplay_Final", 10), ("video-", 10), ("LINE_MOVIE_", 13), ("mmexport", 13), ("wx_camera_", 13),
    ]
    where bytes.starts(with: start.utf8) && digits(at: start.utf8.count) == width {
      return Found(wallSeconds: number(start.utf8.count, 10), hasTime: true, isUTC: true)
    }
    return nil
  }

  // MARK: Bytes

  private func byte(_ place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }

  private func isDigit(_ place: Int) -> Bool { byte(place).map { (0x30...0x39).contains($0) } ?? false }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 }

  private func digits(at place: Int) -> Int {
    guard bytes.indices.contains(place) else { return 0 }
    return bytes[place...].prefix { (0x30...0x39).contains($0) }.count
  }

  private func number(_ place: Int, _ width: Int) -> Int {
    bytes[place..<(place + width)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
