import Testing

@testable import hipreel_gallery

@Suite struct ByteRangeTests {
  @Test(
    arguments: [
      (nil, .whole), ("bytes=0-0", .part(ByteRange(first: 0, last: 0))),
      ("bytes=0-", .part(ByteRange(first: 0, last: 99))), ("bytes=10-19", .part(ByteRange(first: 10, last: 19))),
      ("bytes=90-500", .part(ByteRange(first: 90, last: 99))), ("bytes=-5", .part(ByteRange(first: 95, last: 99))),
      ("bytes=-500", .part(ByteRange(first: 0, last: 99))), ("bytes=99-99", .part(ByteRange(first: 99, last: 99))),
      ("bytes=100-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=99999999999999999999-", .unsatisfiable),
      ("bytes=0-99999999999999999999", .part(ByteRange(first: 0, last: 99))),
      ("bytes=9-3", .whole), ("bytes=-", .whole), ("bytes=", .whole), ("bytes=0-1,5-6", .whole), ("bytes=0--1", .whole),
      ("bytes= 0-1", .whole), ("bytes=+1-2", .whole), ("bytes=0x1-2", .whole), ("items=0-1", .whole), ("", .whole),
      ("bytes=" + String(repeating: "0", count: 100) + "-", .whole),
    ] as [(String?, ByteRange.Request)])
  func `a header asks for a part of a file of 100 bytes`(header: String?, request: ByteRange.Request) {
    #expect(ByteRange.request(header, ofByteCount: 100) == request)
  }

  @Test func `nothing of an empty file can be asked for`() {
    #expect(ByteRange.request("bytes=0-", ofByteCount: 0) == .unsatisfiable)
    #expect(ByteRange.request("bytes=-1", ofByteCount: 0) == .unsatisfiable)
    #expect(ByteRange.request(nil, ofByteCount: 0) == .whole)
  }
}
