import MediaFacts
import ReelCatalog

/// A list of reels in the format that was asked for, written while the reels are found.
///
/// Memory does not grow with the list: a table takes the widths of its columns from its first rows.
struct ReelRows {
  private enum Form {
    case line(RowFormat)
    case csv([QueryField])
    case json
    case jsonl([QueryField]?)
    case paths(end: UInt8)
    case table
  }

  private(set) var count = 0
  private let form: Form
  /// For dates on the person's clock.
  private let now = QueryText.now()
  private var pieces = OutputPieces()
  private var json = JSONText()
  private var table = Self.emptyTable
  private var heldRowCount = 0

  /// - Throws: status 64 for an unknown field, after a message.
  init(as output: RowOutput) throws {
    let fields = try output.chosenFields()
    form =
      if let format = try output.lineFormat() {
        .line(format)
      } else if output.csv {
        .csv(fields ?? FieldList.usual)
      } else if output.json {
        .json
      } else if output.jsonl {
        .jsonl(fields)
      } else if output.paths || output.zero {
        .paths(end: output.zero ? 0 : UInt8(ascii: "\n"))
      } else {
        .table
      }
    if case .csv(let fields) = form { pieces.append(CSVText.header(fields).utf8) }
    if case .json = form { json.beginArray() }
  }

  mutating func append(_ reel: Reel) {
    count += 1
    switch form {
    case .line(let format):
      pieces.append(format.line(for: shown(reel), shown: TerminalText.escaping).utf8)
      pieces.append(CollectionOfOne(UInt8(ascii: "\n")))
    case .csv(let fields): pieces.append(CSVText.line(shown(reel), fields).utf8)
    case .json:
      ReelJSON.write(reel, to: &json)
      pieces.append(json.takeBytes())
    case .jsonl(let fields):
      var line = JSONText(.inline)
      if let fields { line.fields(fields, of: shown(reel)) } else { ReelJSON.write(reel, to: &line) }
      line.endLine()
      pieces.append(line.takeBytes())
    case .paths(let end):
      pieces.append(reel.paths.first?.bytes ?? [])
      pieces.append(CollectionOfOne(end))
    case .table:
      table.add(Self.cells(reel))
      heldRowCount += 1
      if heldRowCount == Self.blockRowCount { writeBlock() }
    }
    pieces.endRow()
  }

  /// The reel with its date on the person's clock: the day that a query asks for.
  private func shown(_ reel: Reel) -> Reel {
    var reel = reel
    reel.recorded = reel.recorded.map { $0.shown(offset: now.offset(at: $0.unixSeconds)) }
    return reel
  }

  /// Writes what is left.
  mutating func finish() {
    if case .json = form {
      json.end()
      json.endLine()
      pieces.append(json.takeBytes())
    }
    if case .table = form, count > 0 { writeBlock() }
    pieces.finish()
  }

  /// About a screen: enough to settle the columns, and quickly found.
  private static let blockRowCount = 40

  private mutating func writeBlock() {
    let width = StandardOutput.isTerminal ? StandardOutput.columns : nil
    for line in table.takeLines(width: width) { pieces.append("\(line)\n".utf8) }
    heldRowCount = 0
  }

  private static var emptyTable: TextTable {
    TextTable([.left, .right, .left, .left, .fill], header: ["id", "length", "movements", "mode", "path"])
  }

  private static func cells(_ reel: Reel) -> [String] {
    [
      String(reel.id.text.prefix(8)), HumanText.duration(milliseconds: reel.video?.durationMilliseconds),
      movements(reel), reel.tagging.values(.mode).first ?? "–", reel.paths.first?.text ?? "",
    ]
  }

  private static func movements(_ reel: Reel) -> String {
    guard reel.status == .ok else { return reel.status.rawValue }
    let movements = reel.tagging.movements(.primary)
    if movements.count == HipMovement.allCases.count { return "all six" }
    return movements.isEmpty ? "–" : movements.map(\.rawValue).joined(separator: " ")
  }
}

/// Standard output in growing pieces: the first row goes out immediately, later ones many at a time.
private struct OutputPieces {
  private var bytes: [UInt8] = []
  private var enough = 1

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  mutating func endRow() {
    guard bytes.count >= enough else { return }
    finish()
    enough = min(64 << 10, max(4 << 10, 4 * enough))
  }

  mutating func finish() {
    guard !bytes.isEmpty else { return }
    StandardOutput.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
