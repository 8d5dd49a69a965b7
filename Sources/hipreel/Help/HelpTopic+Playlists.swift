import ReelCatalog

extension HelpTopic {
  /// How playlists are made and played.
  static let playlists = HelpTopic(
    name: "playlists", summary: "how playlists are made, and for which players",
    sections: [
      Section(
        "Make one",
        .examples([
          ("hipreel playlist desk-worker-reset", "to standard output, as m3u8"),
          ("hipreel playlist desk-worker-reset -o desk.xspf", "the file's ending says the format"),
          ("hipreel playlist desk-worker-reset --bundle for-anna", "a folder to give away: a page and the reels"),
          ("hipreel playlist desk-worker-reset --dry-run --explain", "why each reel, and what came second"),
        ]),
        .text(
          """
          The best choice of reels is taken, in this order: no gaps, the movements that the routine requires, its time, \
          its balance, the surest reels. The same folder gives the same playlist; --seed 7 another one as good.
          """)),
      Section(
        "Formats",
        .table(
          PlaylistFormat.allCases.map { ($0.rawValue, Self.purpose(of: $0)) })),
      Section(
        "Suit a person",
        .examples([
          ("hipreel playlist desk-worker-reset --equipment chair,loop-band", "what is at hand; none for nothing"),
          ("hipreel playlist desk-worker-reset --level intermediate --minutes 4", "no harder, no longer"),
          ("hipreel playlist low-back-relief --avoid hip-replacement-posterior", "leave out what a profile avoids"),
          ("hipreel playlist desk-worker-reset --query 'duration:..45'", "only among these reels"),
          ("hipreel playlist desk-worker-reset --save monday --for Anna", "note what Anna was given"),
          ("hipreel playlist desk-worker-reset --fresh --for Anna", "prefer what she did not have lately"),
        ]),
        .text("Profiles are not medical advice, and a file or page says only that something was left out.")),
      Section(
        "Gaps",
        .text(
          """
          A place that no reel fills is said on standard error, with how many came near, what stood in the way and the \
          cheapest change that would help. The playlist is written all the same, and the exit status is 20; with \
          --strict nothing is written.
          """),
        .examples([("hipreel coverage", "what the folder has, and what it lacks")])),
    ],
    page: "docs/playlists.md")

  private static func purpose(of format: PlaylistFormat) -> String {
    switch format {
    case .m3u8: "VLC, mpv, Kodi, televisions"
    case .xspf: "VLC and others, with notes"
    case .jspf: "the same as JSON"
    case .pls: "old players"
    case .edl: "mpv: one timeline, a chapter for each exercise"
    case .ffconcat: "ffmpeg, to make one video"
    case .csv: "spreadsheets"
    case .html: "the client, in a browser"
    case .json: "programs"
    }
  }
}
