import Foundation
import Testing
import TestSupport

/// Names that trip other tools, through every command.
@Suite struct OddNameTests {
  private static let names: [[UInt8]] =
    [
      "spaces in a name.mp4", " leading.mp4", "🦵 leg day 💪.mp4", "#9090 #hip.mp4", "100% hip%41.mp4", "line\nbreak.mp4",
      "-v.mp4", "--help.mp4", "http:x.mp4", "concat:a|b.mp4", "still%03d.mp4", "quote'\".mp4", "tab\there.mp4",
      "\u{202E}4pm.mp4", "cafe\u{301}.mp4", "café.mp4", "esc\u{1B}[31m.mp4", "a;b,c&d.mp4", "~tilde.mp4",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE] + Array(" raw.mp4".utf8)]

  private func folder() throws -> SampleFolder {
    let folder = try SampleFolder([])
    let sample = try Data(contentsOf: Checkout.media.appending(path: "Puente de glúteos.mp4"))
    for (number, name) in Self.names.enumerated() {
      // Bytes after the last box make each file's content its own.
      try RawName.write(sample + Data("free \(number)".utf8), to: name, in: folder.url)
    }
    return folder
  }

  @Test func `every name is indexed, listed as its bytes, and found again by them`() throws {
    let folder = try folder()
    let run = try folder.hipreel("index", ".")
    #expect(run.text == "\(Self.names.count) new, 0 changed, 0 moved, 0 unchanged, 0 gone, 0 failed\n")
    #expect(run.errors == "")
    let listed = try folder.hipreel("find", "-0").output.split(separator: 0).map { Array($0) }
    #expect(Set(listed) == Set(Self.names))
    let again = try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(again.text == "0 new, 0 changed, 0 moved, \(Self.names.count) unchanged, 0 gone, 0 failed\n")
  }

  @Test func `nothing in a name reaches a person's terminal as a command`() throws {
    let folder = try folder()
    try folder.hipreel("index", ".")
    for arguments in [["find"], ["status"], ["coverage"]] {
      let run = try Tool.run("hipreel", arguments, in: folder.url)
      let controls = run.output.filter { $0 < 0x20 && $0 != UInt8(ascii: "\n") }
      #expect(controls.isEmpty)
      #expect(!run.text.unicodeScalars.contains("\u{202E}"))
    }
    let table = try folder.hipreel("find").text
    #expect(table.split(separator: "\n").count == Self.names.count + 1)
    #expect(table.contains("line\\nbreak.mp4"))
    #expect(table.contains("esc\\x1b[31m.mp4"))
  }

  @Test func `JSON carries a name exactly, in base64 as well when it is not text`() throws {
    let folder = try folder()
    try folder.hipreel("index", ".")
    let document = try JSONSerialization.jsonObject(with: try folder.hipreel("find", "--json").output)
    let rows = try #require(document as? [[String: Any]])
    let names = rows.map { row -> [UInt8] in
      if let bytes = (row["pathBytes"] as? String).flatMap({ Data(base64Encoded: $0) }) { return Array(bytes) }
      return Array((row["path"] as? String ?? "").utf8)
    }
    #expect(Set(names) == Set(Self.names))
  }

  /// A member of a command's JSON that shows a path that is not UTF-8: with its bytes beside it, or without.
  private static func paths(in value: Any) -> [(text: String, bytes: String?)] {
    switch value {
    case let list as [Any]: list.flatMap(paths)
    case let object as [String: Any]:
      object.flatMap { name, value -> [(text: String, bytes: String?)] in
        guard let text = value as? String else { return paths(in: value) }
        return text.contains("\u{FFFD}") && !["problem", "field", "text"].contains(name)
          ? [(text, object["\(name)Bytes"] as? String)] : []
      }
    default: []
    }
  }

  @Test func `every command's JSON carries such a path's bytes`() throws {
    let folder = try SampleFolder([])
    let sample = try Data(contentsOf: Checkout.media.appending(path: "Puente de glúteos.mp4"))
    let name: [UInt8] = Array("raw ".utf8) + [0xFF]
    try RawName.write(sample, to: name + Array(".mp4".utf8), in: folder.url)
    try RawName.write(sample, to: name + Array(" again.mp4".utf8), in: folder.url)
    try RawName.write(Array("glute bridge, zorble".utf8), to: name + Array(".txt".utf8), in: folder.url)
    try folder.hipreel("index", ".")
    let listed = try folder.hipreel("find", "--format", "{id}").text.split(separator: "\n")
    let reel = String(try #require(listed.first))
    try folder.hipreel("rate", reel, "3")
    try folder.write(String(decoding: folder.hipreel("export").output, as: UTF8.self), to: "theirs.json")
    try folder.hipreel("undo")
    try folder.hipreel("rate", reel, "4")
    try folder.write("names: {hip-thrust: [zorble]}", to: ".hipreel/vocabulary.yaml")
    let commands = [
      ["retag", "--json", "--dry-run"], ["find", "--json"], ["find", "--jsonl", "--fields", "path"],
      ["show", reel, "--json"], ["export"],
      ["review", "--json", "tagged:yes"], ["dupes", "--json"], ["status", "--sidecars", "--json"],
      ["note", reel, "slow", "--json"], ["import", "theirs.json", "--theirs", "--json", "--dry-run"],
      ["playlist", "--movement", "extension", "--minutes", "1", "--format", "json"],
    ]
    for arguments in commands {
      let run = try Tool.run("hipreel", arguments, in: folder.url)
      let document = try JSONSerialization.jsonObject(with: run.output, options: .fragmentsAllowed)
      let paths = Self.paths(in: document)
      #expect(!paths.isEmpty, "\(arguments)")
      for path in paths {
        let bytes = path.bytes.flatMap { Data(base64Encoded: $0) }
        #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == path.text, "\(arguments): \(path.text)")
      }
    }
  }
}
