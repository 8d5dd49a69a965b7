import ReelCatalog
import Testing

/// Asking for the words on a picture.
@Suite struct OnScreenQueryTests {
  private func answer(_ query: String) throws -> Bool {
    let reel = try Sample.reel(
      path: "IMG_4032.MOV",
      evidence: [
        Evidence(source: .sidecar, text: "filmed at home"),
        Evidence(source: .onScreen, field: "0:03-0:09", text: "SIDE LYING  HIP ABDUCTION\n30 s each side"),
        Evidence(source: .onScreen, field: "0:12-0:15", text: "Übung 2"),
      ])
    return try Query(query).matches(reel, now: QueryNow(unixSeconds: 0, changes: []))
  }

  @Test(arguments: [
    ("onscreen:abduction", true), ("onscreen:ÜBUNG", true), ("onscreen:home", false), ("onscreen:IMG", false),
    ("onscreen:any", true), ("onscreen:none", false), ("-onscreen:home", true), ("onscreen:\"each side\"", true),
    ("onscreen:\"=Übung 2\"", false), ("onscreen:=\"Übung 2\"", true), ("onscreen:~*hip*", true),
    ("onscreen:~hip*", false), ("abduction", true), ("\"hip abduction\"", true), ("text:abduction", true),
    ("text:home", true), ("text:abduc*", true), ("text:\"lying hip\"", true), ("text:\"side übung\"", false),
    ("text:4032", true), ("-text:abduction", false),
  ])
  func `words on a picture are found, alone or with all others`(query: String, isFound: Bool) throws {
    #expect(try answer(query) == isFound)
  }

  @Test func `a reel without words on its picture has none`() throws {
    let reel = try Sample.reel(evidence: [Evidence(source: .filename, text: "clamshell.mp4")])
    let now = QueryNow(unixSeconds: 0, changes: [])
    #expect(try Query("onscreen:none").matches(reel, now: now))
    #expect(try !Query("onscreen:clamshell").matches(reel, now: now))
  }

  @Test(arguments: ["text", "onscreen"]) func `texts are no column`(name: String) {
    let error = #expect(throws: FieldNameError.self) { try FieldList.fields("path,\(name)") }
    #expect(error?.problem == "\(name) can't be listed")
  }

  @Test func `a shell's words belong to the value`() {
    #expect(QueryArguments.joined(["onscreen:hip abduction"]) == "onscreen:hip\\ abduction")
  }
}
