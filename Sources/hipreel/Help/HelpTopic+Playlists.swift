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
          ("hipreel playlist desk-worker-reset -o desk.xspf", "the file's extension sets the format"),
          ("hipreel playlist desk-worker-reset --bundle for-anna", "a folder to give away, with a page and the reels"),
          ("hipreel playlist desk-worker-reset --dry-run --explain", "why each reel, and what came second"),
        ]),
        .text(
          """
          The best choice of reels wins, judged in this order: no gaps, the movements that the routine requires, its time, \
          its balance, the most certain reels. The same folder always gives the same playlist; --seed 7 gives another \
          that is just as good.
          """)),
      Section(
        "Formats",
        .table(
          PlaylistFormat.allCases.map { ($0.rawValue, Self.purpose(of: $0)) })),
      Section(
        "Suit a person",
        .examples([
          ("hipreel playlist desk-worker-reset --equipment chair,loop-band", "what is at hand, or none"),
          ("hipreel playlist desk-worker-reset --level intermediate --minutes 4", "no harder, no longer"),
          ("hipreel playlist low-back-relief --avoid hip-replacement-posterior", "leave out what a profile avoids"),
          ("hipreel playlist desk-worker-reset --query 'duration:..45'", "only from these reels"),
          ("hipreel playlist desk-worker-reset --save monday --for Anna", "record what you gave Anna"),
          ("hipreel playlist desk-worker-reset --fresh --for Anna", "prefer what she has not had lately"),
        ]),
        .text(
          """
          What a profile warns of is said beside each reel that involves it, on the terminal and on the client's page. If \
          a doctor comes first, nothing is planned and the exit status is 21. Profiles are not medical advice, and no \
          file or page names one.
          """)),
      Section(
        "Gaps",
        .text(
          """
          A place that no reel fills is reported on standard error, with how many came close, what ruled them out and the \
          smallest change that would help. The playlist is written anyway, and the exit status is 20; with --strict \
          nothing is written.
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
