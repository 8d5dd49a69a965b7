import ReelLibrary

extension HelpTopic {
  /// What hipreel leaves out of a folder.
  static let folders = HelpTopic(
    name: "folders", summary: "what is skipped in a folder, and how to skip more",
    sections: [
      Section(
        "What is skipped",
        .text(
          """
          Names that start with a dot, links, and the names below: they belong to systems and programs, not to you. \
          hipreel counts what it skips. If you name such a folder yourself, as in hipreel index '#recycle', it is indexed. \
          In the lists below 9 stands for a digit and / ends the name of a folder.
          """),
        .examples([
          ("hipreel status --skipped", "lists what is skipped here, and why")
        ])),
      Section(
        "To skip more",
        .text(
          """
          Patterns are those of .gitignore: a name is skipped wherever it is, a pattern with a slash counts from the folder \
          that you index, * stands for any part of a name, ** for any folders, a slash at the end for folders only, and ! \
          takes back what an earlier pattern skipped. The last pattern that matches decides.
          """),
        .examples([
          ("hipreel index . --exclude 'raw_*'", "skip these names, in this run and in later ones"),
          ("hipreel index . --exclude clients/old", "skip one folder"),
          ("hipreel index . --exclude '!*.bak'", "read what the table below skips"),
          ("hipreel index . --forget-excludes", "forget the patterns of earlier runs"),
          ("hipreel status", "show the patterns in force"),
        ]),
        .text(
          """
          A file called .hipreelignore does the same for the folder that it is in, one pattern a line; lines that start with \
          # are comments. --exclude wins over it.
          """)),
    ]
      + LitterName.Kind.allCases.map { kind in
        Section(
          kind.meaning.prefix(1).uppercased() + kind.meaning.dropFirst(),
          .examples(rows(of: kind)))
      }
      + [
        Section(
          "Copies and companions",
          .text(
            """
            Backups and conflict copies are indexed: a reel with several paths is shown at the one that was there first and \
            is no such copy, and every path answers a query. The moving half of a photo and the small proxies of cameras \
            are indexed, too, and left out of plans; kind:live-photo and kind:proxy find them.
            """))
      ],
    page: "docs/index-a-folder.md")

  /// The programs of one kind, each with its names.
  private static func rows(of kind: LitterName.Kind) -> [(command: String, meaning: String)] {
    var programs: [String] = []
    var names: [String: [String]] = [:]
    for name in LitterName.all where name.kind == kind {
      if names[name.program] == nil { programs.append(name.program) }
      names[name.program, default: []].append(shown(name.pattern))
    }
    return programs.map { ($0, names[$0, default: []].joined(separator: ", ")) }
  }

  /// A pattern as a person reads it.
  private static func shown(_ pattern: String) -> String {
    pattern.replacing("[a-z0-9]*", with: "*").replacing("[0-9]", with: "9").replacing("[0-9a-f]", with: "9")
  }
}
