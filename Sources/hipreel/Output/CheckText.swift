import ReelCatalog
import ReelLibrary

/// What a check of the catalog found, for a person and for a program.
enum CheckText {
  static func lines(_ check: CatalogCheck) -> [String] {
    let read = "\(HumanText.count(check.reelCount, "reel")) and \(HumanText.count(check.editCount, "edit")) read"
    guard !check.faults.isEmpty else { return ["\(read): no faults"] }
    var lines = check.faults.map { TerminalText.escaping("\($0.kind.rawValue): \($0.text)") }
    lines.append("\(read): \(HumanText.count(check.faults.count, "fault"))")
    if check.faults.contains(where: \.isDamage) {
      lines.append("  hipreel rebuild --keep-edits rebuilds the catalog with everything you decided")
    } else {
      lines.append("  hipreel thumbnail REEL --auto makes a new still")
    }
    return lines
  }

  static func json(_ check: CatalogCheck) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("reels", check.reelCount)
      json.member("edits", check.editCount)
      json.member("faults") { json in
        json.array { json in
          for fault in check.faults {
            json.object { json in
              json.member("kind", fault.kind.rawValue)
              json.member("text", fault.text)
            }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
