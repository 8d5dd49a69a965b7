import Foundation
import ReelCatalog
import TestSupport
import Testing

/// One row of folder-words.tsv, which tells its own form.
struct FolderWords: Sendable, CustomTestStringConvertible {
  let text: String
  let kind: TextKind
  let language: String
  let primary: Set<String>
  let optional: Set<String>
  let sides: Set<String>

  var testDescription: String { "\(kind) \(language): \(text)" }

  private struct RowError: Error { let row: String }

  static func all() throws -> [FolderWords] { try TestTable.rows(of: "folder-words.tsv").map(FolderWords.init) }

  private init(_ row: Substring) throws {
    let fields = row.split(separator: "\t").map(String.init)
    guard fields.count == 5, let kind = TextKind(rawValue: fields[0]) else { throw RowError(row: String(row)) }
    func values(_ field: Substring?, _ marks: [String: String]) throws -> Set<String> {
      Set(
        try (field ?? "").split(separator: ",").filter { $0 != "-" }.map { mark in
          guard let value = marks[String(mark)] else { throw RowError(row: String(row)) }
          return value
        })
    }
    let movements: [String: String] = [
      "F": "flexion", "E": "extension", "AB": "abduction", "AD": "adduction", "IR": "internal-rotation",
      "ER": "external-rotation",
    ]
    let sets = fields[2].split(separator: "/")
    self.kind = kind
    language = fields[1]
    primary = try values(sets[0], movements)
    optional = try values(sets.dropFirst().first, movements)
    sides = try values(fields[3][...], ["L": "left", "R": "right"])
    text = fields[4].replacingOccurrences(of: "\\n", with: "\n")
  }
}

@Suite struct FolderWordsTests {
  @Test(arguments: try FolderWords.all())
  func `texts of real folders name their movements and sides and no others`(words: FolderWords) {
    let tagging = Tagger.standard.tagging(text: words.text, kind: words.kind)
    let found = Set(tagging.movements(.primary).map(\.rawValue))
    #expect(words.primary.isSubset(of: found) && found.isSubset(of: words.primary.union(words.optional)), "\(found)")
    #expect(Set(tagging.values(.side)).intersection(["left", "right"]) == words.sides)
  }

  @Test func `the list has every kind of text and language`() throws {
    let words = try FolderWords.all()
    #expect(words.count > 180)
    #expect(Set(words.map(\.kind)) == Set(TextKind.allCases).subtracting([.screen]))
    #expect(Set(words.map(\.language)).isSuperset(of: ["en", "es", "pt", "fr", "de"]))
  }

  @Test(arguments: [
    "London Bridge walk.mp4", "Manhattan Bridge run.mp4", "Karlsbrücke Spaziergang.mp4", "Puente Nuevo paseo.mp4",
    "leftover soup.mp4", "copyright.mp4", "right now.mp4",
  ])
  func `places, leftovers and rights have no tags at all`(name: String) {
    #expect(Tagger.standard.tagging(text: name, kind: .filename).tags.isEmpty)
  }

  @Test(arguments: [
    ("Comment CLAM and I'll send you my guide", TextKind.caption), ("Type BRIDGE below", .caption),
    ("DM me HIPS", .caption), ("Comenta PUENTE y te la mando", .caption), ("Kommentiere FROSCH für den Plan", .caption),
  ])
  func `a word to write in return names nothing`(text: String, kind: TextKind) {
    #expect(Tagger.standard.tagging(text: text, kind: kind).movements(.primary).isEmpty)
    #expect(Tagger.standard.tagging(text: text, kind: kind).exercise == nil)
  }

  @Test(arguments: [
    "Don't skip these: clamshells, hip thrusts", "Squat mistakes to avoid: hip thrusts done better",
    "Never do hip thrusts without a warm-up", "Avoid knee pain: hip thrusts", "No equipment: hip thrusts",
    "Stop avoiding the gym. Hip thrusts for beginners", "Write this down: hip thrusts", "Drop the weight: hip thrusts",
  ])
  func `what only looks like a list of what to avoid, or a call, still shows its exercises`(text: String) {
    #expect(Tagger.standard.tagging(text: text, kind: .caption).movements(.primary).contains(.extension))
  }

  @Test func `a phrase over two cues is one, and its evidence quotes both`() throws {
    let text = "let us do a couch\nstretch on the left side"
    let tagging = Tagger.standard.tagging(of: [Evidence(source: .subtitles, text: text)])
    #expect(tagging.exercise == "couch-stretch")
    #expect(tagging.values(.side) == ["left"])
    let match = try #require(tagging.tags.first { $0.facet == .exercise }?.matches.first)
    #expect(String(decoding: Array(text.utf8)[match.span], as: UTF8.self) == "couch\nstretch")
    #expect(Tagger.standard.tagging(of: [Evidence(source: .sidecar, text: text)]).exercise == nil)
  }

  @Test func `long lists and rows of negations take no more than linear time`() {
    for text in [
      String(repeating: "avoid squats, lunges, ", count: 500), String(repeating: "avoid: ", count: 1_000),
      "exercises to avoid:\n" + String(repeating: "- squats\n", count: 1_000),
      String(repeating: "left (", count: 1_000),
      String(repeating: "comment CLAM ", count: 500),
    ] {
      let clock = ContinuousClock()
      let took = clock.measure { _ = Tagger.standard.tagging(text: text, kind: .caption) }
      #expect(took < .seconds(20), "\(text.prefix(30)) \(took)")
    }
  }
}
