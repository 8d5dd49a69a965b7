import Foundation
import Testing
import TestSupport

/// Two people's catalogs of the same reels, made one.
@Suite struct ImportCommandTests {
  private static let clip = "VID_20240611_063015.mp4"
  private static let other = "IMG_4032.MOV"

  private func samples() throws -> SampleFolder {
    let folder = try SampleFolder([Self.clip, Self.other])
    try folder.hipreel("index", ".")
    return folder
  }

  @Test func `edits of a renamed reel come over, and a reel that is not here is kept`() throws {
    let (mine, theirs) = (try samples(), try samples())
    try theirs.hipreel("note", Self.clip, "from there")
    try theirs.hipreel("tag", Self.clip, "side:left")
    try theirs.hipreel("export", "-o", "theirs.json")
    try mine.move(Self.clip, to: "elsewhere/renamed.mp4")
    try FileManager.default.removeItem(at: mine.url.appending(path: Self.other))
    try FileManager.default.removeItem(at: mine.url.appending(path: ".hipreel"))
    try mine.hipreel("index", ".")
    let file = theirs.url.appending(path: "theirs.json").path(percentEncoded: false)

    let dry = try mine.hipreel("import", file, "--dry-run")
    #expect(dry.status == 0 && dry.text == "1 new reel, 1 reel with new edits, 0 unchanged, 2 edits\n")
    #expect(try mine.hipreel("find", "side:left", "--count").text == "0\n")
    let run = try mine.hipreel("import", file)
    #expect(run.status == 0 && run.text == dry.text)
    #expect(try mine.hipreel("find", "side:left", "from there", "--paths").text == "elsewhere/renamed.mp4\n")
    #expect(try mine.hipreel("import", file).status == 1)

    try mine.hipreel("index", ".")
    #expect(try mine.hipreel("find", "gone:yes", "--paths").text == "\(Self.other)\n")
    #expect(try mine.hipreel("undo").status == 0)
    #expect(try mine.hipreel("find", "side:left", "--count").text == "0\n")
  }

  @Test(arguments: [([], "4", "theirs"), (["--ours"], "2", "ours"), (["--theirs"], "4", "theirs")])
  func `a conflict is shown and settled by the rule`(options: [String], stars: String, kept: String) throws {
    let (mine, theirs) = (try samples(), try samples())
    try mine.hipreel("rate", Self.clip, "2")
    try theirs.hipreel("rate", Self.clip, "4")
    let export = try theirs.hipreel("export").text
    let later = export.replacing(
      #/"number": 4, "editedUnixSeconds": \d+/#, with: "\"number\": 4, \"editedUnixSeconds\": 4000000000")
    try mine.write(later, to: "c.json")
    let run = try Tool.run("hipreel", ["import", "c.json", "--json"] + options, in: mine.url)
    #expect(run.status == 0)
    #expect(run.text.contains(#""ours": "rating 2", "theirs": "rating 4", "kept": "\#(kept)""#))
    #expect(try mine.hipreel("show", Self.clip).text.contains("\(stars) of 5"))
  }

  @Test func `a document that is no catalog, newer, hostile or cut changes nothing`() throws {
    let folder = try samples()
    let before = try folder.hipreel("export", "--with-observations").text
    let good = try folder.hipreel("export").text
    let cases: [(String, Int32, String)] = [
      ("", 1, "is not JSON"), ("[]", 1, "is not JSON"), ("{}", 1, "its schema is missing"),
      (good.replacing("hipreel-catalog/1", with: "hipreel-catalog/2"), 12, "upgrade hipreel"),
      (String(good.prefix(good.count / 2)), 1, "is not JSON"),
      (good.replacing("\"byteCount\": ", with: "\"byteCount\": -"), 1, "isn't a file size"),
      (good.replacing(Self.clip, with: "../\(Self.clip)"), 1, "cannot be the path of a video in a folder"),
      (String(repeating: "[", count: 100_000), 1, "is not JSON"),
      (good.replacing("\"status\": \"ok\"", with: "\"status\": 7"), 1, "reels[0].status"),
      (try folder.hipreel("export", "--redact").text, 1, "is empty, as in a redacted export"),
    ]
    for (text, status, words) in cases {
      try folder.write(text, to: "hostile.json")
      let run = try folder.hipreel("import", "hostile.json")
      #expect(run.status == status && run.text == "")
      #expect(run.errors.contains(words) && run.errors.contains("nothing was changed"), "\(words): \(run.errors)")
    }
    #expect(try folder.hipreel("import", "missing.json").status == 1)
    #expect(try folder.hipreel("import", ".").errors.hasSuffix(": cannot be read: is a directory\n"))
    #expect(try folder.hipreel("export", "--with-observations").text == before)
  }
}
