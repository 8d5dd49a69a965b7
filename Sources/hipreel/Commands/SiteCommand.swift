import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelGallery
import ReelLibrary

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Writes pages that show the reels, to open from a disk or put on any web host.",
    discussion: """
      Pages inside the folder of the reels play them where they are. Elsewhere, add --copy to put copies of the reels in that \
      have pictures, sound and title only, or --link to put in the files themselves: one that tells a place, a device, a \
      serial number or a person is then left out unless you add --keep-metadata. A folder that `hipreel site` wrote is replaced as a whole; any other folder is left alone unless it is empty. The \
      pages show names, paths inside the folder, tags and the words they are based on; notes only with --with-notes; \
      never places, dates or anything outside the folder. See docs/gallery.md.
      """)

  @Argument(help: "The folder to write; open index.html in it.")
  var directory: String

  @Option(help: ArgumentHelp("Only the reels that match.", valueName: "query"))
  var query: String?

  @Flag(help: "Put the reels in as hard links; needs the same disk, and no space.")
  var link = false

  @Flag(help: "Put copies of the reels in, without the places, devices, names and dates in the files.")
  var copy = false

  @Flag(help: "With --link or --copy: give the files as they are, with all that they tell.")
  var keepMetadata = false

  @Option(help: ArgumentHelp("The title of the pages; by default, the folder's name.", valueName: "text"))
  var title: String?

  @Flag(help: "Show your notes on the reels, too.")
  var withNotes = false

  @Flag(help: "Show the words that tags are based on, or leave them out.")
  var evidence: EvidenceChoice = .withEvidence

  @Flag(name: .shortAndLong, help: "Show what would be written, without writing it.")
  var dryRun = false

  @Flag(help: "Write the summary as one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    guard !(link && copy) else { throw ValidationError("--link and --copy cannot be used together") }
    guard !keepMetadata || link || copy else { throw ValidationError("--keep-metadata is for --link and --copy") }
  }

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let reels = try store.reels(
      matching: QueryText.parse(query.map { [$0] } ?? [], in: folder, store), now: QueryText.now(), .evidence)
    let target = try place()
    let site = SitePages(
      folder: folder, target: target, way: way, metadata: keepMetadata ? .kept : .dropped,
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
    for line in report.notes + report.failures { Messages.say(line) }
    if json {
      StandardOutput.write(report.json)
    } else {
      StandardOutput.writeLine(TerminalText.escaping(report.line))
    }
    if !report.failures.isEmpty { throw ExitCode(ExitStatus.doneInPart) }
  }

  private var way: VideoTransfer? {
    if copy { return keepMetadata ? .copy : .cleanCopy }
    return link ? .link : nil
  }

  /// The folder to write, from the root; its own name need not exist.
  private func place() throws -> PathBytes {
    let path = PathBytes(argument: directory).withoutTrailingSlashes
    // `.` and `..` have a name elsewhere; a link in place of the folder is noticed when it is written.
    guard path.lastComponent.staysInside else { return try LibraryFolder.absolute(path) }
    return try LibraryFolder.absolute(path.enclosingFolder).appending(path.lastComponent)
  }
}
