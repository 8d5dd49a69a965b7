import Foundation
import TestSupport
import Testing

/// Naming many reels with one request, and taking that back and nothing else.
@Suite struct NamingTests {
  private static func ids(_ gallery: RunningGallery) throws -> [String] {
    try gallery.samples.hipreel("find", "--format", "{id}", "limit:3").text.split(separator: "\n").map(String.init)
  }

  private static func body(_ ids: ArraySlice<String>, _ members: String) -> String {
    "{\"reels\": [\(ids.map { "\"\($0)\"" }.joined(separator: ", "))], \(members)}"
  }

  private static func count(_ query: String, _ gallery: RunningGallery) throws -> String {
    try gallery.samples.hipreel("find", query, "--count").text.trimmingCharacters(in: .newlines)
  }

  private static func decision(_ answer: RawAnswer) throws -> Int {
    let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
    return try #require(object?["decision"] as? Int)
  }

  @Test func `one answer names all its reels, and one undo takes back that answer alone`() throws {
    let gallery = try RunningGallery()
    let (ids, token) = (try Self.ids(gallery), try gallery.editToken())
    let answer = try gallery.post(
      Self.body(ids[...1], "\"mirrored\": [\"\(ids[1])\"], \"exercise\": \"tree-pose\", \"side\": \"left\""),
      to: "names",
      token: token)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(try Self.count("exercise:tree-pose@1 side:left", gallery) == "1")
    #expect(try Self.count("exercise:tree-pose@1 side:right", gallery) == "1")
    #expect(try gallery.samples.hipreel("favourite", ids[2]).status == 0)
    let decision = try Self.decision(answer)
    for _ in 0..<2 {
      #expect(try gallery.post("{\"decision\": \(decision)}", to: "undo", token: token).status == 200)
      #expect(try Self.count("exercise:tree-pose@1", gallery) == "0")
      #expect(try Self.count("favourite:yes", gallery) == "1", "what was decided elsewhere is undone")
    }
    for body in ["{\"decision\": \(decision + 1)}", "{\"decision\": -1}", "{}", "[]", ""] {
      #expect(try gallery.post(body, to: "undo", token: token).status == 400, "\(body)")
    }
    #expect(try gallery.post("{\"decision\": \(decision)}", to: "undo", token: gallery.key).status == 403)
  }

  @Test func `a name of the person's own becomes an exercise, and no name becomes anything else`() throws {
    let gallery = try RunningGallery()
    let (ids, token) = (try Self.ids(gallery), try gallery.editToken())
    try gallery.samples.write("# mine\n", to: ".hipreel/vocabulary.yaml")
    for name in ["x", "a\\nb: c", "turned \\u202e round", "Clamshell", String(repeating: "n", count: 200)] {
      let answer = try gallery.post(Self.body(ids[...1], "\"new\": {\"name\": \"\(name)\"}"), to: "names", token: token)
      #expect(answer.status == 422, "\(name)")
    }
    #expect(
      try gallery.post(Self.body(ids[...1], "\"exercise\": \"no-such\""), to: "names", token: token).status == 400)
    let strange = Self.body(["00000000000f"], "\"new\": {\"name\": \"Zorble\"}")
    #expect(try gallery.post(strange, to: "names", token: token).status == 400)
    let file = gallery.samples.url.appending(path: ".hipreel/vocabulary.yaml")
    #expect(try String(contentsOf: file, encoding: .utf8) == "# mine\n")
    let new =
      "\"new\": {\"name\": \"Zorble\", \"positions\": [\"standing\"], \"mode\": \"strength\", \"side\": \"bilateral\"}"
    let answer = try gallery.post(Self.body(ids[...1], new), to: "names", token: token)
    #expect(answer.status == 200 && answer.text.contains("Zorble"), "\(answer.text)")
    #expect(try Self.count("exercise:zorble@1 mode:strength position:standing", gallery) == "2")
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("# mine\nexercises:\n  - id: zorble\n"))
    #expect(
      try gallery.samples.hipreel("retag", "--dry-run").text == "all reels are already tagged with this vocabulary\n")
  }

  @Test func `questions are for whoever has the cookie`() throws {
    let gallery = try RunningGallery()
    let answer = try gallery.get("/groups")
    #expect(answer.status == 200 && answer.field("content-type") == "application/json")
    #expect(answer.text.contains("\"items\""))
    #expect(try gallery.get("/groups/00000000000f").status == 404)
    let host = "Host: 127.0.0.1:\(gallery.port)\r\nConnection: close\r\n\r\n"
    #expect(try gallery.exchange("GET /groups HTTP/1.1\r\n\(host)").status == 403)
    #expect(try gallery.get("/data/names.js").text.contains("\"clamshell\""))
  }
}
