import ArgumentParser
import ReelCatalog
import ReelLibrary

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the playlists that you saved as given, newest first.",
    discussion: "The history stays in this catalog; exports leave it out.")

  @Option(name: .customLong("for"), help: ArgumentHelp("Only those for this person.", valueName: "label"))
  var label: String?

  @Option(help: ArgumentHelp("Forget the playlists with this name instead.", valueName: "name"))
  var forget: String?

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let folder = try catalog.folder()
    if let forget {
      let count = try LibraryHistory(folder).forget(forget)
      Messages.say("\(HumanText.count(count, "playlist")) forgotten")
      if count == 0 { throw ExitCode(ExitStatus.nothingDone) }
      return
    }
    let playlists = try ReelStore(folder, for: .read).savedPlaylists(for: label)
    if json {
      StandardOutput.write(Self.json(playlists))
      return
    }
    var table = TextTable([.left, .left, .left, .left, .right])
    for playlist in playlists {
      table.add([
        String(RecordingDate.text(ofUnixSeconds: playlist.savedUnixSeconds).prefix(10)), playlist.name,
        playlist.label ?? "", playlist.routine, HumanText.count(playlist.reels.count, "reel"),
      ])
    }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private static func json(_ playlists: [SavedPlaylist]) -> [UInt8] {
    var json = JSONText()
    json.array { json in
      for playlist in playlists {
        json.object { json in
          json.member("name", playlist.name)
          json.member("for", playlist.label)
          json.member("routine", playlist.routine)
          json.member("savedUnixSeconds", playlist.savedUnixSeconds)
          json.member("reels") { json in
            json.array(.inline) { json in for reel in playlist.reels { json.value(reel.text) } }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
