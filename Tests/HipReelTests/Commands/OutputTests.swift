import Foundation
import Testing
import TestSupport

/// What the commands write about the sample reels, word for word.
@Suite struct OutputTests {
  @Test(arguments: [
    ("find.txt", ["find"]),
    ("find-json.json", ["find", "mode:stretch", "side:left", "--json"]),
    ("find-query.txt", ["find", "movement:extension", "mode:stretch", "duration-"]),
    ("show.txt", ["show", "IMG_4032.MOV"]),
    ("why.txt", ["why", "IMG_4032.MOV"]),
    ("why-text.txt", ["why", "--text", "Hip flexor stretch, left side, not a lunge"]),
    ("coverage.txt", ["coverage"]),
    ("coverage.json", ["coverage", "--json"]),
    ("routines.txt", ["routine", "list"]),
    ("routine.txt", ["routine", "show", "desk-worker-reset"]),
    ("status.txt", ["status"]),
    ("fields.txt", ["fields"]),
    ("desk-worker-reset.m3u8", ["playlist", "desk-worker-reset"]),
    ("desk-worker-reset.json", ["playlist", "desk-worker-reset", "--format", "json"]),
  ])
  func `a command writes what it wrote before`(file: String, arguments: [String]) throws {
    let run = try IndexedSamples.run(arguments)
    #expect(run.status == 0)
    try Golden.expect(run.output, equals: file)
  }

  @Test func `the samples' catalog is the example that the schema's readers are given`() throws {
    let run = try IndexedSamples.run(["export"])
    #expect(run.status == 0)
    try Golden.expect(run.output, equals: "example.catalog.json", in: "catalog")
  }

  @Test(arguments: [
    "index", "find", "open", "show", "why", "coverage", "routine", "playlist", "history", "status", "dupes", "export",
    "import", "fields", "thumbnail", "retag", "vocabulary", "site",
  ])
  func `a command's help is a promise`(command: String) throws {
    let run = try IndexedSamples.run(["help", command])
    #expect(run.status == 0)
    try Golden.expect(run.output, equals: "help-\(command).txt")
  }

  @Test func `the tool's own help and version are promises too`() throws {
    try Golden.expect(try IndexedSamples.run(["--help"]).output, equals: "help.txt")
    #expect(try IndexedSamples.run(["--version"]).output == "0.1.0\n")
  }

  @Test func `a gap ends with status 20, is explained, and with --strict nothing is written`() throws {
    let run = try IndexedSamples.run(["playlist", "six-way-tour"])
    #expect(run.status == 20)
    #expect(run.output.hasPrefix("#EXTM3U\n"))
    try Golden.expect(run.errors, equals: "six-way-tour-gaps.txt")
    let strict = try IndexedSamples.run(["playlist", "six-way-tour", "--strict"])
    #expect(strict.status == 20)
    #expect(strict.output == "")
  }

  @Test func `paths come as lines or ended by zero bytes, for xargs`() throws {
    let lines = try IndexedSamples.run(["find", "mode:stretch", "--paths"]).output
    let zeros = try IndexedSamples.run(["find", "mode:stretch", "-0"]).output
    #expect(lines.contains("half kneeling hip flexor stretch left.mp4\n"))
    #expect(zeros == lines.replacing("\n", with: "\0"))
  }

  @Test func `rows of text are tagged one for one`() throws {
    let input = """
      {"id": "a", "text": "clamshell", "kind": "title"}
      {"id": "b", "text": "holiday in Rome", "kind": "caption"}

      """
    let run = try IndexedSamples.run(["why", "--jsonl"], input: input)
    let rows = run.output.split(separator: "\n")
    #expect(rows.count == 2)
    #expect(rows.first?.contains(#""movements":["external-rotation"]"#) == true)
    #expect(rows.last?.contains(#""movements":[]"#) == true)
  }
}
