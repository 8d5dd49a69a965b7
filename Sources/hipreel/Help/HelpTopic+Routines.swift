extension HelpTopic {
  /// What routines are and how to write one.
  static let routines = HelpTopic(
    name: "routines", summary: "what playlists are made from",
    sections: [
      Section(
        "What a routine is",
        .text(
          """
          A routine is an ordered list of blocks. A block says what it selects (movements, modes, positions), how many \
          exercises it has, and how long each one is; other rules apply to the whole routine. 16 are built in.
          """),
        .examples([
          ("hipreel routine list", "your own and the built-in ones, with length and level"),
          ("hipreel routine show desk-worker-reset", "its blocks"),
          ("hipreel routine show desk-worker-reset --yaml", "the same, as a file"),
        ])),
      Section(
        "One of your own",
        .examples([
          ("hipreel routine copy desk-worker-reset my-reset", "a file to edit, .hipreel/routines/my-reset.yaml"),
          ("hipreel routine new my-mornings --minutes 8", "or start from two blocks"),
          ("hipreel routine check", "mistakes in your files, with line and column"),
          ("hipreel playlist my-reset", "filled from your reels"),
        ]),
        .text("A file looks like this:"),
        .lines([
          "id: evening-hips", "title: Evening hips", "total_s: 130", "tolerance_s: 10", "blocks:",
          "  - id: open", "    select: { mode: [stretch], primary_any: [extension] }", "    slots: 2",
          "    dose: { slot_s: 60, set_s: 30, transition_s: 5 }",
        ])),
      Section(
        "Without a routine",
        .examples([
          (
            "hipreel playlist --movement internal-rotation --mode mobility --minutes 5",
            "one block for each movement you ask for"
          )
        ])),
    ],
    page: "docs/PLANNER.md")
}
