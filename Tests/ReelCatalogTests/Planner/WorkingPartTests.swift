import MediaFacts
import ReelCatalog
import Testing

/// Playing a reel from its first repetition to its last, and plans that take guesses.
@Suite struct WorkingPartTests {
  private static func reel(part: ClosedRange<Int>?, edits: [Edit.Change] = [], tags: [ReelCatalog.Tag] = []) throws
    -> Reel
  {
    let size = try #require(PixelSize(width: 360, height: 640))
    let id = try #require(ReelID("0123456789ab"))
    let seen = Seen(
      part: 0...12_000, workingPart: part,
      exercises: [Seen.Likeness(exercise: "glute-bridge", permille: 700, clipCount: 19)])
    return Reel(
      id: id, paths: [PathBytes("IMG_1.MP4")], status: .ok, byteCount: 1,
      video: VideoFacts(
        container: "mov", durationMilliseconds: 12_000, displaySize: size, codedSize: size, rotation: 0,
        videoCodec: "h264"),
      tagging: Tagging(tags: tags), edits: edits.map { Edit($0, editedUnixSeconds: 1) }, seen: seen)
  }

  @Test func `the working part plays only where it is wanted, and the person's trim wins`() throws {
    let reel = try Self.reel(part: 2_000...9_000)
    #expect(reel.playableRange == 0..<12_000)
    #expect(reel.playingWorkingPart.playableRange == 2_000..<9_000)
    let trimmed = try Self.reel(part: 2_000...9_000, edits: [.trim(startMilliseconds: 1_000, endMilliseconds: nil)])
    #expect(trimmed.playingWorkingPart.playableRange == 1_000..<12_000)
    // Too short to be worth playing, beyond the end, or unknown.
    #expect(try Self.reel(part: 2_000...2_500).playingWorkingPart.playableRange == 0..<12_000)
    #expect(try Self.reel(part: 20_000...30_000).playingWorkingPart.playableRange == 0..<12_000)
    #expect(try Self.reel(part: nil).playingWorkingPart.playableRange == 0..<12_000)
  }

  @Test func `a routine says which part it plays`() throws {
    let text = """
      id: small
      title: Small
      total_s: 65
      part: working
      blocks:
      - id: one
        select: {mode: [stretch]}
        dose: {slot_s: 60}
      """
    let routine = try RoutineYAML.routine(from: text)
    #expect(routine.part == .working)
    #expect(try RoutineYAML.routine(from: RoutineYAML.text(of: routine)) == routine)
    #expect(try RoutineLiteral.routines(from: RoutineLiteral.text(for: [routine])) == [routine])
    #expect(try routine.renamed("other").part == .working)
    #expect(try RoutineRescaling(of: routine, toSeconds: 60).routine.part == .working)
    #expect(throws: RoutineError.self) {
      try RoutineYAML.routine(from: text.replacing("part: working", with: "part: best"))
    }
  }

  @Test func `a guess gives what the exercise is, and nothing that a person denied`() throws {
    let guessed = try Self.reel(part: nil).takingSuggestions(from: .standard)
    #expect(guessed.tagging.exercise == "glute-bridge" && guessed.tagging.movements(.primary) == [.extension])
    #expect(guessed.tagging.tags.allSatisfy { $0.confidence <= Confidence(permille: 500) })
    let denied = try Self.reel(
      part: nil, edits: [.rejectTag(TagName(facet: .exercise, value: "glute-bridge"))])
    #expect(denied.takingSuggestions(from: .standard).tagging.exercise == nil)
    // What the picture says for sure rules out an exercise for something else.
    let other = try Self.reel(
      part: nil,
      tags: [
        ReelCatalog.Tag(
          facet: .movement, value: "flexion", role: .primary, confidence: Confidence(permille: 950), matches: [])
      ])
    #expect(other.takingSuggestions(from: .standard).tagging.exercise == nil)
    // Words that name an exercise are no place for a guess.
    let named = try Self.reel(
      part: nil,
      tags: [ReelCatalog.Tag(facet: .exercise, value: "clamshell", confidence: Confidence(permille: 900), matches: [])])
    #expect(named.takingSuggestions(from: .standard).tagging.values(.exercise) == ["clamshell"])
  }
}
