import MediaFacts

/// `hipreel.1`: every command with its options, made from their definitions.
enum CommandManual {
  static func text(of tool: ToolDescription) -> String {
    var page = ManualText()
    ManualPage.begin("hipreel", section: 1, summary: tool.command.abstract ?? "", of: &page)
    page.section("Synopsis")
    for command in tool.command.shownSubcommands {
      page.macro("Nm hipreel")
      page.macro("Cm \(command.commandName)")
      page.macro("Op Ar argument ...")
    }
    page.section("Description")
    page.paragraph(tool.command.abstract ?? "")
    page.display(example)
    page.paragraph("Every command takes these options:")
    page.macro("Bl -tag -width Ds")
    for argument in common(tool) { option(argument, of: &page) }
    page.macro("El")
    page.section("Commands")
    for command in tool.command.shownSubcommands { self.command(command, of: &page) }
    page.section("Environment")
    page.list([
      ("HIPREEL_CATALOG", "The catalog's folder, unless --catalog names one."),
      ("HIPREEL_WORKER", "The program hipreel-worker, if it is not beside hipreel or in libexec."),
    ])
    page.section("Files")
    page.list([
      (".hipreel/catalog.sqlite", "What is known about the reels, your decisions and your saved searches."),
      (".hipreel/thumbnails", "A picture of each reel."), (".hipreel/routines", "Routines of your own."),
      (".hipreel/vocabulary.yaml", "Names and exercises of your own."),
    ])
    page.section("Exit status")
    page.list(ExitStatus.meanings.map { ("\($0.status)", $0.meaning) })
    ManualPage.end("hipreel", of: &page)
    return page.text
  }

  private static let example = [
    "hipreel index ~/reels", "hipreel find movement:extension mode:stretch",
    "hipreel playlist desk-worker-reset -o desk.m3u8",
  ]

  private static func common(_ tool: ToolDescription) -> [ToolDescription.Argument] {
    (tool.command.arguments ?? []).filter { $0.shouldDisplay != false }
  }

  private static func isCommon(_ argument: ToolDescription.Argument) -> Bool {
    ["help", "version"].contains(argument.names?.last?.name)
  }

  private static func command(_ command: ToolDescription.Command, of page: inout ManualText) {
    let arguments = (command.arguments ?? []).filter { $0.shouldDisplay != false && !isCommon($0) }
    page.macro("Ss \(ManualText.escaped(command.fullName))")
    page.sentences(command.abstract ?? "")
    for paragraph in paragraphs(command.discussion ?? "") { page.paragraph(paragraph) }
    if let aliases = command.aliases, !aliases.isEmpty {
      page.paragraph("Also called \(aliases.joined(separator: ", ")).")
    }
    if !arguments.isEmpty {
      page.macro("Bl -tag -width Ds")
      for argument in arguments { option(argument, of: &page) }
      page.macro("El")
    }
    for subcommand in command.shownSubcommands { self.command(subcommand, of: &page) }
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n", omittingEmptySubsequences: true).map(String.init)
  }

  private static func option(_ argument: ToolDescription.Argument, of page: inout ManualText) {
    let value = ManualText.escaped(argument.valueName ?? "value")
    switch argument.kind {
    case .positional: page.macro("It Ar \(value)\(argument.isRepeating ? " ..." : "")")
    case .flag, .option:
      let names = (argument.names ?? []).map { $0.text.dropFirst() }.map { name in
        "Fl \(ManualText.escaped(String(name)))" + (argument.kind == .option ? " Ar \(value)" : "")
      }
      page.macro("It " + names.joined(separator: " , "))
    }
    page.sentences(argument.abstract ?? "")
    if let discussion = argument.discussion { page.sentences(discussion) }
    if let values = argument.allValues, argument.kind != .flag {
      page.sentences("One of \(values.joined(separator: ", ")).")
    }
    if let value = argument.defaultValue, argument.kind == .option { page.sentences("Default: \(value).") }
  }
}
