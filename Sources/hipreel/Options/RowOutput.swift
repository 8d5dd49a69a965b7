import ArgumentParser
import ReelCatalog

/// How a command writes the reels that it lists.
struct RowOutput: ParsableArguments {
  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write one JSON object per line.")
  var jsonl = false

  @Flag(help: "Write a table for spreadsheets.")
  var csv = false

  @Option(
    help: ArgumentHelp(
      "Write one line per reel, such as '{duration} {path}'.",
      discussion: "`hipreel fields` lists the names; {{ writes a brace, \\t a tab.", valueName: "line"))
  var format: String?

  @Option(
    help: ArgumentHelp("The fields that --csv and --jsonl write, such as path,duration.", valueName: "names"),
    completion: Completions.fields)
  var fields: String?

  @Flag(help: "Write only the paths, one per line, byte for byte.")
  var paths = false

  @Flag(name: .customShort("0"), help: "Write only the paths, each followed by a zero byte, for xargs -0.")
  var zero = false

  @Flag(help: "Write only the number of matches.")
  var count = false

  /// Whether any format or part was asked for.
  var isChosen: Bool { json || jsonl || csv || format != nil || fields != nil || paths || zero || count }

  func validate() throws {
    guard [json, jsonl, csv, format != nil, paths, zero, count].count(where: { $0 }) <= 1 else {
      throw ValidationError("use only one of --json, --jsonl, --csv, --format, --paths, -0 and --count")
    }
    guard fields == nil || csv || jsonl else { throw ValidationError("--fields needs --csv or --jsonl") }
  }

  /// The fields that were asked for; nil when none were.
  ///
  /// - Throws: status 64, after a message.
  func chosenFields() throws -> [QueryField]? {
    try fields.map { text in try FieldNames.reading { () throws(FieldNameError) in try FieldList.fields(text) } }
  }

  /// - Throws: status 64, after a message.
  func lineFormat() throws -> RowFormat? {
    try format.map { text in try FieldNames.reading { () throws(FieldNameError) in try RowFormat(text) } }
  }
}
