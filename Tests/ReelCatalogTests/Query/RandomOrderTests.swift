import ReelCatalog
import TestSupport
import Testing

@Suite struct RandomOrderTests {
  @Test func `a random order is one order for a seed, another for another, and leaves nobody out`() throws {
    var random = RandomReel(seed: 8)
    let reels = random.reels(60)
    let now = QueryNow(unixSeconds: 0, secondsFromUTC: 0)
    let query = try Query("sort:random gone:any")
    let one = query.seeded(1).results(reels, now: now).map(\.id)
    #expect(query.seeded(1).results(reels.reversed(), now: now).map(\.id) == one)
    let other = query.seeded(2).results(reels, now: now).map(\.id)
    #expect(one != other)
    #expect(Set(one) == Set(reels.map(\.id)) && Set(other) == Set(one))
  }

  @Test func `a seed changes no other order`() throws {
    let query = try Query("duration- sort:name")
    #expect(query.seeded(3).order.map(\.key) == [.duration, .name])
    var random = RandomReel(seed: 9)
    let reels = random.reels(30)
    #expect(query.seeded(3).sorted(reels) == query.sorted(reels))
  }

  @Test func `the first of a random order are spread over all`() throws {
    // Of 1,000 reels each is among the first hundred of about a tenth of the seeds.
    let ids = (0..<1000).map { "reel \($0)" }
    var counts = [Int](repeating: 0, count: ids.count)
    for seed in 0..<200 {
      let order = ids.indices.sorted { QueryOrder.draw(ids[$0], seed: seed) < QueryOrder.draw(ids[$1], seed: seed) }
      for index in order.prefix(100) { counts[index] += 1 }
    }
    #expect(counts.allSatisfy { (2...50).contains($0) })
  }
}
