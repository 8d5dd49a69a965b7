import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelGallery
import ReelLibrary

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Writes pages that show the reels, as files that open from a disk or lie on any web host.",
    discussion: """
      In a folder inside the reels' own, the pages play the reels where they are. Elsewhere, say --link or --copy to put \
      the reels in. A folder that `hipreel site` wrote is replaced as a whole; any other that is not empty is left alone. \
      The pages tell names, paths inside the folder, tags and the words that these rest on; notes only with --with-notes; \
      places, dates and anything outside the folder never. docs/gallery.md says more.
      """)

  @Argument(help: "The folder to write; open index.html in it.")
  var directory: String

  @Option(help: ArgumentHelp("Only the reels that match.", valueName: "query"))
  var query: String?

  @Flag(help: "Put the reels in as second names of the same files; needs the same disk, and no room.")
  var link = false

  @Flag(help: "Put copies of the reels in.")
  var copy = false

  @Option(help: ArgumentHelp("What stands above the pages; the folder's name without it.", valueName: "text"))
  var title: String?

  @Flag(help: "Tell the notes about reels, too.")
  var withNotes = false

  @Flag(help: "Tell the words that tags rest on, or leave them out.")
  var evidence: EvidenceChoice = .withEvidence

  @Flag(name: .shortAndLong, help: "Only say what would be written.")
  var dryRun = false

  @Flag(help: "Write one JSON document about it.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    guard !(link && copy) else { throw ValidationError("--link and --copy exclude each other") }
  }

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let reels = try store.reels(
      matching: QueryText.parse(query.map { [$0] } ?? [], in: folder, store), now: QueryText.now(), .evidence)
    let target = try place()
    let site = SitePages(
      folder: folder, target: target, way: copy ? .copy : link ? .link : nil,
      options: Gallery.Options(
        title: title ?? folder.root.lastComponent.text, withTexts: evidence == .withEvidence, withNotes: withNotes))
    if let mistake = site.mistake {
      Messages.say("\(target.text): \(mistake.message)")
      Messages.advise(mistake.advice)
      throw ExitCode.validationFailure
    }
    let vocabulary = try catalog.vocabulary()
    let routines = try RoutineLookup(folder)
    for failure in routines.failures { Messages.say(failure) }
    let report = try site.write(reels, vocabulary: vocabulary, routines: routines.all.map(\.routine), isDry: dryRun)
    for failure in report.failures { Messages.say(failure) }
    if json {
      StandardOutput.write(report.json)
    } else {
      StandardOutput.writeLine(TerminalText.escaping(report.line))
    }
    if !report.failures.isEmpty { throw ExitCode(ExitStatus.doneInPart) }
  }

  /// The folder to write, from the root; its own name need not exist.
  private func place() throws -> PathBytes {
    let path = PathBytes(argument: directory).withoutTrailingSlashes
    // `.` and `..` have a name elsewhere; a link in the folder's own place is met when it is written.
    guard path.lastComponent.staysInside else { return try LibraryFolder.absolute(path) }
    return try LibraryFolder.absolute(path.enclosingFolder).appending(path.lastComponent)
  }
}
