import ArgumentParser
import ReelCatalog

/// How a command that lists reels writes them.
struct RowOutput: ParsableArguments {
  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write one JSON object a line.")
  var jsonl = false

  @Flag(help: "Write only the paths, one a line, as the bytes they are.")
  var paths = false

  @Flag(name: .customShort("0"), help: "Write only the paths, each ended by a zero byte, for xargs -0.")
  var zero = false

  @Flag(help: "Write only how many there are.")
  var count = false

  func validate() throws {
    guard [json, jsonl, paths, zero, count].count(where: { $0 }) <= 1 else {
      throw ValidationError("--json, --jsonl, --paths, -0 and --count exclude each other")
    }
  }
}
