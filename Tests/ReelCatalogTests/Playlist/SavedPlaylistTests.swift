import Testing

@testable import ReelCatalog

@Suite struct SavedPlaylistTests {
  @Test func `the last playlist counts most, then the last week, then four weeks`() throws {
    let reels = try ["a00000000001", "a00000000002", "a00000000003", "a00000000004"].map { try #require(ReelID($0)) }
    let day = 86_400
    let now = 100 * day
    func playlist(_ age: Int, _ reels: [ReelID]) -> SavedPlaylist {
      SavedPlaylist(name: "x", label: nil, routine: "r", savedUnixSeconds: now - age * day, reels: reels)
    }
    let staleness = SavedPlaylist.staleness(
      [playlist(40, [reels[3]]), playlist(9, [reels[2], reels[0]]), playlist(1, [reels[0]]), playlist(3, [reels[1]])],
      now: now)
    #expect(staleness == [reels[0]: 1000, reels[1]: 500, reels[2]: 100])
  }
}
