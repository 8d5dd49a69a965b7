import ArgumentParser
import ReelCatalog
import ReelLibrary
import ReelSidecars

/// A table that `hipreel import` takes in.
enum ImportedTable {
  /// Whether a file is a table rather than a catalog document, by its extension.
  static func isTable(_ path: PathBytes) -> Bool { ["csv", "tsv", "tab"].contains(path.ending) }

  /// - Throws: status 1 when it is not a table or says nothing new, 3 when some of it could not be imported.
  static func take(_ file: String, into folder: LibraryFolder, rule: EditMerge.Rule, dryRun: Bool, json: Bool) throws {
    let importing: TableImport
    do {
      importing = try TableImport(PathBytes(argument: file), into: folder)
    } catch let error as SidecarError {
      Messages.say("\(file): \(error.message); nothing was changed")
      if let advice = error.advice { Messages.advise(advice) }
      throw ExitCode(ExitStatus.nothingDone)
    }
    let report = dryRun ? try importing.difference(rule: rule) : try importing.merge(rule: rule)
    if json {
      StandardOutput.write(TableImportText.json(report, of: importing))
    } else {
      for line in ImportText.lines(report.edits) { StandardOutput.writeLine(line) }
    }
    TableImportText.say(report, of: importing, in: file)
    guard !report.edits.isEmpty else { throw ExitCode(ExitStatus.nothingDone) }
    guard report.problems.isEmpty else { throw ExitCode(ExitStatus.doneInPart) }
  }
}
