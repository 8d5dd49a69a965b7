import ArgumentParser
import ReelCatalog
import ReelLibrary

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Shows why a reel has its tags: each tag with the words, or the picture, it is based on.",
    discussion: """
      --text tags a text as if it were a caption, and needs no catalog. --jsonl reads rows {"id","text","kind"} from \
      standard input and writes {"id","movements","secondary","modes","exercise","confidence"} for each.
      """)

  @Argument(help: "A reel: its path, its id, or the start of its id.", completion: Completions.reel)
  var reel: String?

  @Option(help: "Tag this text instead of a reel.")
  var text: String?

  @Option(help: "What the text is: title, filename, caption, subtitles or screen.")
  var kind: TextKind = .caption

  @Flag(help: "Tag rows from standard input instead of a reel.")
  var jsonl = false

  @Flag(help: "Write one JSON document: the texts, and each tag with the places that matched.")
  var json = false

  @Flag(help: "Show what was seen in the reel's picture: the numbers, and the labelled clips that move most alike.")
  var explainSeen = false

  @OptionGroup var catalog: CatalogOptions

  func validate() throws {
    if explainSeen, reel == nil || json { throw ValidationError("--explain-seen is for one reel, without --json") }
    guard [reel != nil, text != nil, jsonl].count(where: { $0 }) == 1 else {
      throw ValidationError("name one reel, or give --text, or --jsonl")
    }
  }

  func run() throws {
    let vocabulary = try catalog.vocabulary()
    if jsonl { return try tagRows(with: vocabulary.tagger()) }
    let own = vocabulary.own
    if let text {
      let tagger = vocabulary.tagger()
      return show(
        tagger.tagging(text: text, kind: kind),
        evidence: [Evidence(source: kind == .filename ? .filename : .sidecar, text: text)],
        own, naming: { _ in kind.rawValue })
    }
    let lookup = try ReelLookup(catalog.folder())
    let found = try lookup.reel(reel ?? "")
    if !json { StandardOutput.writeLine(TerminalText.escaping("\(found.paths.first?.text ?? "")  \(found.id)")) }
    show(found.tagging, evidence: found.evidence, own, naming: WhyText.source)
    if explainSeen { return try explain(found) }
    guard !json else { return }
    let alike = try SeenText.alike(found, naming: lookup.name).map { [$0] } ?? []
    for line in SeenText.lines(found) + alike { StandardOutput.writeLine(TerminalText.escaping(line)) }
  }

  private func explain(_ reel: Reel) throws {
    guard let reading = try LibraryPictures(catalog.folder()).reading(of: reel.id) else {
      StandardOutput.writeLine("nobody has looked at this picture: run hipreel index")
      return
    }
    for line in SeenText.lines(reel) + SeenText.explanation(reading) {
      StandardOutput.writeLine(TerminalText.escaping(line))
    }
  }

  private func show(
    _ tagging: Tagging, evidence: [Evidence], _ own: PersonalVocabulary?, naming name: (Evidence) -> String
  ) {
    if json {
      var text = JSONText()
      text.object { json in
        json.evidence(evidence)
        json.tags(tagging)
      }
      text.endLine()
      return StandardOutput.write(text.takeBytes())
    }
    guard !tagging.tags.isEmpty else {
      StandardOutput.writeLine("no tags: none of these texts names an exercise, a movement or a mode")
      for item in evidence {
        StandardOutput.writeLine(TerminalText.escaping("  \(name(item)): \(item.text)"))
      }
      return
    }
    var table = TextTable([.left, .left, .right, .fill])
    for tag in tagging.tags {
      table.add([
        tag.facet.rawValue, tag.value + (tag.role.map { " (\($0.rawValue))" } ?? ""),
        HumanText.percent(tag.confidence), WhyText.because(tag, evidence, own, naming: name),
      ])
    }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private func tagRows(with tagger: Tagger) throws {
    var number = 0
    while let line = readLine() {
      number += 1
      guard !line.isEmpty else { continue }
      do {
        StandardOutput.writeLine(try TaggedLine(row: line, tagger: tagger).json())
      } catch {
        Messages.say("standard input: line \(number): \(error)")
        throw ExitCode(ExitStatus.nothingDone)
      }
    }
  }
}
