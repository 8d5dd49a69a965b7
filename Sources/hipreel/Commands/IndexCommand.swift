import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Scans a folder of videos and brings its catalog up to date.",
    discussion: """
      Reads new and changed videos, tags them from their names, their texts, the words on the picture \
      and what moves in it, and keeps the result in FOLDER/.hipreel. Nothing else in the folder is touched, and nothing leaves this machine. You can interrupt it at any point without \
      damaging the catalog; the next run continues where it stopped.
      """)

  @Argument(
    help: "The folder of videos; by default, the folder of the catalog here or above.", completion: .directory)
  var folder: String?

  @OptionGroup var catalog: CatalogOptions

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Skip what this pattern matches, now and in later runs: a name, a path or a glob, as in .gitignore. Can be repeated.",
      valueName: "pattern")
  )
  var exclude: [String] = []

  @Flag(help: "Forget the patterns that earlier runs were given with --exclude.")
  var forgetExcludes = false

  @Flag(help: "Try failed files again even if they have not changed.")
  var retryFailed = false

  @Flag(help: "Mark missing files as gone even when they are more than a fifth of the catalog.")
  var acceptGone = false

  @Option(help: ArgumentHelp("How many worker processes to run (default: one per core).", valueName: "number"))
  var workers: Int?

  @Flag(help: "Take one key frame of each video as its thumbnail instead of choosing among several.")
  var fast = false

  @Flag(help: "Record where the videos that this run reads were filmed; otherwise it is left out.")
  var keepLocation = false

  @Flag(help: "Read no videos unless this machine can fully jail the programs that read them; see hipreel doctor.")
  var requireSandbox = false

  @Flag(help: "Do not look at pictures for what moves in them.")
  var noPose = false

  @Flag(help: "Do not read the words on pictures.")
  var noOnScreen = false

  @Flag(help: "Only look at pictures: those of reels in the catalog that were not looked at, or read, yet.")
  var poseOnly = false

  @Flag(
    inversion: .prefixedNo,
    help: "From now on, tag reels with the names of those that they move like; otherwise that is only suggested.")
  var tagAlike: Bool?

  @Flag(name: .shortAndLong, help: "Show what would be done, without doing it.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Show the sidecar files of one video and what they say about it; index nothing.", valueName: "file")
  )
  var explainSidecars: String?

  @Flag(help: "Write the summary as one JSON document.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show no progress and no summary.")
  var quiet = false

  func validate() throws {
    if noPose, noOnScreen, poseOnly {
      throw ValidationError("--pose-only looks at pictures: leave out --no-pose or --no-on-screen")
    }
    if let workers, !(1...64).contains(workers) { throw ValidationError("--workers takes 1 to 64") }
  }

  func run() throws {
    if let explainSidecars {
      try explain(explainSidecars)
      return
    }
    let stop = Interruption.listen()
    let indexer = Indexer(
      try place(),
      options: Indexer.Options(
        excluded: exclude.map { PathBytes(argument: $0) }, forgetsExcluded: forgetExcludes,
        retriesFailures: retryFailed,
        acceptsGone: acceptGone, workerCount: workers, usesQuickStill: fast, keepsLocation: keepLocation,
        jail: requireSandbox ? .whole : .asFarAsPossible, looks: Indexer.Looks(movement: !noPose, words: !noOnScreen),
        onlyLooks: poseOnly,
        tagsAlike: tagAlike, isDryRun: dryRun))
    var reporter = IndexReporter(isQuiet: quiet, isTerminal: Messages.isTerminal)
    let summary = try indexer.run(stop: stop) { reporter.hear($0) }
    reporter.finish()

    if json {
      StandardOutput.write(IndexReporter.json(summary))
    } else if !quiet {
      StandardOutput.writeLine(IndexReporter.line(summary, isDryRun: dryRun))
    }
    if summary.wasInterrupted { throw ExitCode(ExitStatus.interrupted) }
    if summary.failed > 0 || summary.unseen > 0 { throw ExitCode(ExitStatus.doneInPart) }
  }

  private func explain(_ file: String) throws {
    let path = PathBytes(argument: file)
    let place = try folder == nil ? Self.folder(around: path) : place()
    guard let video = place.relativePath(of: path) else {
      throw Mistake.exit("\(file) is not in \(place.root.text)")
    }
    let explanation = try SidecarExplanation(of: video, in: place)
    if json {
      StandardOutput.write(SidecarRows.json(explanation))
    } else {
      for line in SidecarRows.lines(explanation) { StandardOutput.writeLine(line) }
    }
  }

  /// The folder of the catalog at a file or above it, else the file's own folder.
  private static func folder(around file: PathBytes) throws -> LibraryFolder {
    let parent = file.parent.bytes.isEmpty ? PathBytes(".") : file.parent
    do { return try LibraryFolder.enclosing(parent) } catch {
      guard error.code == .noCatalog else { throw error }
      return try LibraryFolder(root: parent)
    }
  }

  private func place() throws -> LibraryFolder {
    guard let folder else { return try catalog.folder() }
    return try LibraryFolder(root: PathBytes(argument: folder), catalog: catalog.named)
  }
}
