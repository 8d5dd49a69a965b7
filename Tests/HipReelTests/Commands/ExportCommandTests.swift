import Foundation
import Testing
import TestSupport

/// Parts of a catalog, in the forms that other programs and people read.
@Suite struct ExportCommandTests {
  @Test func `a query takes some reels, sorted by id, in the same form`() throws {
    let run = try IndexedSamples.run(["export", "--query", "mode:stretch duration-"])
    let ids = run.output.matches(of: /"id": "([0-9a-f]{12})"/).map { String($0.1) }
    #expect(run.status == 0 && ids.count == 3 && ids == ids.sorted())
    #expect(try IndexedSamples.run(["export", "--query", "mode:stretch limit:1", "--jsonl"]).output.contains("\n"))
    #expect(try IndexedSamples.run(["export", "--query", "equipment:barbell"]).output.hasSuffix("\"reels\": []\n}\n"))
  }

  @Test func `lines and tables have every reel once`() throws {
    let count = try IndexedSamples.run(["find", "gone:any", "--count"]).output
    let lines = try IndexedSamples.run(["export", "--jsonl"]).output.split(separator: "\n")
    let table = try IndexedSamples.run(["export", "--csv", "--fields", "id,duration"]).output
    #expect("\(lines.count)\n" == count && lines.allSatisfy { $0.hasPrefix("{\"id\": \"") && $0.hasSuffix("}") })
    #expect(table.hasPrefix("id,duration\r\n"))
    #expect("\(table.replacing("\r\n", with: "\n").split(separator: "\n").count - 1)\n" == count)
  }

  @Test func `since takes what was first seen or decided about from then on`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV", "VID_20240611_063015.mp4"])
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("export", "--since", "today", "--jsonl").text.split(separator: "\n").count == 2)
    #expect(try folder.hipreel("export", "--since", "-2w", "--jsonl").text.split(separator: "\n").count == 2)
    #expect(try folder.hipreel("export", "--since", "2999", "--jsonl").text == "")
    let wrong = try folder.hipreel("export", "--since", "someday")
    #expect(wrong.status == 64 && wrong.errors.contains("someday: not a date"))
  }

  @Test func `a redacted export has no names, texts, notes, dates or hashes`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV", "VID_20240611_063015.mp4"])
    try folder.hipreel("index", ".")
    try folder.hipreel("note", "IMG_4032.MOV", "for Anna")
    for form in [[], ["--jsonl"], ["--csv"], ["--with-evidence"]] {
      let run = try Tool.run("hipreel", ["export", "--redact"] + form, in: folder.url)
      #expect(run.status == 0)
      for word in ["IMG_", "VID_", "Anna", "evidence", "fingerprint", "oshash", "recorded\":", "editedUnix", "2024"] {
        #expect(!run.text.contains(word), "\(word) in \(form)")
      }
      #expect(run.text.contains("000000000001") && run.text.contains("000000000002"))
    }
    let plain = try folder.hipreel("export", "--without-evidence").text
    #expect(!plain.contains("\"evidence\"") && !plain.contains("matches") && plain.contains("IMG_4032"))
  }
}
