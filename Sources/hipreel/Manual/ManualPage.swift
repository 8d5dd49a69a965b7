import MediaFacts

/// What begins and ends every manual page.
enum ManualPage {
  /// The names of all pages with their sections, which are the files' endings.
  static let names: [(name: String, section: Int)] =
    [("hipreel", 1)] + HelpTopic.all.map { ("hipreel-\($0.name)", 7) }

  /// When the pages' content last changed; with the date of the build, no two builds would be alike.
  private static let date = "November 30, 2026"

  static func begin(_ name: String, section: Int, summary: String, of page: inout ManualText) {
    page.macro("Dd \(date)")
    page.macro("Dt \(name.uppercased()) \(section)")
    page.macro("Os hipreel \(HipReelVersion.text)")
    page.section("Name")
    page.macro("Nm \(name)")
    page.macro("Nd \(ManualText.escaped(summary.hasSuffix(".") ? String(summary.dropLast()) : summary))")
  }

  static func end(_ name: String, of page: inout ManualText) {
    let others = names.filter { $0.name != name }.sorted { ($0.section, $0.name) < ($1.section, $1.name) }
    page.section("See also")
    for (index, other) in others.enumerated() {
      page.macro("Xr \(other.name) \(other.section)" + (index + 1 < others.count ? " ," : ""))
    }
  }
}
