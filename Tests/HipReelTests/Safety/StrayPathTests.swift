import Foundation
import Glibc
import TestSupport
import Testing

/// A catalog from somebody else whose paths lead out of its folder.
@Suite struct StrayPathTests {
  private static let clip = "IMG_4032.MOV"
  private static let canary = "a canary that nobody may read"

  /// A folder whose catalog says that its reel lies elsewhere, and a file there.
  private func doctored(_ stray: String) throws -> SampleFolder {
    let folder = try SampleFolder([Self.clip])
    try folder.move(Self.clip, to: "up/\(Self.clip)")
    try folder.hipreel("index", ".")
    let database = folder.url.appending(path: ".hipreel/catalog.sqlite")
    var bytes = try Data(contentsOf: database)
    // Of the same length, so that the database stays one.
    var found = 0
    let old = Data("up/\(Self.clip)".utf8)
    while let place = bytes.range(of: old) {
      bytes.replaceSubrange(place, with: Data("\(stray)\(Self.clip)".utf8))
      found += 1
    }
    #expect(found >= 3)
    try bytes.write(to: database)
    try folder.write(Self.canary, to: "../\(Self.clip)")
    return folder
  }

  @Test(arguments: ["../", "/x/", "//x"])
  func `nothing outside is listed, opened, copied or exported`(stray: String) throws {
    let folder = try doctored(stray)
    let id = try folder.hipreel("find", "--format", "{id}").text.split(separator: "\n").joined()
    #expect(id.count == 12)
    #expect(try folder.hipreel("show", id, "--json").text.contains("\"gone\": true"), "it lies nowhere")
    let commands = [
      ["find"], ["find", "--paths"], ["find", "-0"], ["find", "--json"], ["find", "gone:any", "--jsonl"],
      ["find", "--csv"], ["show", id], ["show", id, "--json"], ["open", id, "--dry-run"], ["export"],
      ["playlist", "desk-worker-reset", "--format", "m3u8"], ["dupes"], ["thumbnail", id, "--at", "0.5"],
      ["site", "../site", "--copy"], ["index", "."],
    ]
    for command in commands {
      let run = try Tool.run("hipreel", command, in: folder.url)
      #expect([0, 1, 3, 20].contains(run.status), "\(command): \(run.status) \(run.errors)")
      #expect(!run.text.contains("\(stray)\(Self.clip)"), "\(command): \(run.text)")
      #expect(!run.text.contains(Self.canary), "\(command)")
    }
    let site = folder.url.deletingLastPathComponent().appending(path: "site")
    for case let name as String in FileManager.default.enumerator(atPath: site.path(percentEncoded: false)) ?? .init() {
      let file = site.appending(path: name)
      guard let bytes = try? Data(contentsOf: file) else { continue }
      #expect(bytes.range(of: Data(Self.canary.utf8)) == nil, "\(name)")
    }
  }
}
