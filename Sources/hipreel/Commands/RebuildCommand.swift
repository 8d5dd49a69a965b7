import ArgumentParser
import ReelCatalog
import ReelLibrary

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Makes a damaged catalog anew from what can still be read of it.",
    usage: "hipreel rebuild (--keep-edits | --forget-edits) [--force] [--dry-run] [--json] [--catalog <folder>]",
    discussion: """
      With --keep-edits the new catalog has all of your decisions, notes, ratings, searches and playlists that can be \
      read, and the reels keep their ids; what may be lost is named. What the videos and the texts beside them say comes \
      with the next hipreel index, which opens only the videos whose facts were damaged. The damaged catalog is kept \
      beside the new one under a name that is told. An interrupted run changes nothing.

      Exit status: 0 all was kept, 3 something is lost or may be wrong, 1 nothing is wrong with the catalog and nothing \
      was done, 12 there is nothing in it that could be kept, or a newer hipreel wrote it.
      """)

  @Flag(exclusivity: .exclusive, help: "What becomes of your decisions; one of the two must be given.")
  var choice: RebuildChoice

  @Flag(help: "Also when hipreel check finds no damage.")
  var force = false

  @Flag(name: .shortAndLong, help: "Only say what would be kept.")
  var dryRun = false

  @Flag(help: "Write what was kept as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    guard let report = try CatalogRebuild(folder, choice.choice).run(isForced: force, isDryRun: dryRun) else {
      Messages.say("\(folder.database.text): nothing is wrong with it; nothing was done")
      throw ExitCode(ExitStatus.nothingDone)
    }
    for loss in report.losses { Messages.say(loss) }
    if json {
      StandardOutput.write(RebuildText.json(report))
    } else {
      StandardOutput.writeLine(RebuildText.line(report))
    }
    if let kept = report.kept {
      Messages.say("the damaged catalog is kept: \(kept.text)")
      Messages.advise("now read what is missing: hipreel index \(ShellText.quoted(folder.root.text))")
    }
    if !report.losses.isEmpty { throw ExitCode(ExitStatus.doneInPart) }
  }
}

/// What becomes of the person's decisions, as flags.
enum RebuildChoice: String, EnumerableFlag {
  case keepEdits, forgetEdits

  var choice: CatalogRebuild.Choice {
    switch self {
    case .keepEdits: .keepEdits
    case .forgetEdits: .forgetEdits
    }
  }

  static func help(for value: RebuildChoice) -> ArgumentHelp? {
    switch value {
    case .keepEdits: "Keep all that can be read."
    case .forgetEdits: "Begin with an empty catalog."
    }
  }
}
