import ReelCatalog
import TestSupport
import Testing

@Suite struct EditMergeTests {
  private let early = Edit(.rating(2), editedUnixSeconds: 100)
  private let late = Edit(.rating(4), editedUnixSeconds: 200)
  private let note = Edit(.note("slow"), editedUnixSeconds: 150)

  @Test func `the same edit is there once`() {
    let merge = EditMerge(ours: [early, note], theirs: [early, note], rule: .newest)
    #expect(merge.edits == [early, note] && merge.addedCount == 0 && merge.conflicts.isEmpty)
  }

  @Test(arguments: [(EditMerge.Rule.newest, 4), (.theirs, 4), (.ours, 2)])
  func `a newer word of theirs holds unless ours shall`(rule: EditMerge.Rule, stars: Int) {
    let merge = EditMerge(ours: [early], theirs: [note, late], rule: rule)
    #expect(PersonalNotes(edits: merge.edits).rating == stars)
    #expect(PersonalNotes(edits: merge.edits).note == "slow")
    #expect(merge.addedCount == 2)
    #expect(merge.conflicts.map(\.takesTheirs) == [stars == 4])
  }

  @Test(arguments: [(EditMerge.Rule.newest, 4), (.theirs, 2), (.ours, 4)])
  func `a newer word of ours holds unless theirs shall`(rule: EditMerge.Rule, stars: Int) {
    let merge = EditMerge(ours: [late], theirs: [early], rule: rule)
    #expect(PersonalNotes(edits: merge.edits).rating == stars)
    #expect(merge.conflicts.map(\.takesTheirs) == [stars == 2])
  }

  @Test func `random logs lose nothing, keep their order, and merging again adds nothing`() {
    var random = RandomReel(seed: 21)
    for _ in 0..<500 {
      let (ours, theirs) = (random.next().edits, random.next().edits)
      for rule in EditMerge.Rule.allCases {
        let merge = EditMerge(ours: ours, theirs: theirs, rule: rule)
        #expect(Set(merge.edits) == Set(ours + theirs))
        #expect(Self.isSubsequence(ours, of: merge.edits))
        #expect(merge.edits.count == ours.count + merge.addedCount)
        let again = EditMerge(ours: merge.edits, theirs: theirs, rule: rule)
        #expect(again.addedCount == 0 && again.edits == merge.edits)
      }
    }
  }

  private static func isSubsequence(_ part: [Edit], of whole: [Edit]) -> Bool {
    var rest = whole[...]
    return part.allSatisfy { edit in
      guard let index = rest.firstIndex(of: edit) else { return false }
      rest = rest[(index + 1)...]
      return true
    }
  }
}
