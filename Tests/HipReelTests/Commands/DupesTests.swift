import Foundation
import Testing
import TestSupport

@Suite struct DupesTests {
  private let folder: SampleFolder

  init() throws { folder = try SampleFolder(["Standing Hip CARs.mp4", "standing-hip-abduction.mp4"]) }

  private func copy(_ name: String, to other: String, changing byte: Int? = nil, padding: Int = 0) throws {
    var content = try Data(contentsOf: folder.url.appending(path: name))
    content.append(Data(repeating: 0, count: padding))
    if let byte { content[byte] ^= 1 }
    let target = folder.url.appending(path: other)
    try content.write(to: target)
    // Older than the run that follows, as in `SampleFolder`.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000.5)],
      ofItemAtPath: target.path(percentEncoded: false))
  }

  private func link(_ name: String, as other: String) throws {
    try FileManager.default.linkItem(at: folder.url.appending(path: name), to: folder.url.appending(path: other))
  }

  @Test func `copies are listed with what they waste, and nothing is deleted`() throws {
    try copy("Standing Hip CARs.mp4", to: "b.mp4")
    try copy("Standing Hip CARs.mp4", to: "c.mp4")
    try folder.hipreel("index", ".")
    let run = try folder.hipreel("dupes")
    #expect(run.status == 0 && run.errors == "")
    let lines = run.text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("3 paths of ") == true)
    #expect(lines.dropFirst().prefix(3) == ["  Standing Hip CARs.mp4", "  b.mp4", "  c.mp4"])
    #expect(lines.last?.hasPrefix("1 group, ") == true)
    #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "c.mp4").path(percentEncoded: false)))

    let json = try #require(
      try JSONSerialization.jsonObject(with: folder.hipreel("dupes", "--json").output) as? [String: Any])
    let size = try Data(contentsOf: folder.url.appending(path: "b.mp4")).count
    #expect(json["wastedByteCount"] as? Int == 2 * size)
    #expect((json["groups"] as? [[String: Any]])?.first?["byteCount"] as? Int == size)
  }

  @Test func `a query says where to look, and no copies end with status 1`() throws {
    try copy("Standing Hip CARs.mp4", to: "b.mp4")
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("dupes", "name:abduction").status == 1)
    #expect(try folder.hipreel("dupes", "name:abduction").errors == "hipreel: no exact copies\n")
    #expect(try folder.hipreel("dupes", "nme:x").status == 64)
    #expect(try folder.hipreel("dupes", "--yes").status == 64)
  }

  @Test func `hard links are said to be the same file and waste nothing`() throws {
    try link("Standing Hip CARs.mp4", as: "link.mp4")
    try folder.hipreel("index", ".")
    let run = try folder.hipreel("dupes")
    #expect(run.status == 0)
    #expect(run.text.contains("  link.mp4 (same file as Standing Hip CARs.mp4)\n"))
    #expect(run.text.contains("1 group, 0 B wasted"))
  }

  @Test func `files that differ only where the fingerprint does not look are told apart`() throws {
    // Both are longer than the parts that are read, and differ between the head and the middle.
    try copy("Standing Hip CARs.mp4", to: "a.mp4", padding: 1_000_000)
    try copy("a.mp4", to: "b.mp4", changing: 300_000)
    try copy("a.mp4", to: "c.mp4")
    try folder.hipreel("index", ".")
    let run = try folder.hipreel("dupes")
    #expect(run.status == 0)
    #expect(run.errors == "hipreel: b.mp4: same size and fingerprint as a.mp4, but different content\n")
    #expect(run.text.contains("2 paths of ") && !run.text.contains("b.mp4"))
  }

  @Test func `files that went away or changed are named and end with status 3`() throws {
    for name in ["b.mp4", "c.mp4", "d.mp4"] { try copy("Standing Hip CARs.mp4", to: name) }
    try folder.hipreel("index", ".")
    try FileManager.default.removeItem(at: folder.url.appending(path: "b.mp4"))
    try Data("short".utf8).write(to: folder.url.appending(path: "c.mp4"))
    let run = try folder.hipreel("dupes")
    #expect(run.status == 3)
    #expect(run.errors.contains("hipreel: b.mp4: vanished: no such file or directory\n"))
    #expect(run.errors.contains("hipreel: c.mp4: changed: "))
    #expect(run.text.contains("2 paths of ") && run.text.contains("  d.mp4\n"))
  }
}
