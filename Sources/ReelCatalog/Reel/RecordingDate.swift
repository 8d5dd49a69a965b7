/// When a reel was recorded, and who says so.
public struct RecordingDate: Sendable, Equatable {
  /// ISO 8601, with the offset when the source has one: `2024-05-01T18:03:20+02:00` or `…Z`; from a name also without one,
  /// or the day alone.
  public let text: String
  /// Seconds since 1970, for sorting and comparing.
  public let unixSeconds: Int
  public let source: Source

  /// The moments that have a date: the years 1 to 9999, which ISO 8601 writes with four digits.
  public static let unixSecondsRange = -62_135_596_800...253_402_300_799

  public enum Source: String, Sendable, CaseIterable, Codable {
    /// `com.apple.quicktime.creationdate`, which keeps the phone's offset.
    case quickTime = "quicktime"
    /// `creation_time`, which FFmpeg reads from most containers, in UTC.
    case creationTime = "creation-time"
    /// A file beside the video says when it was made or published, in UTC.
    case sidecar
    /// The file's name says when it was made.
    case name
    /// The file's modification time: an observation, left out of the canonical export.
    case fileTime = "file-time"
  }

  public init(text: String, unixSeconds: Int, source: Source) {
    self.text = text
    self.unixSeconds = unixSeconds
    self.source = source
  }

  /// What the clock showed where it was recorded, in seconds since 1970-01-01T00:00 on it: the day that is shown.
  ///
  /// - Parameter offset: How far the person's clock is ahead of UTC, in seconds: a moment in UTC is one on that clock.
  func wallSeconds(offset: Int) -> Int {
    if text.hasSuffix("Z") { return unixSeconds + offset }
    let digits = text.utf8.suffix(6).compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
    guard text.utf8.count >= 25, digits.count == 4 else { return unixSeconds }
    let seconds = (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60
    return unixSeconds + (text.utf8.suffix(6).first == UInt8(ascii: "-") ? -seconds : seconds)
  }

  /// The same moment as a person reads it: one in UTC with the offset of their own clock.
  ///
  /// - Parameter offset: How far that clock is ahead of UTC, in seconds.
  public func shown(offset: Int) -> RecordingDate {
    guard text.hasSuffix("Z"), offset != 0, Self.unixSecondsRange.contains(unixSeconds + offset) else { return self }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let minutes = abs(offset) / 60
    let clock = Self.text(ofUnixSeconds: unixSeconds + offset).dropLast()
    return RecordingDate(
      text: "\(clock)\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))", unixSeconds: unixSeconds,
      source: source)
  }
}
