import ArgumentParser
import ReelCatalog
import ReelLibrary

struct SearchesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the saved searches.")

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let searches = try catalog.store().savedSearches()
    if json { return StandardOutput.write(Self.json(searches)) }
    var table = TextTable([.left, .left])
    for search in searches { table.add(["@\(search.name)", search.query]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  static func json(_ searches: [SavedSearch]) -> [UInt8] {
    var json = JSONText()
    json.array { json in for search in searches { json.search(search) } }
    json.endLine()
    return json.takeBytes()
  }
}
