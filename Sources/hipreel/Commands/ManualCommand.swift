import ArgumentParser

/// Writes the manual pages, for whoever installs them; not a command for people, so help does not show it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Writes one manual page in mdoc, or lists their names.", shouldDisplay: false)

  @Argument(help: "A page, such as hipreel.1; by default, their names are listed.")
  var page: String?

  func run() throws {
    let names = ManualPage.names.map { "\($0.name).\($0.section)" }
    guard let page else {
      for name in names { StandardOutput.writeLine(name) }
      return
    }
    if page == names[0] {
      StandardOutput.write(CommandManual.text(of: try ToolDescription(json: HipReel._dumpHelp())))
    } else if let topic = HelpTopic.all.first(where: { "hipreel-\($0.name).7" == page }) {
      StandardOutput.write(TopicManual.text(of: topic))
    } else {
      throw UnknownName.exit("manual page", page, known: names)
    }
  }
}
