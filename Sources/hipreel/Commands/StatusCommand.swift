import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows what the catalog holds, where it is, and which files failed.")

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Show the sidecar files instead: which describe a reel, and which match none.")
  var sidecars = false

  @Flag(help: "Show what is skipped in the folder instead, and why; see hipreel help folders.")
  var skipped = false

  @Flag(help: "Write one JSON document.")
  var json = false

  func validate() throws {
    if sidecars, skipped { throw ValidationError("use only one of --sidecars and --skipped") }
  }

  func run() throws {
    let folder = try catalog.folder()
    if skipped {
      SkippedRows.show(try folder.walk(), asJSON: json)
      return
    }
    if sidecars {
      try showSidecars(folder)
      return
    }
    let reels = try ReelStore(folder, for: .read).allReels(.tags)
    let status = CatalogStatus(reels)
    let (kept, own) = (try folder.keptPatterns().patterns.map(\.text), folder.ownPatterns().patterns.map(\.text))
    if json {
      StandardOutput.write(Self.json(status, folder, excluded: kept, ignored: own))
      return
    }
    var table = TextTable([.left, .fill])
    table.add(["folder", folder.root.text])
    table.add(["catalog", folder.database.text])
    table.add(["thumbnails", folder.thumbnails.text])
    table.add(["reels", "\(status.reels), \(HumanText.duration(milliseconds: status.milliseconds)) in total"])
    table.add(["tagged", "\(status.tagged) of \(status.reels)"])
    if status.gone > 0 { table.add(["gone", HumanText.count(status.gone, "reel")]) }
    if !kept.isEmpty { table.add(["excluded", Self.list(kept)]) }
    if !own.isEmpty { table.add([IgnorePatterns.fileName.text, Self.list(own)]) }
    for (kind, count) in status.failures { table.add([kind.rawValue, HumanText.count(count, "file")]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
    if status.tagged < status.reels {
      StandardOutput.writeLine("list untagged reels with: hipreel find tagged:no status:ok")
    }
    if !(kept + own).isEmpty { StandardOutput.writeLine("list what is skipped with: hipreel status --skipped") }
    if !status.failures.isEmpty { StandardOutput.writeLine("list failed files with: hipreel find -status:ok") }
  }

  private func showSidecars(_ folder: LibraryFolder) throws {
    let sidecars = try ReelStore(folder, for: .read).sidecarStatus()
    if json {
      StandardOutput.write(SidecarRows.json(sidecars))
    } else {
      for line in SidecarRows.lines(sidecars) { StandardOutput.writeLine(line) }
    }
  }

  private static func list(_ patterns: [String]) -> String {
    patterns.map { TerminalText.escaping($0) }.joined(separator: ", ")
  }

  private static func json(
    _ status: CatalogStatus, _ folder: LibraryFolder, excluded: [String], ignored: [String]
  ) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("folder", folder.root)
      json.member("catalog", folder.database)
      json.member("thumbnails", folder.thumbnails)
      json.member("reels", status.reels)
      json.member("tagged", status.tagged)
      json.member("durationMs", status.milliseconds)
      json.member("gone", status.gone)
      json.member("excluded") { json in json.array(.inline) { json in for pattern in excluded { json.value(pattern) } }
      }
      json.member("ignored") { json in json.array(.inline) { json in for pattern in ignored { json.value(pattern) } } }
      json.member("failures") { json in
        json.object { json in
          for (kind, count) in status.failures { json.member(kind.rawValue, count) }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
