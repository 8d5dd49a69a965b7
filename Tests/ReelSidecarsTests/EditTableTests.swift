import MediaFacts
import ReelCatalog
import Testing
import TestSupport

@testable import ReelSidecars

/// Tables that people write about their reels.
@Suite struct EditTableTests {
  private static func reel(_ tags: [(Facet, String)] = [], edits: [Edit] = []) throws -> Reel {
    Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes("a.mp4")], status: .ok, byteCount: 1,
      tagging: Tagging(
        tags: tags.map {
          Tag(
            facet: $0.0, value: $0.1, role: $0.0 == .movement ? .primary : nil, confidence: Confidence(permille: 900),
            matches: [])
        }), edits: edits)
  }

  static func utf16(_ text: String) -> [UInt8] {
    text.utf16.reduce(into: [0xFF, 0xFE]) { bytes, unit in
      bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
    }
  }

  /// What one cell decides about a reel.
  private static func changes(_ column: String, _ cell: String, of reel: Reel) throws -> (
    changes: [Edit.Change], problems: [String]
  ) {
    let table = try EditTable(Array((CSVText.line(["file", column]) + CSVText.line(["a.mp4", cell])).utf8))
    return try #require(table.rows.first).changes(.sets(reel), tagger: .standard)
  }

  @Test(
    arguments: [
      Array("file,side,client\na.mp4,left,Anna\n".utf8),
      Array("\u{FEFF}File;Side;Client\r\na.mp4;left;Anna\r\n".utf8),
      Array("file\tside\tclient\r\"a.mp4\"\tleft\tAnna".utf8),
      Array("sep=;\r\nfile;side;client\r\na.mp4;left;Anna".utf8),
      EditTableTests.utf16("file;side;client\na.mp4;left;Anna"),
    ] as [[UInt8]])
  func `spreadsheets of every country and program are read`(bytes: [UInt8]) throws {
    let table = try EditTable(bytes)
    let row = try #require(table.rows.first)
    #expect(table.rows.count == 1 && row.path == "a.mp4" && row.id == nil)
    #expect(row.cells == [.facet(.side): "left"])
    #expect(table.unknownColumns.map { $0.name.lowercased() } == ["client"])
  }

  @Test func `Windows' quotes and umlauts in a note come through`() throws {
    let table = try EditTable(Array("file,note\na.mp4,H".utf8) + [0xFC] + Array("fte, don".utf8) + [0x92, 0x74])
    // The note has a comma, so only its first half is in the column: the row is not taken.
    #expect(table.rows.first?.cells[.note] == "Hüfte" && table.rows.first?.problem?.hasPrefix("has more cells") == true)
    let quoted = try EditTable(
      Array("file,note\na.mp4,\"H".utf8) + [0xFC] + Array("fte, don".utf8) + [0x92, 0x74, 0x22])
    #expect(quoted.rows.first?.cells[.note] == "Hüfte, don’t")
  }

  @Test func `a row that is cut wrongly says so and is no decision`() throws {
    let open = try EditTable(Array("file,note\na.mp4,\"knee\nb.mp4,hip\nc.mp4,\"toe\"\n".utf8))
    #expect(open.rows.map(\.problem) == ["its quotation marks do not match"])
    let never = try EditTable(Array("file,note\na.mp4,\"knee\nb.mp4,hip\n".utf8))
    #expect(never.rows.map(\.problem) == ["its quotation marks do not match"])
    let wide = try EditTable(Array("file,note\na.mp4,slow, for Anna\nb.mp4,hip,,\n".utf8))
    #expect(wide.rows.map { $0.problem != nil } == [true, false])
  }

  @Test func `unknown columns are named with the nearest known, facts are left alone`() throws {
    let table = try EditTable(Array("id,path,duration,Exercize,status,colour,rating\n".utf8))
    #expect(table.unknownColumns.map(\.name) == ["Exercize", "colour"])
    #expect(table.unknownColumns.map(\.nearest) == ["exercise", nil])
  }

  @Test(
    arguments: [
      ("mode", "stretch", []), ("mode", "stretch mobility", []), ("mode", "Mobility, Stretch", []), ("mode", "", []),
      ("mode", "stretch", []), ("movement", "extension", []),
      ("mode", "mobility", [.removeTag(TagName(facet: .mode, value: "stretch"))]),
      (
        "mode", "none",
        [.removeTag(TagName(facet: .mode, value: "stretch")), .removeTag(TagName(facet: .mode, value: "mobility"))]
      ),
      (
        "movement", "Internal rotation",
        [
          .removeTag(TagName(facet: .movement, value: "extension", role: .primary)),
          .addTag(TagName(facet: .movement, value: "internal-rotation")),
        ]
      ),
      ("side", "links", [.addTag(TagName(facet: .side, value: "left"))]),
      ("side", "derecha", [.addTag(TagName(facet: .side, value: "right"))]),
      ("side", "L", [.addTag(TagName(facet: .side, value: "left"))]),
      ("equipment", "loop band", [.addTag(TagName(facet: .equipment, value: "loop-band"))]),
      ("exercise", "couch-stretch", []), ("exercise", "clamshells", [.setExercise("clamshell")]),
      ("exercise", "none", [.setExercise(nil)]),
      ("tags", "mode:stretch side:left", [.addTag(TagName(facet: .side, value: "left"))]),
      (
        "tags", "movement:secondary=flexion",
        [.addTag(TagName(facet: .movement, value: "flexion", role: .secondary))]
      ),
      ("note", "'=slow", [.note("=slow")]), ("note", "old", []), ("rating", "4", [.rating(4)]), ("rating", "3", []),
      ("rating", "0", [.rating(nil)]), ("favourite", "x", [.favourite(true)]), ("favorite", "no", []),
    ] as [(String, String, [Edit.Change])])
  func `a cell that differs becomes what the person would have typed`(
    column: String, cell: String, changes: [Edit.Change]
  ) throws {
    let isStretchOnly = cell == "stretch"
    let reel = try Self.reel(
      [(.exercise, "couch-stretch"), (.movement, "extension"), (.mode, "stretch")]
        + (isStretchOnly ? [] : [(.mode, "mobility")]),
      edits: [Edit(.note("old"), editedUnixSeconds: 1), Edit(.rating(3), editedUnixSeconds: 1)])
    let read = try Self.changes(column, cell, of: reel)
    #expect(Set(read.changes) == Set(changes) && read.changes.count == changes.count && read.problems.isEmpty)
  }

  @Test(arguments: [
    ("mode", "pnff", "mode \"pnff\" is not known; did you mean \"pnf\"?"),
    ("rating", "6", "rating \"6\" is not known"), ("rating", "99999999999999999999", "rating"),
    ("favourite", "perhaps", "favourite \"perhaps\" is not known"), ("exercise", "flarbling", "exercise \"flarbling\""),
    ("exercise", "clamshell, bird-dog", "exercise \"clamshell, bird-dog\" names more than one"),
    ("tags", "side:lft", "side \"lft\" is not known; did you mean \"left\"?"), ("tags", "red", "kind of tag \"red\""),
  ])
  func `what is not understood is told and decides nothing`(column: String, cell: String, problem: String) throws {
    let read = try Self.changes(column, cell, of: Self.reel())
    #expect(read.changes.isEmpty && read.problems.count == 1)
    #expect(read.problems.first?.hasPrefix(problem) == true, "\(read.problems)")
  }

  @Test func `a new exercise brings its own movements, and cells that did not change say nothing`() throws {
    let reel = try Self.reel([(.exercise, "couch-stretch"), (.movement, "extension"), (.mode, "stretch")])
    let line = CSVText.line(["a.mp4", "clamshell", "extension", "stretch"])
    let table = try EditTable(Array((CSVText.line(["file", "exercise", "movement", "mode"]) + line).utf8))
    #expect(
      try #require(table.rows.first).changes(.sets(reel), tagger: .standard).changes == [.setExercise("clamshell")])
    let other = CSVText.line(["a.mp4", "clamshell", "flexion", "stretch"])
    let changed = try EditTable(Array((CSVText.line(["file", "exercise", "movement", "mode"]) + other).utf8))
    #expect(
      try #require(changed.rows.first).changes(.sets(reel), tagger: .standard).changes == [
        .setExercise("clamshell"),
        .removeTag(TagName(facet: .movement, value: "external-rotation", role: .primary)),
        .addTag(TagName(facet: .movement, value: "flexion")),
      ])
  }

  @Test func `what is no table of reels is refused with what to write`() {
    #expect(throws: SidecarError("is empty")) { try EditTable([]) }
    #expect(throws: SidecarError.self) { try EditTable(Array("exercise,side\nclamshell,left\n".utf8)) }
    #expect(throws: SidecarError("has more than 256 columns")) {
      try EditTable(Array(("file" + String(repeating: ",a", count: 256)).utf8))
    }
    #expect(throws: SidecarError.self) {
      try EditTable([UInt8](repeating: UInt8(ascii: "a"), count: EditTable.longestByteCount + 1))
    }
    #expect(throws: SidecarError("has more than 100000 rows")) {
      try EditTable(Array(("id\n" + String(repeating: "a\n", count: 100_000)).utf8))
    }
  }

  /// Values that the columns take, broken in the ways that tables break.
  @Test func `every table is read or refused, whatever its bytes are`() throws {
    let seed = Array(
      "id,file;exercise\tmovement,side,note,rating,tags\r\n0123456789ab,\"a\"\"b\",clamshell,ir,L,'=x,4,\n".utf8)
    let signs: [[UInt8]] = ["\"", ",", ";", "\t", "\r\n", "\n", "'", "=", "none", "\u{301}", "sep=", "🦵"].map {
      Array($0.utf8)
    }
    let reel = try Self.reel([(.mode, "stretch")])
    var random = SeededRandom(seed: 8)
    for _ in 0..<400 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: random.pick(signs), at: place)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 2: bytes.removeSubrange(place..<min(place + Int.random(in: 0...9, using: &random), bytes.count))
        default: bytes = Array(bytes[place...] + bytes[..<place])
        }
      }
      guard let table = try? EditTable(bytes) else { continue }
      for row in table.rows {
        let read = row.changes(.sets(reel), tagger: .standard)
        // Every decision is one that the log can hold.
        #expect(read.changes.allSatisfy { EditFields($0).change == $0 })
      }
    }
  }
}
