import ArgumentParser
import ReelLibrary

struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Shows the reels in your browser: look, correct a tag, press play.",
    discussion: """
      Runs the program hipreel-gallery, which answers this computer alone and this run's address only, until Ctrl-C. What you \
      decide on the pages is kept as if you had typed it. To give the pages to others, write them with: hipreel site
      """)

  @Option(help: ArgumentHelp("The port to listen on; the system chooses one without it.", valueName: "number"))
  var port: UInt16 = 0

  @Flag(help: "Only print the address, and leave the opening to you.")
  var noBrowser = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    // A damaged or newer catalog is told here, with its own status.
    _ = try ReelStore(folder, for: .read)
    try SisterProgram.gallery.become(
      ["\(port)", noBrowser ? "stay" : "open"], settingInEnvironment: ["HIPREEL_CATALOG": folder.catalog])
  }
}
