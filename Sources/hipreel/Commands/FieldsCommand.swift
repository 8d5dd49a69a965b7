import ArgumentParser
import ReelCatalog

struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Lists every field of the query language, with its type and examples.")

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    if json { return StandardOutput.write(Self.document()) }
    var table = TextTable([.left, .left, .left])
    for field in QueryField.allCases {
      table.add([field.rawValue, field.typeName, field.help])
      table.add(["", "", field.examples.joined(separator: "  ")])
    }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private static func document() -> [UInt8] {
    var json = JSONText()
    json.array { json in
      for field in QueryField.allCases {
        json.object { json in
          json.member("name", field.rawValue)
          json.member("type", field.typeName)
          json.member("help", field.help)
          json.member("sortable", field.isSortable)
          for (name, words) in [("values", field.closedValues), ("examples", field.examples)] {
            guard let words else { continue }
            json.member(name) { json in json.array(.inline) { json in for word in words { json.value(word) } } }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
