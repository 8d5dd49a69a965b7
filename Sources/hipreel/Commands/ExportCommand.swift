import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the catalog as JSON, JSON lines or CSV, for other programs.",
    discussion: """
      The format is catalog/catalog.schema.json. Equal content gives equal bytes: observations, such as the day a reel was \
      first seen, are left out unless you add --with-observations. Reels are sorted by id.
      """)

  @Option(
    help: ArgumentHelp(
      "Only the reels that match; by default all, even those whose files are gone.", valueName: "query"),
    completion: Completions.query)
  var query: String?

  // A date can begin with a minus.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only reels first seen or decided about since this date, such as 2024-05-01 or -2w.", valueName: "date"))
  var since: String?

  @Flag(help: "Write one reel per line, in the same format.")
  var jsonl = false

  @Flag(help: "Write a table for spreadsheets.")
  var csv = false

  @Option(
    help: ArgumentHelp("The fields that --csv and --jsonl write, such as path,duration.", valueName: "names"),
    completion: Completions.fields)
  var fields: String?

  @Flag(help: "Write the texts behind the tags, or leave them out.")
  var evidence: EvidenceChoice = .withEvidence

  @Flag(help: "Add the day a reel was first seen, recording dates taken from file times, and subtitles.")
  var withObservations = false

  @Flag(help: "Leave out names, paths, texts, notes, dates, places and hashes, to share only numbers.")
  var redact = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    guard !(jsonl && csv) else { throw ValidationError("--jsonl and --csv cannot be used together") }
    guard fields == nil || csv || jsonl else { throw ValidationError("--fields needs --csv or --jsonl") }
    guard !(redact && withObservations) else {
      throw ValidationError("--redact and --with-observations cannot be used together")
    }
  }

  func run() throws {
    let folder = try catalog.folder()
    let store = try ReelStore(folder, for: .read)
    let now = QueryText.now()
    let selection = try selection(from: store, of: folder, at: now)
    let chosen = try fields.map { text in
      try FieldNames.reading { () throws(FieldNameError) in try FieldList.fields(text) }
    }
    let options = CatalogJSON.Options(
      withObservations: withObservations, withEvidence: evidence == .withEvidence && !redact)
    let destination = try OutputFile(output)
    if csv {
      let fields = chosen ?? FieldList.usual
      try destination.append(Array(CSVText.header(fields).utf8))
      try store.forEachReel(selection, now: now) { reel in
        try destination.append(Array(CSVText.line(reel, fields).utf8))
      }
    } else if jsonl {
      try store.forEachReel(selection, now: now) { reel in
        var json = JSONText(.inline)
        if let chosen { json.fields(chosen, of: reel) } else { json.reel(reel, options) }
        json.endLine()
        try destination.append(json.takeBytes())
      }
    } else {
      try store.export(
        selection, now: now, generator: "hipreel \(HipReelVersion.text)",
        vocabulary: LibraryVocabulary(folder).version, options: options
      ) { bytes in try destination.append(bytes) }
    }
    try destination.finish()
  }

  private func selection(
    from store: ReelStore, of folder: LibraryFolder, at now: QueryNow
  ) throws -> ExportSelection {
    var selection = ExportSelection()
    selection.query = try query.map { try QueryText.parse([$0], in: folder, store) }
    selection.isRedacted = redact
    if let since {
      guard let date = QueryDate(since) else {
        throw Mistake.exit("\(since): not a date such as 2024, 2024-05-01, yesterday or -2w")
      }
      selection.sinceUnixSeconds = date.unixSeconds(at: now).lowerBound
    }
    return selection
  }
}

/// Whether an export has the texts behind the tags.
enum EvidenceChoice: String, EnumerableFlag {
  case withEvidence, withoutEvidence
}
