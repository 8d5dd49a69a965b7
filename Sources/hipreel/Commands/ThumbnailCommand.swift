import ArgumentParser
import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

struct ThumbnailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thumbnail",
    abstract: "Shows where a reel's thumbnail is and why it was chosen, or chooses another.",
    discussion: """
      Without options it shows the thumbnail's file, its moment in the video and the reason for it: end-range, clear, \
      key-frame, first, only-picture or chosen-by-person. A moment set with --at stays through every later index run; \
      --auto returns to hipreel's own choice, and hipreel undo undoes either.
      """)

  @Argument(help: "A reel: its path, its id, or the start of its id.", completion: Completions.reel)
  var reel: String

  @Option(help: ArgumentHelp("Use the picture at this moment, in seconds or as 1:02.5.", valueName: "moment"))
  var at: String?

  @Flag(help: "Let hipreel choose again.")
  var auto = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Also write the picture to a JPEG file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Show what would be chosen, without changing it.")
  var dryRun = false

  @Flag(help: "Write one JSON document.")
  var json = false

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    guard at == nil || !auto else { throw ValidationError("--at and --auto cannot be used together") }
  }

  func run() throws {
    let folder = try catalog.folder()
    let moment = try at.map { try Self.moment($0) }
    let found = try ReelLookup(folder).reel(reel)
    guard at != nil || auto else { return try show(found, folder) }
    try check(moment, of: found)
    guard !dryRun else {
      StandardOutput.writeLine(moment.map { "at \(Self.seconds($0))" } ?? "hipreel's own choice")
      return
    }
    let reason = try LibraryEdits(folder).chooseThumbnail(of: found.id, at: moment) { Messages.say($0) }
    if let reason {
      Messages.say("\(found.paths.first?.text ?? found.id.text): no new thumbnail: \(reason)")
      Messages.advise("the moment is saved; the next index run that can read the video makes the thumbnail")
      throw ExitCode(ExitStatus.doneInPart)
    }
    try show(ReelLookup(folder).reel(found.id.text), folder)
  }

  private func show(_ reel: Reel, _ folder: LibraryFolder) throws {
    guard reel.hasThumbnail, let milliseconds = reel.thumbnailMilliseconds else {
      Messages.say("\(reel.paths.first?.text ?? reel.id.text): has no thumbnail")
      throw ExitCode(ExitStatus.nothingDone)
    }
    let thumbnails = ThumbnailFolder(folder)
    if let output {
      let file = try OutputFile(output)
      try file.append(thumbnails.read(reel.id))
      try file.finish()
      if output == "-" { return }
    }
    let path = thumbnails.path(of: reel.id)
    guard !json else {
      var text = JSONText()
      text.object { text in
        text.member("path", path)
        text.member("timeMs", milliseconds)
        text.member("reason", reel.thumbnailReason?.rawValue)
      }
      text.endLine()
      StandardOutput.write(text.takeBytes())
      return
    }
    var table = TextTable([.left, .fill])
    table.add(["file", path.text])
    table.add(["moment", Self.seconds(milliseconds)])
    if let reason = reel.thumbnailReason { table.add(["reason", reason.rawValue]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private func check(_ moment: Int?, of reel: Reel) throws {
    guard reel.status == .ok else {
      Messages.say("\(reel.paths.first?.text ?? reel.id.text): has no thumbnail: \(reel.status.rawValue)")
      throw ExitCode(ExitStatus.nothingDone)
    }
    if let moment, let duration = reel.video?.durationMilliseconds, moment >= duration {
      throw Mistake.exit("the video ends at \(Self.seconds(duration))")
    }
  }

  private static func moment(_ text: String) throws -> Int {
    guard let milliseconds = MomentText.milliseconds(text) else {
      throw Mistake.exit("'\(text)' is not a moment: use seconds such as 3.2, or 1:02.5")
    }
    return milliseconds
  }

  /// `3.2 s`, to the millisecond.
  private static func seconds(_ milliseconds: Int) -> String {
    let thousandths = "\(1000 + milliseconds % 1000)".dropFirst()
    let kept = thousandths.reversed().drop { $0 == "0" }.reversed()
    return "\(milliseconds / 1000)" + (kept.isEmpty ? "" : "." + String(kept)) + " s"
  }
}
