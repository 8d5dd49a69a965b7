import ArgumentParser
import ReelCatalog
import ReelLibrary

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undoes what the last command decided about reels.")

  @Flag(name: .shortAndLong, help: "Show which reels would change, without changing them.")
  var dryRun = false

  @Flag(help: "Write the affected reels as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    let edits = LibraryEdits(folder)
    let ids = dryRun ? try edits.lastDecided() : try edits.undo { Messages.say($0) }
    let store = try ReelStore(folder, for: .read)
    let reels = try ids.compactMap { id in try store.reel(named: id.text, orAt: nil, .tags) }
    if json {
      StandardOutput.write(ReelJSON.names(reels))
    } else if dryRun {
      for reel in reels { StandardOutput.writeLine(TerminalText.escaping(reel.paths.first?.text ?? reel.id.text)) }
    }
    guard !ids.isEmpty else {
      Messages.say("nothing to undo")
      throw ExitCode(ExitStatus.nothingDone)
    }
    if !dryRun { Messages.say("\(HumanText.count(ids.count, "reel")) changed back") }
  }
}
