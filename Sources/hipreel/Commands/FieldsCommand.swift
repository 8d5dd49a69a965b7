import ArgumentParser
import ReelCatalog

struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Lists every field of the query language, with examples.")

  func run() throws {
    var table = TextTable([.left, .left, .left])
    for field in QueryField.allCases {
      table.add([field.rawValue, field.examples.joined(separator: "  "), field.help])
    }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }
}
