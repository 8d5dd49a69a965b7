import ArgumentParser
import ReelCatalog
import ReelLibrary

/// The format that a playlist is written in, and where to.
struct PlaylistFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The playlist's format: \(PlaylistFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      discussion: "Default: by the file's extension, else m3u8.", valueName: "format"))
  var format: PlaylistFormat?

  @Option(
    help: ArgumentHelp(
      "How files are written: auto, relative, uri or absolute; auto is what players open.", valueName: "style"))
  var entryStyle: EntryStyle = .auto

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Make a folder to give away: a page for the client with the reels it plays.", valueName: "folder"),
    completion: .directory)
  var bundle: String?

  @Flag(help: "With --bundle: give the files as they are, with the places, devices and dates in them.")
  var keepMetadata = false

  func validate() throws {
    guard bundle != nil else {
      if keepMetadata { throw ValidationError("--keep-metadata is for --bundle") }
      return
    }
    if output != nil { throw ValidationError("--bundle makes a folder and takes no --output") }
    if let format, format != .html { throw ValidationError("--bundle makes a page and takes no --format \(format)") }
  }

  /// Whether to write a file: on a terminal, unless asked otherwise, a person wants to see the plan.
  var isAskedFor: Bool { output != nil || format != nil || bundle != nil || !StandardOutput.isTerminal }

  /// Writes a playlist, and says what the format cannot express.
  func write(_ playlist: Playlist, from folder: LibraryFolder) throws {
    if let bundle {
      return try PlaylistBundle(playlist, from: folder, keepMetadata ? .kept : .dropped)
        .write(to: PathBytes(argument: bundle))
    }
    let format = wantedFormat
    let options = PlaylistFormat.Options(
      entryStyle: entryStyle, stills: format == .html ? try PlaylistBundle.stills(of: playlist, in: folder) : [:])
    let rendered = format.rendered(playlist, at: try place(folder), options)
    for warning in rendered.warnings { PlaylistText.say(warning) }
    let destination = try OutputFile(output)
    try destination.append(rendered.bytes)
    try destination.finish()
  }

  private var wantedFormat: PlaylistFormat {
    format ?? file?.ending.flatMap { PlaylistFormat(ending: $0) } ?? .m3u8
  }

  /// The file to write, unless it is standard output.
  private var file: PathBytes? { output.flatMap { $0 == "-" ? nil : PathBytes(argument: $0) } }

  private func place(_ folder: LibraryFolder) throws -> PlaylistPlace {
    let playlistFolder = try LibraryFolder.absolute(file?.enclosingFolder ?? PathBytes("."))
    return PlaylistPlace(reelFolder: folder.root, playlistFolder: playlistFolder)
  }
}
