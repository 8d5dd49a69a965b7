import MediaFacts
import ReelCatalog
import ReelLibrary

/// How near-copies are written for a person and for a program.
enum AlikeText {
  static func lines(_ report: NearCopyReport) -> [String] {
    guard !report.groups.isEmpty else { return [] }
    var lines: [String] = []
    for group in report.groups {
      lines.append("\(group.copies.count) reels that show the same take")
      var table = TextTable([.left, .right, .left, .right, .right, .left])
      for copy in group.copies { table.add(cells(copy)) }
      lines += table.lines(width: nil).map { "  \($0)" }
    }
    return lines + [HumanText.count(report.groups.count, "group")]
  }

  /// What wasn't compared, and why.
  static func omissions(_ report: NearCopyReport) -> [String] {
    var lines: [String] = []
    if report.unseenCount > 0 {
      let were = report.unseenCount == 1 ? "was" : "were"
      lines.append("\(HumanText.count(report.unseenCount, "reel")) \(were) not looked at")
    }
    if report.unclearCount > 0 {
      let verb = report.unclearCount == 1 ? "shows" : "show"
      lines.append("\(HumanText.count(report.unclearCount, "reel")) \(verb) too little of a person to be compared")
    }
    return lines
  }

  private static func cells(_ copy: NearCopyReport.Copy) -> [String] {
    let (reel, video) = (copy.reel, copy.reel.video)
    return [
      reel.paths.first?.text ?? "", video.map { "\($0.displaySize.width)×\($0.displaySize.height)" } ?? "–",
      video?.videoCodec ?? "–", HumanText.duration(milliseconds: video?.durationMilliseconds),
      HumanText.byteCount(reel.byteCount), copy.isMirrored ? "mirrored" : "",
    ]
  }

  static func json(_ report: NearCopyReport) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("groups") { json in
        json.array { json in
          for group in report.groups {
            json.array { json in for copy in group.copies { write(copy, to: &json) } }
          }
        }
      }
      json.member("unseen", report.unseenCount)
      json.member("unclear", report.unclearCount)
    }
    json.endLine()
    return json.takeBytes()
  }

  private static func write(_ copy: NearCopyReport.Copy, to json: inout JSONText) {
    json.object(.inline) { json in
      ReelJSON.name(copy.reel, to: &json)
      json.member("byteCount", copy.reel.byteCount)
      if let video = copy.reel.video {
        json.member("durationMs", video.durationMilliseconds)
        json.member("width", video.displaySize.width)
        json.member("height", video.displaySize.height)
        json.member("codec", video.videoCodec)
      }
      json.member("mirrored", copy.isMirrored)
    }
  }
}
