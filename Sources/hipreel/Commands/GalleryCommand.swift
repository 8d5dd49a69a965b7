import ArgumentParser
import ReelLibrary

struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Shows the reels in your browser, to look at, correct and play.",
    discussion: """
      Runs hipreel-gallery until Ctrl-C. It answers only this computer, and only at the address of this run. What you \
      decide on the pages is kept as if you had typed it. To give the pages to others, write them with: hipreel site
      """)

  @Option(help: ArgumentHelp("The port to listen on; with 0 the system chooses.", valueName: "number"))
  var port: UInt16 = 0

  @Flag(help: "Print the address, but do not open it.")
  var noBrowser = false

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let folder = try catalog.folder()
    // A damaged or newer catalog is reported here, with its own status.
    _ = try ReelStore(folder, for: .read)
    try SisterProgram.gallery.become(
      ["\(port)", noBrowser ? "stay" : "open"], settingInEnvironment: ["HIPREEL_CATALOG": folder.catalog])
  }
}
