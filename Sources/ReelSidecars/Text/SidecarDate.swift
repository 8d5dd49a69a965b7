import FoundationEssentials
import ReelCatalog

/// Dates as sidecars write them, in seconds since 1970. Without an offset they are in UTC (docs/INTEROP.md).
enum SidecarDate {
  /// A number of seconds that can be a reel's: from 1990 to 2100.
  static func seconds(_ number: Double?) -> Int? {
    guard let number, number >= 631_152_000, number < 4_102_444_800 else { return nil }
    return Int(number)
  }

  /// `20220826`, `2022-08-26`, `2022-08-26 15:53:51` or `2022-08-26T15:53:51+02:00`.
  static func seconds(_ text: String?) -> Int? {
    guard let text, text.utf8.count <= 40 else { return nil }
    var form = text.trimmingWhitespace()
    if form.utf8.count == 8, form.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      form = "\(form.prefix(4))-\(form.dropFirst(4).prefix(2))-\(form.suffix(2))"
    }
    if form.utf8.count == 10 { form += "T00:00:00" }
    let parts = form.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard parts.count == 2 else { return nil }
    // Foundation makes 2 March of 30 February.
    let day = parts[0].split(separator: "-").compactMap { Int($0) }
    guard day.count == 3, CivilDate(year: day[0], month: day[1], day: day[2]) != nil else { return nil }
    var time = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let offset = parts[1][time.endIndex...]
    time = time.prefix { $0 != "." }
    if time.utf8.count == 5 { time += ":00" }
    let zone = offset.isEmpty ? "Z" : offset
    guard let date = try? Date("\(parts[0])T\(time)\(zone)", strategy: .iso8601) else { return nil }
    return seconds(date.timeIntervalSince1970)
  }
}
