import MediaFacts
import ReelCatalog
import ReelLibrary

/// How exact copies are written for a person and for a program.
enum DupesText {
  static func lines(_ report: DuplicateReport) -> [String] {
    guard !report.groups.isEmpty else { return [] }
    var lines: [String] = []
    for group in report.groups {
      let size = HumanText.byteCount(group.byteCount)
      let wasted = HumanText.byteCount(group.wastedByteCount)
      lines.append("\(group.copies.count) paths of \(size), \(wasted) wasted")
      lines += group.copies.map { copy in
        let link = copy.sameFileAs.map { " (same file as \(TerminalText.escaping($0.text)))" } ?? ""
        return "  \(TerminalText.escaping(copy.path.text))\(link)"
      }
    }
    let count = HumanText.count(report.groups.count, "group")
    return lines + ["\(count), \(HumanText.byteCount(report.wastedByteCount)) wasted"]
  }

  static func json(_ report: DuplicateReport) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("groups") { json in json.array { json in for group in report.groups { write(group, to: &json) } } }
      json.member("wastedByteCount", report.wastedByteCount)
      json.member("unread") { json in
        json.array { json in
          for file in report.unread {
            json.object(.inline) { json in
              json.member("path", file.path)
              json.member("status", file.status.rawValue)
              json.member("reason", file.reason)
            }
          }
        }
      }
      json.member("lookalikes") { json in
        json.array { json in
          for file in report.lookalikes {
            json.object(.inline) { json in
              json.member("path", file.path)
              json.member("other", file.other)
            }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }

  private static func write(_ group: DuplicateReport.Group, to json: inout JSONText) {
    json.object { json in
      json.member("reel", group.reel.text)
      json.member("byteCount", group.byteCount)
      json.member("wastedByteCount", group.wastedByteCount)
      json.member("files") { json in
        json.array { json in
          for copy in group.copies {
            json.object(.inline) { json in
              json.member("path", copy.path)
              if let other = copy.sameFileAs { json.member("sameFileAs", other) }
            }
          }
        }
      }
    }
  }
}
