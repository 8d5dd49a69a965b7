import FoundationEssentials
public import MediaFacts

extension RecordingDate {
  /// The recording date in a file's own text fields; nil if there is none.
  ///
  /// QuickTime's `creationdate` comes first since it keeps the phone's offset; `creation_time` is in UTC. A date before
  /// 1970-01-02 is a clock that was never set, and one after tomorrow a clock that is wrong: neither is believed.
  ///
  /// - Parameter now: The present, in seconds since 1970.
  public init?(metadata fields: [MetadataField], now: Int) {
    let found: [(key: String, source: Source)] = [
      ("com.apple.quicktime.creationdate", .quickTime), ("creation_time", .creationTime),
    ]
    for (key, source) in found {
      guard let field = fields.first(where: { $0.key == key }),
        let date = Self.parse(field.value), Self.isBelievable(date.unixSeconds, now: now)
      else { continue }
      self.init(text: date.text, unixSeconds: date.unixSeconds, source: source)
      return
    }
    return nil
  }

  /// The file's modification time, for want of anything better; nil if it isn't believable.
  ///
  /// - Parameter now: The present, in seconds since 1970.
  public init?(fileTimeUnixSeconds seconds: Int, now: Int) {
    guard Self.isBelievable(seconds, now: now) else { return nil }
    self.init(unixSeconds: seconds, source: .fileTime)
  }

  /// What a file beside the video says.
  public init(sidecarUnixSeconds seconds: Int) { self.init(unixSeconds: seconds, source: .sidecar) }

  /// A moment as ISO 8601 in UTC.
  public static func text(ofUnixSeconds seconds: Int) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }

  private init(unixSeconds seconds: Int, source: Source) {
    self.init(text: Self.text(ofUnixSeconds: seconds), unixSeconds: seconds, source: source)
  }

  /// From 1970-01-02 to a day from now: clocks and time zones differ.
  private static func isBelievable(_ seconds: Int, now: Int) -> Bool {
    seconds >= 86_400 && seconds - 86_400 <= now
  }

  /// Reads `2024-05-01T18:03:20`, with or without fractions and an offset; none means UTC.
  private static func parse(_ text: String) -> (text: String, unixSeconds: Int)? {
    let time = text.prefix(19)
    var rest = text.dropFirst(19)
    guard time.utf8.count == 19, Self.matches(time, "0000-00-00T00:00:00") else { return nil }
    if rest.first == "." { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    guard let offset = offset(rest.isEmpty ? "Z" : String(rest)),
      let date = try? Date("\(time)Z", strategy: .iso8601)
    else { return nil }
    let seconds = Int(exactly: date.timeIntervalSince1970.rounded()) ?? 0
    return ("\(time)\(offset.text)", seconds - offset.seconds)
  }

  /// Whether a text has a digit wherever the form has one, and the form's own characters elsewhere.
  private static func matches(_ text: Substring, _ form: String) -> Bool {
    zip(text.utf8, form.utf8).allSatisfy { byte, expected in
      expected == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == expected
    }
  }

  private static func offset(_ text: String) -> (text: String, seconds: Int)? {
    if text == "Z" { return ("Z", 0) }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard text.hasPrefix("+") || text.hasPrefix("-"), digits.utf8.count == 4 else { return nil }
    guard let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 14, minutes < 60 else {
      return nil
    }
    let sign = text.hasPrefix("-") ? -1 : 1
    return ("\(text.prefix(1))\(digits.prefix(2)):\(digits.suffix(2))", sign * (hours * 3600 + minutes * 60))
  }
}
