import ArgumentParser
import ReelCatalog

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Writes a note on a reel; an empty note removes it.")

  @Argument(help: "A reel (or - for names on standard input), then the note.", completion: Completions.reelFirst)
  var words: [String]

  @OptionGroup var edit: EditOptions

  func run() throws {
    try edit.run(words) { rest in
      let note = rest.joined(separator: " ")
      guard note.utf8.count <= Edit.longestNoteByteCount else {
        throw Mistake.exit("a note can have at most \(Edit.longestNoteByteCount >> 10) KiB")
      }
      return [.note(note.isEmpty ? nil : note)]
    }
  }
}
