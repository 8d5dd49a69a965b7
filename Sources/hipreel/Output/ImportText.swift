import ReelCatalog
import ReelLibrary

/// What an import changed, for a person or a program.
enum ImportText {
  /// The conflicts, then one line of counts.
  static func lines(_ report: ImportReport) -> [String] {
    report.conflicts.map(line) + report.searchConflicts.map(line) + future(report.futureCount) + [
      ([
        HumanText.count(report.newCount, "new reel"), HumanText.count(report.mergedCount, "reel") + " with new edits",
        "\(report.unchangedCount) unchanged", HumanText.count(report.editCount, "edit"),
      ] + (report.searchCount == 0 ? [] : [searches(report.searchCount)])).joined(separator: ", ")
    ]
  }

  private static func future(_ count: Int) -> [String] {
    count == 0 ? [] : ["\(HumanText.count(count, "decision")) dated in the future: counted as made now"]
  }

  static func json(_ report: ImportReport) -> [UInt8] {
    var json = JSONText()
    json.object { json in members(report, to: &json) }
    json.endLine()
    return json.takeBytes()
  }

  /// Writes what changed as members of an object.
  static func members(_ report: ImportReport, to json: inout JSONText) {
    json.member("new", report.newCount)
    json.member("merged", report.mergedCount)
    json.member("unchanged", report.unchangedCount)
    json.member("edits", report.editCount)
    json.member("futureDated", report.futureCount)
    json.member("searches", report.searchCount)
    json.member("conflicts") { json in
      json.array { json in
        for conflict in report.conflicts {
          json.object(.inline) { json in
            json.member("id", conflict.reel.text)
            json.member("path", conflict.path)
            json.member("ours", words(conflict.edit.ours))
            json.member("theirs", words(conflict.edit.theirs))
            json.member("kept", conflict.edit.takesTheirs ? "theirs" : "ours")
          }
        }
        for conflict in report.searchConflicts {
          json.object(.inline) { json in
            json.member("search", conflict.name)
            json.member("ours", conflict.ours)
            json.member("theirs", conflict.theirs)
            json.member("kept", conflict.takesTheirs ? "theirs" : "ours")
          }
        }
      }
    }
  }

  private static func line(_ conflict: ImportReport.Conflict) -> String {
    let name = TerminalText.escaping(conflict.path?.text ?? conflict.reel.text)
    let (ours, theirs) = (words(conflict.edit.ours), words(conflict.edit.theirs))
    return "\(name): here \(TerminalText.escaping(ours)), there \(TerminalText.escaping(theirs)); "
      + (conflict.edit.takesTheirs ? "theirs wins" : "ours wins")
  }

  private static func line(_ conflict: ImportReport.SearchConflict) -> String {
    let (ours, theirs) = (TerminalText.escaping(conflict.ours), TerminalText.escaping(conflict.theirs))
    return "@\(conflict.name): here \(ours), there \(theirs); " + (conflict.takesTheirs ? "theirs wins" : "ours wins")
  }

  private static func searches(_ count: Int) -> String { count == 1 ? "1 search" : "\(count) searches" }

  /// An edit in a few words, such as `rating 4`.
  private static func words(_ change: Edit.Change) -> String {
    let fields = EditFields(change)
    let name = [fields.facet?.rawValue, fields.role?.rawValue].compactMap { $0 }.joined(separator: ":")
    let numbers = [fields.number, fields.endNumber].compactMap { $0.map { "\($0)" } }
    let parts = [fields.action.rawValue, name, fields.value ?? "", fields.text ?? ""] + numbers
    let said = parts.filter { !$0.isEmpty }
    return said.count == 1 ? said[0] + " none" : said.joined(separator: " ")
  }
}
