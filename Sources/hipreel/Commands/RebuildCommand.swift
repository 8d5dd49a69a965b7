import ArgumentParser
import ReelCatalog
import ReelLibrary

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Rebuilds a damaged catalog from what can still be read.",
    usage: "hipreel rebuild (--keep-edits | --forget-edits) [--force] [--dry-run] [--json] [--catalog <folder>]",
    discussion: """
      With --keep-edits the new catalog has all your decisions, notes, ratings, searches and playlists that can still be \
      read, and reels keep their ids; whatever may be lost is named. The next hipreel index adds what the videos and \
      their sidecar files say, and opens only the videos whose facts were damaged. The damaged catalog stays beside the \
      new one; hipreel prints its name. An interrupted run changes nothing.

      Exit status: 0 everything was kept, 3 something is lost or may be wrong, 1 the catalog is sound and nothing was \
      done, 12 nothing in it could be kept, or a newer hipreel wrote it.
      """)

  @Flag(exclusivity: .exclusive, help: "What happens to your decisions; give one of the two.")
  var choice: RebuildChoice

  @Flag(help: "Rebuild even if hipreel check finds no damage.")
  var force = false

  @Flag(name: .shortAndLong, help: "Show what would be kept, without changing anything.")
  var dryRun = false

  @Flag(help: "Write what was kept as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    guard let report = try CatalogRebuild(folder, choice.choice).run(isForced: force, isDryRun: dryRun) else {
      Messages.say("\(folder.database.text): is sound; nothing was done")
      throw ExitCode(ExitStatus.nothingDone)
    }
    for loss in report.losses { Messages.say(loss) }
    if json {
      StandardOutput.write(RebuildText.json(report))
    } else {
      StandardOutput.writeLine(RebuildText.line(report))
    }
    if let kept = report.kept {
      Messages.say("the damaged catalog is kept as \(kept.text)")
      Messages.advise("now read what is missing with: hipreel index \(ShellText.quoted(folder.root.text))")
    }
    if !report.losses.isEmpty { throw ExitCode(ExitStatus.doneInPart) }
  }
}

/// What happens to the person's decisions, as flags.
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
    case .keepEdits: "Keep everything that can be read."
    case .forgetEdits: "Start with an empty catalog."
    }
  }
}
