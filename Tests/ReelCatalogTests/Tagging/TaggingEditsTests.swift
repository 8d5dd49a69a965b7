import ReelCatalog
import Testing

@Suite struct TaggingEditsTests {
  private let match = Match(evidence: 0, span: 0..<4, entry: "exercise:clamshell", weight: 900)

  private var machine: Tagging {
    Tagging(tags: [
      tag(.exercise, "clamshell"), tag(.movement, "abduction", .primary), tag(.movement, "abduction", .control),
      tag(.mode, "activation"),
    ])
  }

  private func tag(_ facet: Facet, _ value: String, _ role: MovementRole? = nil) -> ReelCatalog.Tag {
    ReelCatalog.Tag(facet: facet, value: value, role: role, confidence: Confidence(permille: 800), matches: [match])
  }

  private func names(_ tagging: Tagging) -> [String] {
    tagging.tags.map { [$0.facet.rawValue, $0.role?.rawValue, $0.value].compactMap { $0 }.joined(separator: ":") }
  }

  @Test(
    arguments: [
      ([.addTag(TagName(facet: .mode, value: "stretch"))], ["mode:stretch", "mode:activation"]),
      ([.rejectTag(TagName(facet: .mode, value: "activation"))], []),
      (
        [.addTag(TagName(facet: .mode, value: "stretch")), .removeTag(TagName(facet: .mode, value: "stretch"))],
        ["mode:activation"]
      ),
      (
        [.removeTag(TagName(facet: .mode, value: "activation")), .addTag(TagName(facet: .mode, value: "activation"))],
        ["mode:activation"]
      ),
    ] as [([Edit.Change], [String])])
  func `the last word on a tag holds`(changes: [Edit.Change], modes: [String]) {
    let edited = machine.applying(changes.map { Edit($0, editedUnixSeconds: 0) })
    #expect(names(edited).filter { $0.hasPrefix("mode") } == modes)
    #expect(edited.applying(changes.map { Edit($0, editedUnixSeconds: 0) }) == edited)
  }

  @Test func `a movement without a role is added as primary and taken away in every role`() {
    let added = machine.applying([Edit(.addTag(TagName(facet: .movement, value: "flexion")), editedUnixSeconds: 0)])
    #expect(added.movements(.primary) == [.flexion, .abduction])
    let removed = machine.applying([
      Edit(.removeTag(TagName(facet: .movement, value: "abduction")), editedUnixSeconds: 0)
    ])
    #expect(names(removed) == ["exercise:clamshell", "mode:activation"])
    let control = TagName(facet: .movement, value: "abduction", role: .control)
    #expect(machine.applying([Edit(.removeTag(control), editedUnixSeconds: 0)]).movements(.primary) == [.abduction])
  }

  @Test func `an accepted tag is certain and keeps its matches, an added one has none`() {
    let accepted = machine.applying([
      Edit(.acceptTag(TagName(facet: .exercise, value: "clamshell")), editedUnixSeconds: 0),
      Edit(.addTag(TagName(facet: .level, value: "beginner")), editedUnixSeconds: 0),
    ])
    #expect(accepted.tags.first?.confidence == .certain)
    #expect(accepted.tags.first?.matches == [match])
    #expect(accepted.tags.last == ReelCatalog.Tag(facet: .level, value: "beginner", confidence: .certain, matches: []))
  }

  @Test func `a chosen exercise is the only one until another is added`() {
    let chosen = Edit(.setExercise("fire-hydrant"), editedUnixSeconds: 0)
    #expect(machine.applying([chosen]).values(.exercise) == ["fire-hydrant"])
    let added = Edit(.addTag(TagName(facet: .exercise, value: "clamshell")), editedUnixSeconds: 1)
    #expect(machine.applying([chosen, added]).values(.exercise) == ["clamshell", "fire-hydrant"])
    #expect(machine.applying([added, chosen, Edit(.setExercise(nil), editedUnixSeconds: 2)]).exercise == nil)
  }

  @Test func `notes, favourite, rating and trim are read off the log`() {
    let changes: [Edit.Change] = [
      .note("first"), .favourite(true), .rating(4), .trim(startMilliseconds: 500, endMilliseconds: nil),
      .note("second"),
      .rating(nil),
    ]
    let notes = PersonalNotes(edits: changes.map { Edit($0, editedUnixSeconds: 0) })
    #expect(notes.note == "second" && notes.isFavourite && notes.rating == nil)
    #expect(notes.startMilliseconds == 500 && notes.endMilliseconds == nil)
  }

  @Test(
    arguments: [
      .addTag(TagName(facet: .mode, value: "stretch")), .removeTag(TagName(facet: .movement, value: "flexion")),
      .acceptTag(TagName(facet: .movement, value: "flexion", role: .control)),
      .rejectTag(TagName(facet: .side, value: "left")), .setExercise("clamshell"), .setExercise(nil),
      .trim(startMilliseconds: 0, endMilliseconds: 5000), .trim(startMilliseconds: nil, endMilliseconds: nil),
      .note("a"),
      .note(nil), .favourite(true), .favourite(false), .rating(5), .rating(nil),
    ] as [Edit.Change])
  func `a change goes to a row and back`(change: Edit.Change) {
    #expect(EditFields(change).change == change)
  }

  @Test(arguments: [
    EditFields(action: .addTag), EditFields(action: .addTag, facet: .mode),
    EditFields(action: .addTag, facet: .mode, value: ""),
    EditFields(action: .addTag, facet: .mode, value: "stretch", role: .primary), EditFields(action: .rating, number: 6),
    EditFields(action: .favourite), EditFields(action: .favourite, number: 2), EditFields(action: .note, text: ""),
    EditFields(action: .trim, number: 5, endNumber: 5), EditFields(action: .trim, number: -1),
    EditFields(action: .note, number: 1), EditFields(action: .setExercise, value: ""),
  ])
  func `a row that makes no sense is no change`(fields: EditFields) {
    #expect(fields.change == nil)
  }
}
