import ReelCatalog

extension HelpTopic {
  /// How to ask for reels.
  static let query = HelpTopic(
    name: "query", summary: "how to ask for reels",
    sections: [
      Section(
        "Terms",
        .text("A query is terms side by side; all of them must hold. `hipreel fields` lists every field."),
        .table([
          ("couch", "the word, in names, captions and notes"), ("\"hip flexor\"", "these words side by side"),
          ("switch%", "words that begin so; or 'switch*'"), ("field:value", "the field has the value"),
          ("field:one,other", "either of them"), ("field:any", "the field has some value; field:none: it has none"),
          ("field:~%bridge%", "a pattern, for text and tags; or 'field:~*bridge*'"),
          ("field:10..40", "a range; also ..40, 10.., >=10"),
          ("@name", "what a saved search asks for"),
        ])),
      Section(
        "Examples",
        .examples([
          ("hipreel find movement:extension mode:stretch duration:..60", "stretches for extension, up to a minute"),
          ("hipreel find couch stretch side:left", "words, and the left side"),
          ("hipreel find movement:any=flexion mode:stretch@0.5", "flexion in any role, a mode that is fairly sure"),
          ("hipreel find '(mode:mobility or mode:cars) -equipment:loop-band' duration-", "the longest first"),
          ("hipreel find added:-2w.. limit:20", "twenty of the last two weeks"),
          ("hipreel find 'height:>=1080' orientation:portrait", "tall and sharp"),
          ("hipreel find rating:4.. favourite:yes note:knee", "what you said of them yourself"),
          ("hipreel find tagged:no --count", "how many have no tag at all"),
          ("hipreel find status:timeout,crashed,damaged --paths", "files that could not be read"),
        ])),
      Section(
        "Putting terms together",
        .text(
          """
          and (or nothing), or (or a comma that stands alone), not (or a - before the term), and parentheses. Shells \
          take parentheses, <, >, * and ? for themselves: quote the query, or write :begin, :end, % for *, and :ge:, \
          :gt:, :le:, :lt: as in height:ge:1080.
          """),
        .text(
          """
          Sort with a field and a sign: duration- has the longest first, rating- the best, name+ goes by name. Stop with limit:20. Reels \
          whose files are gone are left out without gone:yes or gone:any.
          """)),
      Section(
        "Saved searches",
        .examples([
          ("hipreel find --save mornings mode:mobility duration:..45", "keeps the query under a name"),
          ("hipreel find @mornings level:beginner", "asks for it, beside another term"),
          ("hipreel playlist --query @mornings --minutes 3", "wherever a query can stand"),
          ("hipreel searches", "lists them; hipreel searches remove NAME forgets one"),
        ])),
    ],
    page: "docs/find.md")
}
