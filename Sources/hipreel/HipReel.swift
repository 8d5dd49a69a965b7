import ArgumentParser
import Glibc
import MediaFacts
import ReelLibrary

/// The command: turns a line of words into one call, and its result into text and an exit status.
@main
struct HipReel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hipreel",
    abstract: "Finds, tags and plays the hip-movement reels in a folder.",
    discussion: """
      Start with a folder of short videos:
        hipreel index FOLDER
        hipreel find movement:extension mode:stretch
        hipreel playlist desk-worker-reset --format m3u8 -o desk.m3u8

      Read more with: hipreel help query, routines, playlists, folders or safety

      Data goes to standard output, everything else to standard error. Exit status: 0 done, 1 nothing done, 3 done in \
      part (some files could not be read), 4 disk full or read-only, 10 no catalog, 11 catalog in use, 12 catalog \
      damaged or newer, 20 playlist has gaps, 21 no playlist because a doctor comes first, 64 wrong command line, 130 \
      interrupted.
      """,
    version: HipReelVersion.text,
    subcommands: [ManualCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Indexing",
        subcommands: [
          IndexCommand.self, StatusCommand.self, DupesCommand.self, RetagCommand.self, DoctorCommand.self,
          CheckCommand.self, RebuildCommand.self,
        ]),
      CommandGroup(
        name: "Finding",
        subcommands: [
          FindCommand.self, FieldsCommand.self, SearchesCommand.self, ShowCommand.self, WhyCommand.self,
          SeenCommand.self,
          OpenCommand.self,
          CoverageCommand.self, GalleryCommand.self, SiteCommand.self,
        ]),
      CommandGroup(
        name: "Correcting",
        subcommands: [
          ReviewCommand.self, TagCommand.self, UntagCommand.self, AcceptCommand.self, RejectCommand.self,
          SetCommand.self, TrimCommand.self, NoteCommand.self, FavouriteCommand.self, RateCommand.self,
          ThumbnailCommand.self, UndoCommand.self, VocabularyCommand.self,
        ]),
      CommandGroup(
        name: "Playlist",
        subcommands: [PlaylistCommand.self, RoutineCommand.self, HistoryCommand.self]),
      CommandGroup(
        name: "Exchange", subcommands: [ExportCommand.self, ImportCommand.self, ImportPlaylistCommand.self]),
    ])

  static func main() {
    signal(SIGPIPE, SIG_IGN)  // A reader that goes away is noticed where output is written.
    let arguments = ArgumentBytes.ofThisProcess()
    // The parser's own `help` knows commands only.
    if arguments.count == 2, arguments[0] == "help", let topic = HelpTopic.all.first(where: { $0.name == arguments[1] })
    {
      return StandardOutput.write(topic.text)
    }
    do {
      try OpenFileLimit.ensure(32)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let error as LibraryError {
      Messages.say(error)
      Glibc.exit(ExitStatus.of(error))
    } catch {
      exit(withError: error)
    }
  }
}
