import MediaFacts
import ReelCatalog
import ReelLibrary

/// What the doctor found, for a person and for a program.
enum DoctorText {
  static func lines(_ findings: [CheckupFinding]) -> [String] {
    var table = TextTable([.left, .left, .fill])
    for finding in findings {
      table.add([finding.severity.rawValue, finding.subject.rawValue, finding.text])
      if let advice = finding.advice { table.add(["", "", "  \(advice)"]) }
    }
    return table.lines(width: nil)
  }

  static func json(_ machine: MachineCheckup, _ findings: [CheckupFinding]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("status", (findings.map(\.severity).max() ?? .ok).rawValue)
      if let jail = machine.jail {
        json.member("jail") { json in
          json.object { json in
            json.member("seccomp", jail.filtersCalls)
            json.member("landlock", jail.landlockVersion)
          }
        }
      }
      if let test = machine.selfTest {
        json.member("selftest") { json in
          json.object { json in
            json.member("attempts", test.attempts)
            json.member("refused", test.refused)
          }
        }
      }
      json.member("findings") { json in
        json.array { json in
          for finding in findings {
            json.object { json in
              json.member("subject", finding.subject.rawValue)
              json.member("severity", finding.severity.rawValue)
              json.member("text", finding.text)
              json.member("advice", finding.advice)
            }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
