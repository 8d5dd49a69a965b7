import ArgumentParser
import ReelCatalog
import ReelLibrary

struct SearchesRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes saved searches; the reels stay as they are.")

  @Argument(help: "The names of the searches, with or without @.", completion: Completions.searchName)
  var names: [String]

  @Flag(name: .shortAndLong, help: "Show what would be removed, without removing it.")
  var dryRun = false

  @Flag(help: "Write the removed searches as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    let known = try ReelStore(folder, for: .read).savedSearches()
    let wanted = try names.map { name in
      let word = (name.hasPrefix("@") ? String(name.dropFirst()) : name).lowercased()
      guard known.contains(where: { $0.name == word }) else {
        throw UnknownName.exit("saved search", name, known: known.map(\.name))
      }
      return word
    }
    if !dryRun { _ = try LibrarySearches(folder).remove(wanted) }
    let forgotten = known.filter { wanted.contains($0.name) }
    if json {
      StandardOutput.write(SearchesListCommand.json(forgotten))
    } else {
      for search in forgotten { StandardOutput.writeLine(TerminalText.escaping("@\(search.name) \(search.query)")) }
    }
    let left = known.filter { !wanted.contains($0.name) }
    for search in left {
      do { _ = try Query(search.query, searches: left) } catch {
        Messages.say("@\(search.name) no longer works: \(error.problem)")
      }
    }
  }
}
