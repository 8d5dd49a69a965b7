import ReelCatalog
import Testing

@Suite struct OSHashTests {
  @Test(
    arguments: [
      (0, "0000000000000000"), (255, "00000000000000ff"), (.max, "ffffffffffffffff"),
      (0x8E24_5D96_79D3_1E12, "8e245d9679d31e12"),
    ] as [(UInt64, String)])
  func `a hash is sixteen small digits, and comes back`(hash: UInt64, text: String) {
    #expect(OSHash.text(hash) == text && OSHash.value(text) == hash)
  }

  @Test(arguments: [
    "", "ff", "8E245D9679D31E12", "8e245d9679d31e120", "8e245d9679d31e1", "8e245d9679d31e1g", "+e245d9679d31e12",
  ])
  func `any other text is no hash`(text: String) { #expect(OSHash.value(text) == nil) }
}

@Suite struct TagDifferenceTests {
  private static func difference(_ before: [ReelCatalog.Tag], _ now: [ReelCatalog.Tag]) -> TagDifference {
    TagDifference(from: Tagging(tags: before), to: Tagging(tags: now))
  }

  @Test func `a role tells two movements apart`() {
    let (one, other) = (Sample.tag(.movement, "flexion", .primary), Sample.tag(.movement, "flexion", .secondary))
    let difference = Self.difference([one], [other])
    #expect(difference.gained == [other] && difference.lost == [one] && difference.moved.isEmpty)
    #expect(Self.difference([one, other], [other, one]).isEmpty)
  }

  @Test(arguments: [(900, 900, false), (900, 949, false), (900, 950, true), (900, 851, false), (900, 850, true)])
  func `a confidence that moves far enough is told`(before: Int, now: Int, isTold: Bool) {
    let tags = [before, now].map { Sample.tag(.mode, "stretch", nil, $0) }
    let difference = Self.difference([tags[0]], [tags[1]])
    #expect(difference.moved.map(\.before) == (isTold ? [tags[0].confidence] : []))
    #expect(difference.moved.map(\.tag) == (isTold ? [tags[1]] : []) && difference.isEmpty == !isTold)
  }
}
