import MediaFacts
import ReelCatalog

/// How values are shown to a person.
enum HumanText {
  /// `8.4 s`, `1:05`, `1:02:03`; `–` when unknown.
  static func duration(milliseconds: Int?) -> String {
    guard let milliseconds else { return "–" }
    if milliseconds < 60_000 { return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s" }
    return clock(milliseconds: milliseconds)
  }

  static func clock(milliseconds: Int) -> String { clock(seconds: milliseconds / 1000) }

  /// `0:40`, `5:30`, `1:02:03`.
  static func clock(seconds: Int) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let tail = (rest < 10 ? "0" : "") + "\(rest)"
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes):\(tail)"
  }

  /// `512 B`, `83 kB`, `1.2 MB`: decimal units.
  static func byteCount(_ count: Int) -> String {
    switch count {
    case ..<1000: "\(count) B"
    case ..<1_000_000: "\(count / 1000) kB"
    case ..<1_000_000_000: "\(count / 1_000_000).\(count % 1_000_000 / 100_000) MB"
    default: "\(count / 1_000_000_000).\(count % 1_000_000_000 / 100_000_000) GB"
    }
  }

  /// `93 %`.
  static func percent(_ confidence: Confidence) -> String { "\((confidence.permille + 5) / 10) %" }

  /// `1 reel`, `2 reels`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }
}
