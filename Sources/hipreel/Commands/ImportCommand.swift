import ArgumentParser
import ReelCatalog
import ReelLibrary

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Merges the export of another catalog, or a table, into this one.",
    discussion: """
      Reels are matched by content, else by path. Their edits are added to yours, the same edit once; where both decided \
      about the same thing, the newer decision wins, or --ours or --theirs. Facts about files that are here stay as they \
      are; reels that are not here yet are added. Nothing is removed, and an interrupted import changes nothing. Exit \
      status 1 when there is nothing new.

      A table (.csv, .tsv) has a column path, file or id, and any of exercise, movement, mode, position, equipment, \
      side, level, tags, note, rating and favourite. Its cells become decisions with the file's date, except those that \
      say what the reel already has. Exit status 3 when some of it could not be imported.
      """)

  @Argument(
    help: "A file that `hipreel export` wrote, or a table.",
    completion: .file(extensions: ["json", "csv", "tsv", "tab"]))
  var file: String

  @Flag(exclusivity: .exclusive, help: "Who wins where both decided about the same thing.")
  var rule: MergeRule = .newest

  @Flag(name: .shortAndLong, help: "Show what would change, without changing it.")
  var dryRun = false

  @Flag(help: "Write what changed as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    if ImportedTable.isTable(PathBytes(argument: file)) {
      return try ImportedTable.take(file, into: folder, rule: rule.rule, dryRun: dryRun, json: json)
    }
    let report = try merged(into: folder)
    if json {
      StandardOutput.write(ImportText.json(report))
    } else {
      for line in ImportText.lines(report) { StandardOutput.writeLine(line) }
    }
    guard !report.isEmpty else { throw ExitCode(ExitStatus.nothingDone) }
    if report.newCount > 0, !dryRun {
      Messages.say("find the files of new reels with: hipreel index \(ShellText.quoted(folder.root.text))")
    }
  }

  private func merged(into folder: LibraryFolder) throws -> ImportReport {
    do {
      let document = try LibraryImport.document(at: PathBytes(argument: file))
      let importing = LibraryImport(folder)
      return dryRun
        ? try importing.difference(document, rule: rule.rule) : try importing.merge(document, rule: rule.rule)
    } catch let error as CatalogReadError {
      Messages.say("\(file): \(error); nothing was changed")
      if error.code == .newerVersion {
        Messages.advise("upgrade hipreel, or export again with this version")
      }
      throw ExitCode(error.code == .newerVersion ? ExitStatus.catalogUnusable : ExitStatus.nothingDone)
    }
  }
}

/// The rule's names as flags.
enum MergeRule: String, EnumerableFlag {
  case newest, ours, theirs

  var rule: EditMerge.Rule {
    switch self {
    case .newest: .newest
    case .ours: .ours
    case .theirs: .theirs
    }
  }
}
