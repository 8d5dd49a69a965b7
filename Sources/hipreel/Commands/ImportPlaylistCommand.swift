import ArgumentParser
import ReelCatalog
import ReelLibrary
import ReelSidecars

struct ImportPlaylistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-playlist",
    abstract: "Imports a playlist that another program wrote.",
    discussion: """
      Reads m3u, m3u8, pls, xspf and jspf, and writes the same reels in the same order in any format, with the starts, \
      stops and repeats of the file. With --routine it drafts a routine from what they show. Files that moved are found \
      by name. Entries that are not reels of this folder are named on standard error, and the exit status is 3; if none \
      is a reel, nothing is written and it is 1.
      """)

  @Argument(help: "The playlist.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "Draft a routine of your own under this name instead of writing a playlist.", valueName: "name"))
  var routine: String?

  @OptionGroup var output: PlaylistFileOptions

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    guard routine != nil else { return }
    guard output.output == nil, output.bundle == nil, output.format == nil else {
      throw ValidationError("--routine drafts a routine and takes no --output, --format or --bundle")
    }
  }

  func run() throws {
    let folder = try catalog.folder()
    let path = PathBytes(argument: file)
    let listed = try PlaylistFile.read(path)
    let matching = try PlaylistMatching(folder, ReelStore(folder, for: .read), from: path.enclosingFolder)
    let choices = self.choices(listed, matching)
    guard !choices.isEmpty else {
      Messages.say("\(path.text): none of the entries is a reel of \(folder.root.text)")
      throw ExitCode(ExitStatus.nothingDone)
    }
    let vocabulary = try catalog.vocabulary().vocabulary
    let title = listed.title ?? path.lastComponent.stem.text
    let playlist = Playlist(titled: title, choices: choices, vocabulary: vocabulary)
    if let routine {
      try draft(routine, of: playlist, choices, vocabulary, in: folder)
    } else {
      try output.write(playlist, from: folder)
    }
    let unplayable = choices.count - playlist.entries.count
    if unplayable > 0 {
      Messages.say("\(HumanText.count(unplayable, "entry", "entries")) left out: no part of the video is left to play")
    }
    if playlist.entries.count < listed.entries.count {
      Messages.say(
        "\(playlist.entries.count) of \(HumanText.count(listed.entries.count, "entry", "entries")) imported")
      throw ExitCode(ExitStatus.doneInPart)
    }
  }

  /// The entries that are reels; reports the others.
  private func choices(_ listed: ListedPlaylist, _ matching: PlaylistMatching) -> [Playlist.Choice] {
    zip(1..., listed.entries).compactMap { number, entry in
      switch matching.match(entry.address) {
      case .found(let reel): return Playlist.Choice(reel, as: entry)
      case .moved(let reel):
        Messages.say("entry \(number): \(entry.text): moved; found as \(reel.paths.first?.text ?? reel.id.text)")
        return Playlist.Choice(reel, as: entry)
      case .none(let reason):
        Messages.say("entry \(number): \(entry.text): \(Self.words(reason))")
        return nil
      }
    }
  }

  private func draft(
    _ name: String, of playlist: Playlist, _ choices: [Playlist.Choice], _ vocabulary: Vocabulary,
    in folder: LibraryFolder
  ) throws {
    let reels = Dictionary(choices.map { ($0.reel.id, $0.reel) }) { first, _ in first }
    do {
      let sketch = try RoutineSketch(of: playlist, id: name, reels: reels, vocabulary: vocabulary)
      for entry in sketch.leftOut { Messages.say("not in the routine: \(entry.title): \(entry.reason)") }
      try RoutineFiles.add(sketch.routine, as: name, to: folder)
    } catch let error as RoutineError {
      throw Mistake.exit("\(error)")
    }
  }

  private static func words(_ reason: PlaylistMatching.Reason) -> String {
    switch reason {
    case .elsewhere(let scheme): "left out: not a file on this computer (\(scheme))"
    case .outsideFolder: "left out: outside the folder"
    case .notIndexed: "left out: not in the catalog yet; run: hipreel index"
    case .gone: "left out: its file is gone"
    case .failed: "left out: cannot be played; see hipreel show"
    case .noSuchFile: "left out: no such file, and no reel of that name"
    case .ambiguous: "left out: no such file, and several reels of that name"
    }
  }
}

extension Playlist.Choice {
  fileprivate init(_ reel: Reel, as entry: ListedPlaylist.Entry) {
    self.init(reel)
    title = entry.title
    block = entry.group ?? ""
    startMilliseconds = entry.startMilliseconds
    endMilliseconds = entry.stopMilliseconds
    plays = entry.plays
    seconds = entry.seconds
  }
}
