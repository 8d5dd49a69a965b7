import MediaFacts
import ReelCatalog

/// Lists of reels, in the form that a person or a program asked for.
enum ReelRows {
  /// - Throws: status 64 for an unknown field, after a message.
  static func write(_ reels: [Reel], as output: RowOutput) throws {
    let fields = try output.chosenFields()
    if let format = try output.lineFormat() {
      for reel in reels { StandardOutput.writeLine(format.line(for: reel, shown: TerminalText.escaping)) }
    } else if output.csv {
      let fields = fields ?? FieldList.usual
      StandardOutput.write(CSVText.header(fields) + reels.map { CSVText.line($0, fields) }.joined())
    } else if output.json {
      var json = JSONText()
      json.array { json in for reel in reels { ReelJSON.write(reel, to: &json) } }
      json.endLine()
      StandardOutput.write(json.takeBytes())
    } else if output.jsonl {
      for reel in reels {
        var json = JSONText(.inline)
        if let fields { json.fields(fields, of: reel) } else { ReelJSON.write(reel, to: &json) }
        json.endLine()
        StandardOutput.write(json.takeBytes())
      }
    } else if output.paths || output.zero {
      let end: UInt8 = output.zero ? 0 : UInt8(ascii: "\n")
      StandardOutput.write(reels.flatMap { reel in (reel.paths.first?.bytes ?? []) + [end] })
    } else if !reels.isEmpty {
      writeTable(reels)
    }
  }

  private static func writeTable(_ reels: [Reel]) {
    var table = TextTable(
      [.left, .right, .left, .left, .fill], header: ["id", "length", "movements", "mode", "path"])
    for reel in reels {
      table.add([
        String(reel.id.text.prefix(8)), HumanText.duration(milliseconds: reel.video?.durationMilliseconds),
        movements(reel), reel.tagging.values(.mode).first ?? "–", reel.paths.first?.text ?? "",
      ])
    }
    let width = StandardOutput.isTerminal ? StandardOutput.columns : nil
    StandardOutput.write(table.lines(width: width).map { $0 + "\n" }.joined())
  }

  private static func movements(_ reel: Reel) -> String {
    guard reel.status == .ok else { return reel.status.rawValue }
    let movements = reel.tagging.movements(.primary)
    if movements.count == HipMovement.allCases.count { return "all six" }
    return movements.isEmpty ? "–" : movements.map(\.rawValue).joined(separator: " ")
  }
}
