import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct PlaylistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playlist",
    abstract: "Makes the best playlist for a routine that the folder allows.",
    discussion: """
      The same folder gives the same playlist; --seed gives another one as good. What the folder lacks is said on \
      standard error, with the reason, and ends with status 20; --strict then writes nothing. Not medical advice.
      """)

  @Argument(help: "A routine; `hipreel routines` lists them.")
  var routine: String

  @Option(help: "The playlist's form: m3u8 or json.")
  var format: PlaylistFormat = .m3u8

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var catalog: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "The equipment at hand, with commas, in place of the routine's; none for nothing.", valueName: "items"))
  var equipment: String?

  @Option(help: "The hardest level wanted, in place of the routine's.")
  var level: Level?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave out what this profile avoids; can be repeated.", valueName: "profile"))
  var avoid: [String] = []

  @Option(help: "Choose differently among equally good reels.")
  var seed: UInt64?

  @Flag(help: "Write nothing when there is a gap.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Only say what the playlist would be.")
  var dryRun = false

  func run() throws {
    let folder = try catalog.folder()
    let request = try PlaylistRequest(
      routine: RoutineLookup.routine(routine), equipment: equipment, level: level, profiles: avoid, seed: seed)
    let reels = try ReelStore(folder, for: .read).allReels(.tags)
    let playlist = request.playlist(from: reels)

    PlaylistText.report(playlist, avoiding: request.leftOut)
    if !dryRun, playlist.plan.isComplete || !strict {
      let rendered = format.rendered(playlist, at: try place(folder))
      for warning in rendered.warnings { PlaylistText.say(warning) }
      let destination = try OutputFile(output)
      try destination.append(rendered.bytes)
      try destination.finish()
    }
    if !playlist.plan.isComplete { throw ExitCode(ExitStatus.playlistHasGaps) }
  }

  private func place(_ folder: LibraryFolder) throws -> PlaylistPlace {
    let file = output.flatMap { $0 == "-" ? nil : PathBytes(argument: $0) }
    let parent = file?.parent ?? PathBytes("")
    let playlistFolder = try LibraryFolder.absolute(
      parent.bytes.isEmpty ? PathBytes(file?.bytes.first == UInt8(ascii: "/") ? "/" : ".") : parent)
    return PlaylistPlace(reelFolder: folder.root, playlistFolder: playlistFolder)
  }
}
