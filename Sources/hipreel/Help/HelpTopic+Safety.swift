extension HelpTopic {
  /// What hipreel does with files and data.
  static let safety = HelpTopic(
    name: "safety", summary: "what becomes of your files and your data",
    sections: [
      Section(
        "Your files",
        .text(
          """
          Videos are opened for reading only. hipreel writes nothing beside or into them: only .hipreel in the folder \
          that is indexed, and what -o and --bundle name. It deletes nothing and opens no network connection.
          """),
        .text(
          """
          An unplugged drive does not empty the catalog, and a run may be interrupted at any point: the catalog stays \
          valid, and the next run goes on. An import that is interrupted has changed nothing.
          """)),
      Section(
        "Files from strangers",
        .text(
          """
          Every video is decoded in a worker process of its own kind, with limits on memory, time, containers and \
          codecs; one that crashes or hangs costs one file, which then has a status. Names and captions are shown with \
          their control characters escaped, and no cell of a table runs as a formula.
          """),
        .examples([
          ("hipreel find -status:ok --csv --fields path,status", "files that could not be read, and why"),
          ("hipreel index --retry-failed", "try them again"),
        ])),
      Section(
        "What you decide",
        .text(
          """
          Your tags, notes and stars are a log beside what the tool thinks: they hold against every later run, and can \
          be taken back. Where a video was filmed is forgotten without --keep-location.
          """),
        .examples([
          ("hipreel undo", "takes back what the last command decided"),
          ("hipreel rebuild --keep-edits", "makes a damaged catalog anew with them"),
          ("hipreel export -o backup.json", "the whole catalog, with your decisions and searches"),
          ("hipreel export --redact -o numbers.json", "without names, texts, places and dates, for sharing"),
        ])),
      Section(
        "Health",
        .text(
          """
          Routines, profiles and the notes on what an exercise involves are not medical advice. A profile that somebody \
          avoids things by is named on the terminal only, never in a playlist or a page.
          """)),
    ],
    page: "docs/SAFETY.md")
}
