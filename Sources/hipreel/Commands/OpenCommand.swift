import ArgumentParser
import ReelCatalog
import ReelLibrary

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Opens a reel in the system's player.",
    discussion: "The player is the one that xdg-open chooses; it goes on when hipreel ends.")

  @Argument(help: "A reel: its path, its id, or the beginning of the id.", completion: Completions.reel)
  var reel: String

  @Flag(name: .shortAndLong, help: "Only say what would be run.")
  var dryRun = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    let found = try ReelLookup(folder).reel(reel)
    guard !found.isGone, let path = found.paths.first else {
      Messages.say("\(found.paths.first?.text ?? reel): its file is gone")
      throw ExitCode(ExitStatus.nothingDone)
    }
    let file = try SystemPlayer.video(of: found, at: path, in: folder)
    if dryRun {
      StandardOutput.writeLine("\(SystemPlayer.program) \(ShellText.quoted(file.text))")
      return
    }
    try SystemPlayer.open(video: file)
  }
}
