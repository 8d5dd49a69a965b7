import ReelCatalog

extension HelpTopic {
  /// How to ask for reels.
  static let query = HelpTopic(
    name: "query", summary: "how to ask for reels",
    sections: [
      Section(
        "Terms",
        .text("A query is one or more terms, and all of them must match. `hipreel fields` lists every field."),
        .table([
          ("couch", "the word, in names, captions and notes"), ("\"hip flexor\"", "these words next to each other"),
          ("switch%", "words that start with it; or 'switch*'"), ("field:value", "the field has the value"),
          ("field:one,other", "the field has either value"),
          ("field:any", "the field has a value; field:none if it has none"),
          ("field:~%bridge%", "a pattern, for text and tags; or 'field:~*bridge*'"),
          ("field:10..40", "a range; also ..40, 10.., >=10"),
          ("@name", "a saved search"),
        ])),
      Section(
        "Examples",
        .examples([
          ("hipreel find movement:extension mode:stretch duration:..60", "stretches for extension, up to a minute"),
          ("hipreel find couch stretch side:left", "two words, and the left side"),
          ("hipreel find movement:any=flexion mode:stretch@0.5", "flexion in any role, and fairly certainly a stretch"),
          ("hipreel find '(mode:mobility or mode:cars) -equipment:loop-band' duration-", "longest first"),
          ("hipreel find added:-2w.. limit:20", "twenty from the last two weeks"),
          ("hipreel find 'height:>=1080' orientation:portrait", "tall and sharp"),
          ("hipreel find rating:4.. favourite:yes note:knee", "your own ratings, favourites and notes"),
          ("hipreel find tagged:no --count", "how many have no tags at all"),
          ("hipreel find status:timeout,crashed,damaged --paths", "files that could not be read"),
        ])),
      Section(
        "Putting terms together",
        .text(
          """
          Use and (or nothing), or (or a comma on its own), not (or a - before the term), and parentheses. Shells give \
          parentheses, <, >, * and ? a meaning of their own: quote the query, or write :begin, :end, % for *, and :ge:, \
          :gt:, :le:, :lt: as in height:ge:1080.
          """),
        .text(
          """
          Sort with a field and a sign: duration- puts the longest first, rating- the best, and name+ sorts by name. Stop \
          with limit:20. Reels whose files are gone are left out unless you add gone:yes or gone:any.
          """)),
      Section(
        "Saved searches",
        .examples([
          ("hipreel find --save mornings mode:mobility duration:..45", "saves the query under a name"),
          ("hipreel find @mornings level:beginner", "runs it, with another term"),
          ("hipreel playlist --query @mornings --minutes 3", "it works wherever a query does"),
          ("hipreel searches", "lists them; hipreel searches remove NAME removes one"),
        ])),
    ],
    page: "docs/find.md")
}
