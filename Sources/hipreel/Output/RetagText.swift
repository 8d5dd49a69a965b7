import ReelCatalog
import ReelLibrary

/// What tagging again changes, for a person and for a program.
enum RetagText {
  static func lines(_ reel: RetaggedReel) -> [String] {
    let difference = reel.difference
    return [TerminalText.escaping("\(reel.path.text)  \(reel.id)")]
      + difference.gained.map { "  + \(name($0)) \(HumanText.percent($0.confidence))" }
      + difference.lost.map { "  - \(name($0)) \(HumanText.percent($0.confidence))" }
      + difference.moved.map { move in
        "  ~ \(name(move.tag)) \(HumanText.percent(move.before)) to \(HumanText.percent(move.tag.confidence))"
      }
  }

  /// The one summary line.
  static func line(_ summary: RetagSummary, isDryRun: Bool) -> String {
    guard summary.reels > 0 else { return "all reels are already tagged with this vocabulary" }
    return (isDryRun ? "dry run: " : "") + "\(HumanText.count(summary.reels, "reel")) tagged again, "
      + "\(summary.changed) changed: \(HumanText.count(summary.gained, "tag")) gained, \(summary.lost) lost, "
      + "\(summary.moved) more or less certain"
  }

  static func json(_ summary: RetagSummary, _ changes: [RetaggedReel]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("reels", summary.reels)
      json.member("changed", summary.changed)
      json.member("gained", summary.gained)
      json.member("lost", summary.lost)
      json.member("moved", summary.moved)
      json.member("changes") { json in json.array { json in for reel in changes { json.retagged(reel) } } }
    }
    json.endLine()
    return json.takeBytes()
  }

  private static func name(_ tag: Tag) -> String {
    "\(tag.facet.rawValue) \(tag.value)" + (tag.role.map { " (\($0.rawValue))" } ?? "")
  }
}

extension JSONText {
  fileprivate mutating func retagged(_ reel: RetaggedReel) {
    object { json in
      json.member("id", reel.id.text)
      json.member("path", reel.path)
      for (name, tags) in [("gained", reel.difference.gained), ("lost", reel.difference.lost)] {
        json.member(name) { json in json.array { json in for tag in tags { json.tag(tag, before: nil) } } }
      }
      json.member("moved") { json in
        json.array { json in for move in reel.difference.moved { json.tag(move.tag, before: move.before) } }
      }
    }
  }

  private mutating func tag(_ tag: Tag, before: Confidence?) {
    object(.inline) { json in
      json.member("facet", tag.facet.rawValue)
      json.member("value", tag.value)
      json.member("role", tag.role?.rawValue)
      if let before { json.member("before") { $0.thousandths(before.permille) } }
      json.member("confidence") { $0.thousandths(tag.confidence.permille) }
    }
  }
}
