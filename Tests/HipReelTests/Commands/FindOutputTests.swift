import Foundation
import Testing
import TestSupport

/// The forms in which `find` hands reels to people, spreadsheets, programs and players.
@Suite struct FindOutputTests {
  @Test func `a line of one's own`() throws {
    let run = try IndexedSamples.run(["find", "exercise:clamshell", "--format", "{{{name}}} {movement}"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.contains("} external-rotation") })
  }

  @Test func `a table for spreadsheets has the columns that were asked for`() throws {
    let run = try IndexedSamples.run(["find", "IMG_4032", "--csv", "--fields", "path,duration,codec"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("path,duration,codec\r\nIMG_4032.MOV,"))
    let usual = try IndexedSamples.run(["find", "--csv"])
    #expect(usual.output.hasPrefix("id,path,status,duration,"))
    let count = try IndexedSamples.run(["find", "--count"]).output
    #expect("\(usual.output.replacing("\r\n", with: "\n").split(separator: "\n").count - 1)\n" == count)
  }

  @Test func `objects of chosen fields, one a line`() throws {
    let run = try IndexedSamples.run(["find", "IMG_4032", "--jsonl", "--fields", "path,gone"])
    #expect(run.output == "{\"path\": \"IMG_4032.MOV\", \"gone\": false}\n")
  }

  @Test func `a program learns the fields, and every example is a query`() throws {
    struct Field: Decodable {
      let name, type, help: String
      let sortable: Bool
      let values: [String]?
      let examples: [String]
    }
    let list = try IndexedSamples.run(["fields", "--json"])
    let fields = try JSONDecoder().decode([Field].self, from: Data(list.output.utf8))
    #expect(fields.first { $0.name == "rating" }.map { $0.type == "number" && $0.sortable } == true)
    #expect(fields.first { $0.name == "level" }?.values == ["beginner", "intermediate", "advanced"])
    for field in fields {
      #expect(!field.help.isEmpty && !field.examples.isEmpty)
      for example in field.examples {
        #expect([0, 1].contains(try IndexedSamples.run(["find", example, "--count"]).status), "\(example)")
      }
    }
  }

  @Test(arguments: [
    (["find", "--format", "{duraton}"], "did you mean \"duration\"?"),
    (["find", "--csv", "--fields", "pth"], "did you mean \"path\"?"),
    (["find", "--fields", "path"], "--fields needs --csv or --jsonl"),
    (["find", "--format", "{path}", "--json"], "use only one of"),
  ])
  func `a wrong field is told with the nearest one`(arguments: [String], hint: String) throws {
    let run = try IndexedSamples.run(arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(hint))
  }

  @Test func `a reel is opened as one absolute path, whatever its name`() throws {
    let name = "-it's $(touch x); \"hip\" flexor.mp4"
    let folder = try SampleFolder(["IMG_4032.MOV"])
    try folder.move("IMG_4032.MOV", to: name)
    try folder.hipreel("index", ".")
    let bin = try TemporaryFolder()
    let script = try bin.write("#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > \"$HIPREEL_TEST_PIPE\"\n", to: "xdg-open")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path(percentEncoded: false))
    #expect(mkfifo(bin.path(of: "pipe"), 0o600) == 0)
    let id = try folder.hipreel("find", "--format", "{id}").text.split(separator: "\n")[0]
    let environment = [
      "PATH": "\(bin.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
      "HIPREEL_TEST_PIPE": bin.path(of: "pipe"),
    ]
    let dry = try folder.hipreel("open", String(id), "--dry-run")
    #expect(dry.text.hasPrefix("xdg-open '/") && dry.text.hasSuffix("/-it'\\''s $(touch x); \"hip\" flexor.mp4'\n"))
    let run = try folder.hipreel("open", String(id), environment: environment)
    #expect(run.status == 0 && run.errors == "" && run.text == "")
    let pipe = try FileHandle(forReadingFrom: bin.url.appending(path: "pipe"))
    let seen = String(decoding: try pipe.readToEnd() ?? Data(), as: UTF8.self)
    #expect(seen.hasPrefix("1|/") && seen.hasSuffix("/\(name)"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x").path(percentEncoded: false)))
  }

  @Test func `a reel whose file is away is not handed to a player`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    try folder.hipreel("index", ".")
    try folder.move("IMG_4032.MOV", to: "away.txt")
    let run = try folder.hipreel("open", "IMG_4032.MOV")
    #expect(run.status == 1 && run.errors == "hipreel: IMG_4032.MOV: cannot be read: no such file or directory\n")
  }

  @Test func `where no player can be started that is said`() throws {
    let empty = try TemporaryFolder()
    let folder = try IndexedSamples.folder.get()
    let run = try folder.hipreel("open", "IMG_4032.MOV", environment: ["PATH": empty.path])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("hipreel: xdg-open: cannot be started: "))
  }
}
