import MediaFacts
import ReelCatalog
import Testing

/// What a person is asked, in which order, and what their answers come to.
@Suite struct ReviewTests {
  private func reel(
    _ number: Int, _ path: String, _ tags: [ReelCatalog.Tag] = [], edits: [Edit.Change] = [], isGone: Bool = false,
    status: FileStatus = .ok
  ) throws -> Reel {
    Reel(
      id: try #require(Sample.id(number)), paths: [PathBytes(path)], isGone: isGone, status: status, byteCount: 1,
      tagging: Tagging(tags: tags), edits: edits.map { Edit($0, editedUnixSeconds: 0) })
  }

  @Test func `reels without an exercise come first, then the ones whose exercise stands least ahead`() throws {
    let reels = [
      try reel(1, "sure.mp4", [Sample.tag(.exercise, "clamshell", nil, 970)]),
      try reel(
        2, "one of two.mp4",
        [Sample.tag(.exercise, "clamshell", nil, 900), Sample.tag(.exercise, "bird-dog", nil, 850)]),
      try reel(3, "doubtful.mp4", [Sample.tag(.exercise, "clamshell", nil, 400)]),
      try reel(4, "b nothing.mp4"),
      try reel(5, "movement.mp4", [Sample.tag(.movement, "flexion", .primary, 600)]),
      try reel(6, "a nothing.mp4", [Sample.tag(.mode, "stretch", nil, 900)]),
    ]
    let expected = ["a nothing.mp4", "b nothing.mp4", "movement.mp4", "one of two.mp4", "doubtful.mp4", "sure.mp4"]
    #expect(ReviewList.reels(of: reels).map { $0.paths[0].text } == expected)
    #expect(ReviewList.reels(of: reels.reversed()).map { $0.paths[0].text } == expected)
  }

  @Test func `equal doubts are ordered by path, then by id`() throws {
    let reels = [try reel(3, "x.mp4"), try reel(2, "x.mp4"), try reel(1, "y.mp4")]
    #expect(ReviewList.reels(of: reels).map(\.id) == [2, 3, 1].compactMap { Sample.id($0) })
  }

  @Test(
    arguments: [
      ([.acceptTag(TagName(facet: .exercise, value: "clamshell"))], false),
      ([.rejectTag(TagName(facet: .movement, value: "flexion", role: .primary))], false),
      ([.addTag(TagName(facet: .exercise, value: "clamshell"))], false),
      ([.setExercise(nil)], false),
      ([.rejectTag(TagName(facet: .exercise, value: "clamshell"))], false),
      ([.removeTag(TagName(facet: .exercise, value: "clamshell"))], true),
      ([.addTag(TagName(facet: .side, value: "left"))], true),
      ([.note("for Anna"), .favourite(true), .rating(4), .trim(startMilliseconds: 0, endMilliseconds: 900)], true),
    ] as [([Edit.Change], Bool)])
  func `only a word about the exercise or a movement is an answer`(edits: [Edit.Change], isAsked: Bool) throws {
    #expect(ReviewList.isAskedAbout(try reel(1, "x.mp4", edits: edits)) == isAsked)
  }

  @Test func `what cannot be looked at is not asked about`() throws {
    #expect(!ReviewList.isAskedAbout(try reel(1, "x.mp4", isGone: true)))
    #expect(!ReviewList.isAskedAbout(try reel(1, "x.mp4", status: .damaged)))
  }

  @Test func `an answer is about the exercises and movements, and about nothing else`() throws {
    let question = ReviewQuestion(
      Tagging(tags: [
        Sample.tag(.exercise, "clamshell"), Sample.tag(.movement, "abduction", .secondary),
        Sample.tag(.mode, "activation"),
      ]))
    let exercise = TagName(facet: .exercise, value: "clamshell")
    let movement = TagName(facet: .movement, value: "abduction", role: .secondary)
    #expect(ReviewAnswer.right.changes(answering: question) == [.acceptTag(exercise), .acceptTag(movement)])
    #expect(ReviewAnswer.wrong.changes(answering: question) == [.rejectTag(exercise), .rejectTag(movement)])
    #expect(ReviewAnswer.exercise("bird-dog").changes(answering: question) == [.setExercise("bird-dog")])
  }

  @Test func `where nothing is claimed there is nothing to say yes to, and no means no exercise`() {
    let question = ReviewQuestion(Tagging(tags: [Sample.tag(.mode, "stretch")]))
    #expect(ReviewAnswer.right.changes(answering: question) == nil)
    #expect(ReviewAnswer.wrong.changes(answering: question) == [.setExercise(nil)])
  }

  @Test func `an answer for a group gives mirrored reels the other side, also when the first was taken out`() throws {
    let ids = (1...3).compactMap { Sample.id($0) }
    let group = ReviewGroup(
      members: zip(ids, [false, true, false]).map { ReviewGroup.Member(reel: $0, isMirrored: $1) })
    func sides(_ group: ReviewGroup) -> [[Edit.Change]] {
      GroupAnswer.exercise("clamshell", side: .left).decisions(about: group, takenOut: []).map(\.changes)
    }
    func named(_ side: String) -> [Edit.Change] {
      [.setExercise("clamshell"), .addTag(TagName(facet: .side, value: side))]
    }
    #expect(sides(group) == [named("left"), named("right"), named("left")])
    #expect(sides(group.without(ids[0])) == [named("left"), named("right")])
    let rest = GroupAnswer.exercise("clamshell", side: nil).decisions(about: group.without(ids[2]), takenOut: [ids[2]])
    #expect(rest.map(\.reel) == ids)
    #expect(rest[2].changes == [.removeTag(TagName(facet: .exercise, value: "clamshell"))])
    #expect(GroupAnswer.noneOf([]).decisions(about: group).allSatisfy { $0.changes == [.setExercise(nil)] })
  }

  @Test func `groups come first, the largest first, and what the picture contradicts before the rest`() throws {
    let named = [Sample.tag(.exercise, "clamshell", nil, 970)]
    var contradicted = try reel(9, "z.mp4", named)
    contradicted.contradictsPicture = true
    let reels = try (1...5).map { try reel($0, "IMG \($0).mp4") } + [try reel(8, "a.mp4", named), contradicted]
    func group(_ numbers: [Int]) throws -> ReviewGroup {
      ReviewGroup(members: try numbers.map { ReviewGroup.Member(reel: try #require(Sample.id($0)), isMirrored: false) })
    }
    let groups = [try group([1, 2]), try group([3, 4, 5]), try group([8])]
    let items = ReviewList.items(of: reels, groups: groups)
    #expect(items.prefix(2) == [.group(groups[1]), .group(groups[0])])
    #expect(items.dropFirst(2).flatMap(\.reels) == [9, 8].compactMap { Sample.id($0) })
  }

  @Test func `a walk goes forwards with answers and back over what was passed`() throws {
    let ids = (1...4).compactMap { Sample.id($0) }
    var walk = ReviewWalk<String>(ids.map { .reel($0) })
    #expect(walk.back() == (false, nil))
    walk.pass()
    #expect(walk.back() == (false, nil))
    #expect(walk.current == .reel(ids[1]))
    walk.answer("first")
    walk.skip()
    #expect((walk.number, walk.answeredCount, walk.skippedCount, walk.leftCount) == (4, 1, 1, 1))
    walk.pass()
    #expect(walk.current == nil)
    #expect(walk.back() == (true, nil))
    #expect(walk.current == .reel(ids[2]))
    #expect(walk.back() == (true, "first"))
    #expect(walk.current == .reel(ids[1]))
    #expect(walk.answeredCount == 0)
  }
}
