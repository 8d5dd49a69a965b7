import FoundationEssentials
public import MediaFacts

extension RecordingDate {
  /// The recording date that a file's own text fields tell; nil when none does.
  ///
  /// QuickTime's `creationdate` comes first since it keeps the phone's offset; `creation_time` is in UTC. A date before
  /// 1970-01-02 is a clock that was never set.
  public init?(metadata fields: [MetadataField]) {
    let found: [(key: String, source: Source)] = [
      ("com.apple.quicktime.creationdate", .quickTime), ("creation_time", .creationTime),
    ]
    for (key, source) in found {
      guard let field = fields.first(where: { $0.key == key }),
        let date = Self.parse(field.value), date.unixSeconds >= 86_400
      else { continue }
      self.init(text: date.text, unixSeconds: date.unixSeconds, source: source)
      return
    }
    return nil
  }

  /// The modification time of the file, for want of better.
  public init(fileTimeUnixSeconds seconds: Int) { self.init(unixSeconds: seconds, source: .fileTime) }

  /// What a file beside the video says.
  public init(sidecarUnixSeconds seconds: Int) { self.init(unixSeconds: seconds, source: .sidecar) }

  private init(unixSeconds seconds: Int, source: Source) {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    self.init(text: date.formatted(.iso8601), unixSeconds: seconds, source: source)
  }

  /// Reads `2024-05-01T18:03:20`, with or without fractions and an offset; none means UTC.
  private static func parse(_ text: String) -> (text: String, unixSeconds: Int)? {
    guard let parts = try? pattern.wholeMatch(in: text)?.output else { return nil }
    let offset = Self.offset(String(parts.offset ?? "Z"))
    guard let offset, let date = try? Date("\(parts.time)Z", strategy: .iso8601) else { return nil }
    let seconds = Int(exactly: date.timeIntervalSince1970.rounded()) ?? 0
    return ("\(parts.time)\(offset.text)", seconds - offset.seconds)
  }

  private static var pattern: Regex<(Substring, time: Substring, offset: Substring?)> {
    /(?<time>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?<offset>Z|[+\-]\d{2}:?\d{2})?/
  }

  private static func offset(_ text: String) -> (text: String, seconds: Int)? {
    if text == "Z" { return ("Z", 0) }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 14, minutes < 60 else {
      return nil
    }
    let sign = text.hasPrefix("-") ? -1 : 1
    return ("\(text.prefix(1))\(digits.prefix(2)):\(digits.suffix(2))", sign * (hours * 3600 + minutes * 60))
  }
}
