import ArgumentParser
import ReelCatalog
import ReelLibrary

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Opens a reel in your default player.",
    discussion: "xdg-open chooses the player, which keeps running after hipreel ends.")

  @Argument(help: "A reel: its path, its id, or the start of its id.", completion: Completions.reel)
  var reel: String

  @Flag(name: .shortAndLong, help: "Show what would be run, without running it.")
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
