import ReelCatalog
import ReelLibrary
import ReelSidecars

/// The files beside the videos, for a person and for a program.
enum SidecarRows {
  // MARK: Beside one video

  static func lines(_ explanation: SidecarExplanation) -> [String] {
    let video = TerminalText.escaping(explanation.video.text)
    guard !explanation.sidecars.isEmpty else { return ["\(video): no sidecar files"] }
    return ["\(video): \(HumanText.count(explanation.sidecars.count, "sidecar file"))"]
      + explanation.sidecars.flatMap { finding in
        ["", "\(TerminalText.escaping(finding.path.text)) (\(finding.kind.rawValue))"]
          + (finding.problem.map { ["  \(TerminalText.escaping($0))"] } ?? []) + finding.records.flatMap(lines)
      }
  }

  private static func lines(_ record: SidecarRecord) -> [String] {
    var lines = record.texts.map { "  \($0.field): \(TerminalText.escaping($0.text.replacing("\n", with: " ")))" }
    if let seconds = record.recordedUnixSeconds {
      lines.append("  time: \(RecordingDate.text(ofUnixSeconds: seconds))")
    }
    if let words = record.ownWords {
      lines += words.decisions.map { "  your \($0.name): \(TerminalText.escaping($0.cell))" }
    }
    return lines
  }

  static func json(_ explanation: SidecarExplanation) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("video", explanation.video)
      json.member("sidecars") { json in
        json.array { json in
          for finding in explanation.sidecars { json.finding(finding) }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }

  // MARK: Beside all videos

  static func lines(_ sidecars: [SidecarStatus]) -> [String] {
    guard !sidecars.isEmpty else { return ["no sidecar files"] }
    var table = TextTable([.left, .right, .right])
    table.add(["", "files", "describe"])
    for kind in Set(sidecars.map(\.kind)).sorted() {
      let files = sidecars.filter { $0.kind == kind }
      let joined = files.reduce(0) { $0 + $1.joinedCount }
      table.add([kind, String(files.count), HumanText.count(joined, "reel")])
    }
    let adrift = sidecars.filter(\.isAdrift).map { sidecar in
      let path = TerminalText.escaping(sidecar.path.text)
      return sidecar.wasRead && sidecar.recordCount > 1
        ? "\(path): \(sidecar.recordCount - sidecar.joinedCount) of \(sidecar.recordCount) entries match no video here"
        : "\(path): matches no video here"
    }
    let problems = sidecars.compactMap { sidecar in
      sidecar.problem.map { "\(TerminalText.escaping(sidecar.path.text)): \(TerminalText.escaping($0))" }
    }
    let cameras = sidecars.filter { $0.kind == SidecarKind.telemetry.rawValue }.map {
      TerminalText.escaping($0.path.text)
    }
    let renamed = sidecars.compactMap { sidecar in
      sidecar.renamedVideo.map { "\(TerminalText.escaping(sidecar.path.text)): \(TerminalText.escaping($0.text))" }
    }
    return table.lines(width: nil) + section("still read for a video that was renamed:", renamed)
      + section("telemetry of a camera, not read:", cameras)
      + section("without a video:", adrift) + section("not understood:", problems)
  }

  private static func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", heading] + lines.map { "  \($0)" }
  }

  static func json(_ sidecars: [SidecarStatus]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("sidecars") { json in
        json.array { json in
          for sidecar in sidecars {
            json.object { json in
              json.member("path", sidecar.path)
              json.member("kind", sidecar.kind)
              json.member("read", sidecar.wasRead)
              json.member("entries", sidecar.recordCount)
              json.member("joined", sidecar.joinedCount)
              json.member("problem", sidecar.problem)
              if let video = sidecar.renamedVideo { json.member("renamedVideo", video) }
            }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}

extension JSONText {
  fileprivate mutating func finding(_ finding: SidecarExplanation.Sidecar) {
    object { json in
      json.member("path", finding.path)
      json.member("kind", finding.kind.rawValue)
      json.member("problem", finding.problem)
      json.member("texts") { json in
        json.array { json in
          for text in finding.records.flatMap(\.texts) {
            json.object { json in
              json.member("field", text.field)
              json.member("text", text.text)
            }
          }
        }
      }
      json.member(
        "at",
        finding.records.compactMap(\.recordedUnixSeconds).min().map {
          RecordingDate.text(ofUnixSeconds: $0)
        })
      for word in finding.records.compactMap(\.ownWords).flatMap(\.decisions) {
        json.member(word.name, word.cell)
      }
    }
  }
}
