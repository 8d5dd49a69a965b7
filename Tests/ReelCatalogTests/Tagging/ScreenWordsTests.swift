import Foundation
import MediaFacts
@testable import ReelCatalog
import TestSupport
import Testing

/// One row of screen-words.tsv, which tells its own form.
struct ScreenWordsRow: Sendable, CustomTestStringConvertible {
  let language: String
  let exercises: Set<String>
  let text: String

  var testDescription: String { "\(language): \(text)" }

  private struct RowError: Error { let row: String }

  static func all() throws -> [ScreenWordsRow] { try TestTable.rows(of: "screen-words.tsv").map(ScreenWordsRow.init) }

  private init(_ row: Substring) throws {
    let fields = row.split(separator: "\t").map(String.init)
    guard fields.count == 3 else { throw RowError(row: String(row)) }
    language = fields[0]
    exercises = fields[1] == "none" ? [] : Set(fields[1].split(separator: ",").map(String.init))
    text = fields[2].replacing("\\n", with: "\n")
  }
}

/// Words on the picture as evidence.
@Suite struct ScreenWordsTests {
  private static let tagger = Tagger.standard

  @Test(arguments: try ScreenWordsRow.all())
  func `a line names an exercise if it is hardly more than its name`(row: ScreenWordsRow) {
    let evidence = Evidence(source: .onScreen, field: "0:00-0:03", text: row.text)
    let tagging = Self.tagger.tagging(of: [evidence])
    #expect(Set(tagging.values(.exercise)) == row.exercises)
    if row.exercises.isEmpty { #expect(tagging.tags.isEmpty, "\(tagging.tags.map(\.name))") }
    #expect(Set(Self.tagger.tagging(text: row.text, kind: .screen).values(.exercise)) == row.exercises)
  }

  @Test func `the list has every language`() throws {
    let rows = try ScreenWordsRow.all()
    #expect(Set(rows.map(\.language)) == ["en", "es", "pt", "fr", "de"])
  }

  @Test func `matches lie where the words are`() throws {
    let text = "you are here\nBANDED  CLAMSHELL\n30 s"
    let tagging = Self.tagger.tagging(of: [Evidence(source: .onScreen, text: text)])
    let tag = try #require(tagging.tags.first { $0.facet == .exercise })
    let bytes = Array(text.utf8)
    let words = tag.matches.map { String(decoding: bytes[$0.span], as: UTF8.self) }
    #expect(words.allSatisfy { $0.hasSuffix("CLAMSHELL") } && !words.isEmpty)
    #expect(tagging.values(.dose) == ["hold-30-s"])
  }

  @Test(arguments: [
    Evidence(source: .filename, text: "glute bridge.mp4"), Evidence(source: .sidecar, text: "Glute bridge 3 x 10"),
    Evidence(source: .embedded, field: "title", text: "Side plank"),
    Evidence(source: .filename, text: "side plank.mp4"),
    Evidence(source: .person, field: "exercise", text: "Cat-Cow"),
  ])
  func `what is written elsewhere names the exercise and not the picture`(written: Evidence) {
    let alone = Self.tagger.tagging(of: [written])
    let screen = Evidence(source: .onScreen, field: "0:00-0:03", text: "CLAMSHELL")
    for texts in [[written, screen], [screen, written]] {
      let tagging = Self.tagger.tagging(of: texts)
      #expect(tagging.movements(.primary) == alone.movements(.primary))
      #expect(tagging.exercise == alone.exercise)
      #expect(tagging.values(.exercise).contains("clamshell"))
    }
  }

  @Test func `the picture agrees with a file name and outvotes a folder`() throws {
    let screen = Evidence(source: .onScreen, text: "CLAMSHELL")
    func confidence(_ texts: [Evidence]) throws -> Confidence {
      try #require(Self.tagger.tagging(of: texts).tags.first { $0.value == "clamshell" }).confidence
    }
    let name = Evidence(source: .filename, text: "clamshell.mp4")
    #expect(try confidence([name, screen]) > confidence([name]))
    #expect(try confidence([name]) > confidence([screen]))
    let folder = Evidence(source: .folder, text: "glute bridges")
    #expect(Self.tagger.tagging(of: [folder, screen]).movements(.primary) == [.externalRotation])
    #expect(Weight.of(.onScreen) < Weight.of(.filename) && Weight.of(.onScreen) > Weight.of(.folder))
  }

  @Test func `several titles are all tagged`() {
    let texts = ["Clamshell", "Glute Bridge", "Couch Stretch"].map { Evidence(source: .onScreen, text: $0) }
    let tagging = Self.tagger.tagging(of: texts + [Evidence(source: .filename, text: "IMG_4032.MOV")])
    #expect(Set(tagging.values(.exercise)) == ["clamshell", "glute-bridge", "couch-stretch"])
    #expect(Set(tagging.movements(.primary)) == [.externalRotation, .extension])
  }

  @Test func `an exercise on the picture leaves nothing to likeness`() throws {
    let id = try #require(ReelID("0123456789ab"))
    let line = Alike(exercise: "glute-bridge", confidence: Alike.unanimous, count: 4, reels: [id]).line
    let tagging = Self.tagger.tagging(of: [
      Evidence(source: .onScreen, text: "Clamshell"), Evidence(source: .alike, text: line),
    ])
    #expect(tagging.values(.exercise) == ["clamshell"])
    #expect(EvidenceSource.onScreen.isWritten)
  }

  @Test func `words on the picture can contradict what was seen`() {
    let seen = Evidence(source: .seen, text: "extension 0.950: the hips go up about 6 times, 0:00 to 0:11")
    let reading = Self.tagger.reading(of: [Evidence(source: .onScreen, text: "CLAMSHELL"), seen], following: [])
    #expect(reading.contradictsPicture && reading.tagging.movements(.primary) == [.externalRotation])
  }

  @Test func `what a machine misreads is never guessed across opposites`() {
    for word in ["abductlon", "adductlon", "aduction", "lnternal rotation hip", "extenslon of the hip"] {
      #expect(Self.tagger.tagging(text: "side lying hip \(word)", kind: .screen).movements(.primary).isEmpty)
    }
  }

  @Test func `any text is tagged within its bytes`() {
    var random = SeededRandom(seed: 22)
    let words = ["clamshell", "  ", "\n", "\n\n", "ü", "👩‍🦰", "of", "you", "3", "x", "hip", "stretch", "\u{0}", "®", "-"]
    for _ in 0..<2000 {
      let text = random.several(upTo: 9) { $0.pick(words) }.joined(separator: random.pick([" ", "", "  "]))
      for tag in Self.tagger.tagging(text: text, kind: .screen).tags {
        #expect(tag.matches.allSatisfy { $0.span.upperBound <= text.utf8.count })
      }
    }
  }
}
