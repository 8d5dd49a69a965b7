import ArgumentParser
import ReelCatalog
import ReelLibrary

struct VocabularyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows your own names, or everything that is known about one exercise.")

  @Argument(help: "An exercise, built in or your own.", completion: Completions.exercise)
  var exercise: String?

  @OptionGroup var catalog: CatalogOptions

  func run() throws {
    let known = try catalog.vocabulary()
    guard let exercise else { return showOwn(known.own) }
    let id = exercise.lowercased()
    guard let found = known.vocabulary.exercise(id) else {
      throw UnknownName.exit("exercise", exercise, known: known.vocabulary.exercises.map(\.id))
    }
    var table = TextTable([.left, .left])
    for (name, value) in VocabularyText.facts(found) { table.add([name, value]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private func showOwn(_ own: PersonalVocabulary?) {
    guard let own else { return StandardOutput.writeLine("no names of your own") }
    var table = TextTable([.left, .left])
    for exercise in own.exercises { table.add([exercise.id, VocabularyText.list(exercise.forms.map(\.text))]) }
    for names in own.names { table.add([names.exercise, VocabularyText.list(names.names)]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }
}
