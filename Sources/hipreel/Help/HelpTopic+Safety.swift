extension HelpTopic {
  /// What hipreel does with files and data.
  static let safety = HelpTopic(
    name: "safety", summary: "what happens to your files and your data",
    sections: [
      Section(
        "Your files",
        .text(
          """
          Videos are opened for reading only. hipreel writes nothing into or beside them; it writes only .hipreel in the \
          folder you index, and what -o and --bundle name. It deletes nothing and opens no network connections.
          """),
        .text(
          """
          An unplugged drive does not empty the catalog. You can interrupt a run at any point: the catalog stays valid, \
          and the next run continues. An interrupted import changes nothing.
          """)),
      Section(
        "Files from strangers",
        .text(
          """
          Every video is decoded in a separate worker process, with limits on memory, time, containers and codecs. A crash \
          or a hang costs one file, whose status then says so. Names and captions are shown with their control \
          characters escaped, and no cell of a table runs as a formula.
          """),
        .examples([
          ("hipreel find -status:ok --csv --fields path,status", "files that could not be read, and why"),
          ("hipreel index --retry-failed", "try them again"),
        ])),
      Section(
        "What you give away",
        .text(
          """
          Videos that --bundle and site --copy give away are copies with pictures, sound and title: no place, device, \
          serial number, owner, date or comment. A reel of which no such copy can be made is named. With \
          --keep-metadata, files are given as they are.
          """)),
      Section(
        "What you decide",
        .text(
          """
          Your tags, notes and stars are kept in a log, apart from what hipreel thinks: no later run overrides them, and \
          you can undo them. Where a video was filmed is recorded only with --keep-location.
          """),
        .examples([
          ("hipreel undo", "undoes what the last command decided"),
          ("hipreel rebuild --keep-edits", "rebuilds a damaged catalog with them"),
          ("hipreel export -o backup.json", "the whole catalog, with your decisions and searches"),
          ("hipreel export --redact -o numbers.json", "without names, texts, places and dates, to share"),
        ])),
      Section(
        "Health",
        .text(
          """
          Routines, profiles and the notes on what an exercise involves are not medical advice. The profile you \
          give to --avoid is named on the terminal only, never in a playlist or on a page.
          """)),
    ],
    page: "docs/SAFETY.md")
}
