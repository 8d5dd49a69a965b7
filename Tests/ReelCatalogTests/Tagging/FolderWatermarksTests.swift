import ReelCatalog
import Testing

/// Which lines of a folder's pictures are marks of whoever made them.
@Suite struct FolderWatermarksTests {
  private func watermarks(_ reels: [[String]]) throws -> Set<String> {
    let read = try reels.map { lines in OnScreen(lines: try lines.map { try ScreenSample.line($0) }) }
    return FolderWatermarks.lines(of: read, tagger: .standard)
  }

  private let drills = [
    "Clamshell", "Glute Bridge", "Dead Bug", "Couch Stretch", "Frog Stretch", "Hip Airplane", "Cossack Squat",
    "Cat-Cow",
  ]

  @Test func `a brand on most of the pictures is a watermark`() throws {
    let reels = drills.map { [$0, "HIP MOBILITY CLUB"] }
    #expect(try watermarks(reels) == ["hip mobility club"])
    #expect(try watermarks(Array(reels.prefix(4))) == ["hip mobility club"])
    #expect(try watermarks(Array(reels.prefix(3))).isEmpty)
    #expect(try watermarks(reels + Array(repeating: [], count: 8)).isEmpty)
    #expect(try watermarks(reels + Array(repeating: [], count: 7)) == ["hip mobility club"])
  }

  @Test func `takes of one exercise keep its name`() throws {
    #expect(try watermarks(Array(repeating: ["Clamshell"], count: 5)).isEmpty)
    #expect(try watermarks(Array(repeating: ["CLAMSHELL", "3 x 12 each side"], count: 40)).isEmpty)
  }

  @Test func `a name beside other names is a brand`() throws {
    let reels = drills.map { [$0, "BIRD DOG"] }
    #expect(try watermarks(reels) == ["bird dog"])
    // Too few to be sure.
    #expect(try watermarks(Array(reels.prefix(7))).isEmpty)
  }

  @Test func `a dose is none, and a line counts once for each reel`() throws {
    #expect(try watermarks(drills.map { [$0, "3 x 12"] }).isEmpty)
    #expect(try watermarks([["my hips", "my hips", "my hips", "my hips"], []]).isEmpty)
    #expect(try watermarks([]).isEmpty)
  }
}
