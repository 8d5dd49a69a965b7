import Foundation
import Testing
import TestSupport

/// A reel's picture: where it is, and another moment of one's own.
@Suite struct ThumbnailTests {
  private static let clip = "IMG_4032.MOV"

  private func samples() throws -> SampleFolder {
    let folder = try SampleFolder([Self.clip])
    try folder.hipreel("index", ".")
    return folder
  }

  @Test func `the picture's place, moment and reason are told`() throws {
    let folder = try samples()
    let run = try folder.hipreel("thumbnail", Self.clip)
    #expect(run.status == 0)
    #expect(run.text.contains("/.hipreel/thumbnails/") && run.text.contains(".jpg\n"))
    #expect(run.text.contains("reason  end-range\n"))
    #expect(try folder.hipreel("thumbnail", Self.clip, "--json").text.contains(#""reason": "end-range""#))
  }

  @Test func `a moment of one's own outlives new content, is exported, and can be taken back`() throws {
    let folder = try samples()
    let before = try folder.hipreel("export").text
    let run = try folder.hipreel("thumbnail", Self.clip, "--at", "1.2")
    #expect(run.status == 0 && run.text.contains("moment  1.2 s\nreason  chosen-by-person\n"), "\(run.errors)")
    let export = try folder.hipreel("export").text
    #expect(export.contains(#""thumbnail": {"timeMs": 1200, "reason": "chosen-by-person"}"#))
    #expect(export.contains(#"{"action": "thumbnail", "number": 1200, "#))

    // Bytes after the last atom: other content to the catalog, the same video.
    let file = folder.url.appending(path: Self.clip)
    let picture = folder.url.appending(path: "mine.jpg")
    try folder.hipreel("thumbnail", Self.clip, "-o", "mine.jpg")
    let mine = try Data(contentsOf: picture)
    try (Data(contentsOf: file) + Data([0, 0, 0, 8]) + Data("free".utf8)).write(to: file)
    #expect(try folder.hipreel("index", ".").text.contains("1 changed"))
    try folder.hipreel("thumbnail", Self.clip, "-o", "mine.jpg")
    #expect(try Data(contentsOf: picture) == mine)
    #expect(try folder.hipreel("thumbnail", Self.clip).text.contains("chosen-by-person"))
    // Nothing is left to do: no worker is started.
    #expect(try folder.hipreel("index", ".", environment: Tool.withoutWorker).status == 0)

    #expect(try folder.hipreel("undo").status == 0)
    let after = try folder.hipreel("export").text
    let thumbnails = [before, after].map { $0.split(separator: "\n").filter { $0.contains("\"thumbnail\":") } }
    #expect(thumbnails[0] == thumbnails[1] && !thumbnails[0].isEmpty)
  }

  @Test func `the choice can be given back to the tool`() throws {
    let folder = try samples()
    let before = try folder.hipreel("thumbnail", Self.clip).text
    try folder.hipreel("thumbnail", Self.clip, "--at", "0:00.5")
    #expect(try folder.hipreel("thumbnail", Self.clip, "--at", "1", "--dry-run").text == "at 1 s\n")
    #expect(try folder.hipreel("thumbnail", Self.clip).text.contains("moment  0.5 s"))
    #expect(try folder.hipreel("thumbnail", Self.clip, "--auto").text == before)
  }

  @Test func `a moment in a video that is away for now is noted and made later`() throws {
    let folder = try samples()
    try folder.move(Self.clip, to: "../away.MOV")
    let run = try folder.hipreel("thumbnail", Self.clip, "--at", "1.2")
    #expect(run.status == 3)
    #expect(run.errors.contains("no new thumbnail"))
    try folder.move("../away.MOV", to: Self.clip)
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("thumbnail", Self.clip).text.contains("moment  1.2 s"))
  }

  @Test(arguments: [
    (["--at", "soon"], "'soon' is not a moment"), (["--at", "1:00:00"], "the video ends at"),
    (["--at", "1", "--auto"], "cannot be used together"),
  ])
  func `a mistake changes nothing and ends with status 64`(arguments: [String], problem: String) throws {
    let run = try IndexedSamples.run(["thumbnail", Self.clip] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(problem))
  }

  @Test func `every sample is shown at the end of its range`() throws {
    let reels = try IndexedSamples.run(["export"]).output.split(separator: "\n")
    let stills = reels.filter { $0.contains("\"thumbnail\":") }
    #expect(stills.count == 15)
    #expect(stills.allSatisfy { $0.contains("end-range") })
  }
}
