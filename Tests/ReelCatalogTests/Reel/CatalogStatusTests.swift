import ReelCatalog
import Testing

@Suite struct CatalogStatusTests {
  @Test func `a tagged reel is the same in the numbers and in a query`() throws {
    let reels = try [[Sample.tag(.side, "left")], [Sample.tag(.exercise, "clamshell")], []].map { tags in
      try Sample.reel(tags: tags)
    }
    let now = QueryNow(unixSeconds: 0)
    let (tagged, untagged) = (try Query("tagged:yes"), try Query("tagged:no"))
    let status = CatalogStatus(reels)
    #expect(status.tagged == 2 && status.tagged == reels.count { tagged.matches($0, now: now) })
    #expect(status.reels - status.tagged == reels.count { untagged.matches($0, now: now) })
  }
}
