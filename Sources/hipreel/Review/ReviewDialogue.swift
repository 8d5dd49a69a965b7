import Glibc
import ReelCatalog
import ReelLibrary

/// Asks one question after another, and saves each answer immediately.
struct ReviewDialogue: ~Copyable {
  let folder: LibraryFolder
  let store: ReelStore
  let edits: LibraryEdits
  let own: PersonalVocabulary?
  var walk: ReviewWalk<LibraryEdits.Receipt>

  /// - Parameter items: What to ask about, in its order.
  init(_ folder: LibraryFolder, _ store: ReelStore, _ vocabulary: LibraryVocabulary, items: [ReviewItem]) {
    self.folder = folder
    self.store = store
    edits = LibraryEdits(folder)
    own = vocabulary.own
    walk = ReviewWalk(items)
  }

  /// Asks until the list, the answers or the person's patience runs out.
  mutating func run(_ input: inout some ReviewInput & ~Copyable) throws {
    while let item = walk.current {
      // Somebody else may have answered meanwhile.
      let reels = try item.reels.compactMap { id in try store.reel(named: id.text, orAt: nil, .evidence) }
        .filter(ReviewList.isAskedAbout)
      guard let reel = reels.first else {
        walk.pass()
        continue
      }
      if let group = UnnamedReels(item, reels, try NameSuggestions(store, for: reels)) {
        guard try ask(about: group, &input) else { return }
      } else {
        Messages.write(ReviewText.card(reel, number: walk.number, of: walk.count, own))
        guard try ask(about: reel, &input) else { return }
      }
    }
  }

  /// Asks about one reel until there is an answer.
  ///
  /// - Returns: Whether to go on.
  private mutating func ask(about reel: Reel, _ input: inout some ReviewInput & ~Copyable) throws -> Bool {
    let question = ReviewQuestion(reel.tagging)
    while let request = try input.request(ReviewText.prompt(question)) {
      switch request {
      case .right:
        guard try !keep(.right, about: reel, question, &input) else { return true }
      case .wrong:
        guard try !keep(.wrong, about: reel, question, &input) else { return true }
      case .exercise(let id):
        guard try !keep(.exercise(id), about: reel, question, &input) else { return true }
      case .only(let number):
        guard question.exercises.indices.contains(number - 1) else {
          try input.refuse("there is no exercise \(number) above")
          continue
        }
        let id = question.exercises[number - 1].value
        guard try !keep(.exercise(id), about: reel, question, &input) else { return true }
      case .side, .takeOut: try input.refuse("that is for groups of reels without a name")
      case .skip:
        walk.skip()
        Messages.write("  skipped; the next review asks about it again\n")
        return true
      case .undo:
        guard try !goBack(&input) else { return true }
      case .open: try open(reel, &input)
      case .help: Messages.write(ReviewText.help)
      case .again: Messages.write(ReviewText.card(reel, number: walk.number, of: walk.count, own))
      case .quit: return false
      }
    }
    return false
  }

  /// - Returns: Whether the answer was saved; if not, the person knows why.
  private mutating func keep(
    _ answer: ReviewAnswer, about reel: Reel, _ question: ReviewQuestion, _ input: inout some ReviewInput & ~Copyable
  ) throws -> Bool {
    guard let changes = answer.changes(answering: question) else {
      try input.refuse("there is nothing to confirm: e names the exercise, n says that there is none, s skips it")
      return false
    }
    do throws(LibraryError) {
      walk.answer(try edits.apply(changes, to: [reel.id]))
      Messages.write("  \(ReviewText.outcome(of: answer, to: question))\n")
      return true
    } catch {
      try refuse(error, &input)
      return false
    }
  }

  /// - Returns: Whether there was something to go back to.
  mutating func goBack(_ input: inout some ReviewInput & ~Copyable) throws -> Bool {
    let before = walk
    let (isBack, receipt) = walk.back()
    guard isBack else {
      try input.refuse("this is the first question; hipreel undo undoes earlier decisions")
      return false
    }
    do throws(LibraryError) {
      if let receipt { try edits.undo(receipt) }
      Messages.write(receipt == nil ? "  again:\n" : "  undone; again:\n")
      return true
    } catch {
      walk = before
      try refuse(error, &input)
      return false
    }
  }

  func open(_ reel: Reel, _ input: inout some ReviewInput & ~Copyable) throws {
    guard let path = reel.paths.first else { return }
    do throws(LibraryError) {
      try SystemPlayer.open(video: SystemPlayer.video(of: reel, at: path, in: folder))
      Messages.write("  opened in your player\n")
    } catch {
      try refuse(error, &input)
    }
  }

  /// Another process may be writing the catalog right now; the same key works a little later.
  func refuse(_ error: LibraryError, _ input: inout some ReviewInput & ~Copyable) throws {
    guard [.catalogInUse, .system].contains(error.code) else { throw error }
    try input.refuse((error.path.map { "\($0.text): " } ?? "") + error.message)
  }
}
