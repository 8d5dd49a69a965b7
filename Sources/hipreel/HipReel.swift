import ArgumentParser
import Glibc
import MediaFacts
import ReelLibrary

/// The command: a line of words into one call, its result into text and an exit status.
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

      Data goes to standard output, all else to standard error. Exit status: 0 done, 1 nothing done, 3 done in part \
      (some files could not be read), 4 disk full or read-only, 10 no catalog, 11 catalog in use, 12 catalog damaged \
      or newer, 20 playlist has gaps, 64 wrong command line, 130 interrupted.
      """,
    version: HipReelVersion.text,
    subcommands: [
      IndexCommand.self, FindCommand.self, OpenCommand.self, ShowCommand.self, WhyCommand.self, RoutineCommand.self,
      PlaylistCommand.self, HistoryCommand.self, CoverageCommand.self, StatusCommand.self, DupesCommand.self,
      ExportCommand.self, ImportCommand.self, GalleryCommand.self,
      FieldsCommand.self,
      RetagCommand.self, VocabularyCommand.self,
      TagCommand.self, UntagCommand.self, AcceptCommand.self, RejectCommand.self, SetCommand.self, TrimCommand.self,
      NoteCommand.self, FavouriteCommand.self, RateCommand.self, ThumbnailCommand.self,
      UndoCommand.self,
    ])

  static func main() {
    signal(SIGPIPE, SIG_IGN)  // A reader that goes away is met where output is written.
    do {
      var command = try parseAsRoot(ArgumentBytes.ofThisProcess())
      try command.run()
    } catch let error as LibraryError {
      Messages.say(error)
      Glibc.exit(ExitStatus.of(error))
    } catch {
      exit(withError: error)
    }
  }
}
