import ArgumentParser
import ReelLibrary

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes back what the last command decided about reels.")

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let reels = try LibraryEdits(catalog.folder()).undo { Messages.say($0) }
    guard !reels.isEmpty else {
      Messages.say("there is nothing to take back")
      throw ExitCode(ExitStatus.nothingDone)
    }
    Messages.say("\(HumanText.count(reels.count, "reel")) as before")
  }
}
