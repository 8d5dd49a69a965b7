import Foundation
import HTTPTypes
import ReelCatalog
import ReelGallery
import ReelLibrary

/// Reels without a name, and what the person says of them.
extension LiveGallery {
  /// How many exercises are suggested: what the number keys of a page reach without a second look.
  private static let suggestionCount = 5

  /// All questions, as JSON.
  func groups() throws -> [UInt8] {
    let items = try questions()
    return try current().gallery.questions(items)
  }

  /// What reels that are asked about together may be, as JSON; nil if the pages do not show one of them.
  func likely(of ids: [ReelID]) throws -> [UInt8]? {
    let shown = try current()
    let reels = ids.compactMap { shown.reels[$0] }
    guard reels.count == ids.count else { return nil }
    let names = try NameSuggestions(ReelStore(folder, for: .read), for: reels)
    let suggestions = names.exercises(for: reels, limit: Self.suggestionCount)
    return shown.gallery.possibilities(of: reels, suggestions)
  }

  /// Names reels, if need be with a new exercise, and returns what they look like now.
  ///
  /// - Throws: `Refusal` for what the pages would not send and for a name that cannot be one, `LibraryError` when the
  ///   catalog cannot be changed now.
  func name(_ body: Data) throws -> [UInt8] {
    let document: NamingDocument
    do { document = try NamingDocument(body) } catch { throw Refusal(.badRequest, "\(error)") }
    let known = try current().reels
    let all = document.group.members.map(\.reel) + document.takenOut
    guard all.allSatisfy({ known[$0] != nil }) else { throw Refusal(.badRequest, "there is no such reel") }
    let answer: GroupAnswer
    switch document.said {
    case .answer(let said): answer = said
    case .new(let draft, let side): answer = .exercise(try added(draft), side: side)
    }
    let decisions = answer.decisions(about: document.group, takenOut: document.takenOut)
    let vocabulary = LibraryVocabulary(folder).vocabulary
    guard decisions.allSatisfy({ $0.changes.allSatisfy(vocabulary.knows) }) else {
      throw Refusal(.badRequest, "there is no such exercise")
    }
    let receipt = try LibraryEdits(folder).apply(decisions)
    answers.append((receipt, all))
    var named: String?
    if case .exercise(let exercise, _) = answer { named = exercise }
    let shown = try current()
    return shown.gallery.answer(
      about: all.compactMap { shown.reels[$0] }, decision: answers.count - 1, named: named)
  }

  private func added(_ draft: ExerciseDraft) throws -> String {
    do { return try LibraryOwnNames(folder).add(draft) } catch let refusal as LibraryOwnNames.Refusal {
      let place = refusal.path.map { "\($0.lastComponent.text): " } ?? ""
      throw Refusal(.unprocessableContent, place + refusal.reason)
    }
  }

  /// Takes back one answer of this run, whatever was decided since, and nothing else.
  func undo(_ body: Data) throws -> [UInt8] {
    guard let number = try? JSONDecoder().decode([String: Int].self, from: body)["decision"],
      answers.indices.contains(number)
    else { throw Refusal(.badRequest, "there is no such answer") }
    try LibraryEdits(folder).undo(answers[number].receipt)
    let shown = try current()
    return shown.gallery.answer(about: answers[number].reels.compactMap { shown.reels[$0] })
  }

  private func questions() throws -> [ReviewItem] {
    let shown = try current()
    if let questions = shown.questions { return questions }
    let reels = shown.gallery.reels
    let groups = try ReelStore(folder, for: .read).unnamedGroups(of: reels)
    let unnamed = Set(reels.filter(ReviewList.isUnnamed).map(\.id))
    let questions = ReviewList.items(of: reels, groups: groups).filter { item in
      item.reels.allSatisfy(unnamed.contains)
    }
    keep(questions)
    return questions
  }
}
