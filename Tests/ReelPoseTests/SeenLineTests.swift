import ReelCatalog
import TestSupport
import Testing

/// The line that stands for what was seen among a reel's texts, and what the tagger makes of it.
@Suite struct SeenLineTests {
  private let tagger = Tagger.standard

  private func seen(
    position: Position? = .standing, movement: HipMovement? = .extension, mode: Mode? = nil, isTag: Bool = true
  ) -> Seen {
    func sighting<Value>(_ value: Value?, _ permille: Int) -> Sighting<Value>? {
      value.map { Sighting($0, confidence: Confidence(permille: permille), isTag: isTag) }
    }
    return Seen(
      part: 3_000...17_000, position: sighting(position, 981), movement: sighting(movement, 973),
      mode: sighting(mode, 955), pattern: .squat, axis: .flexion, sides: .both, repetitions: 9,
      exercises: [Seen.Likeness(exercise: "goblet-squat", permille: 600, clipCount: 7)])
  }

  @Test func `the line says the tags first, then words for people`() {
    let line = seen(mode: .strength).evidence
    #expect(line?.source == .seen)
    #expect(
      line?.text
        == "standing 0.981, extension 0.973, strength 0.955: hips and knees bend together about 9 times, "
        + "0:03 to 0:17, like 7 of goblet-squat")
    #expect(seen(isTag: false).evidence == nil)
    #expect(Seen(gate: .lost, part: 0...1).evidence == nil)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `a line claims what was sure, and nothing else`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let seen = SeenStoredTests.anySeen(&random)
      var expected: Set<String> = []
      if let position = seen.position, position.isTag, position.confidence.permille > 0 {
        expected.insert("position:\(position.value.rawValue)")
      }
      if let movement = seen.movement, movement.isTag, movement.confidence.permille > 0 {
        expected.insert("movement:\(movement.value.rawValue)")
      }
      if let mode = seen.mode, mode.isTag, mode.confidence.permille > 0 {
        expected.insert("mode:\(mode.value.rawValue)")
      }
      let isZero = [seen.position?.zeroTag, seen.movement?.zeroTag, seen.mode?.zeroTag].contains(true)
      let evidence = seen.evidence
      let tags = evidence.map { tagger.tagging(of: [$0]).tags } ?? []
      // Nothing becomes a tag with no confidence at all, so no such line is made in earnest.
      guard !isZero else { continue }
      #expect(Set(tags.map { "\($0.name.facet.rawValue):\($0.name.value)" }) == expected)
      let text = Array((evidence?.text ?? "").utf8)
      for tag in tags {
        for match in tag.matches {
          #expect(String(decoding: text[match.span], as: UTF8.self) == tag.name.value)
        }
      }
    }
  }

  @Test(arguments: [
    "extension 2.000: x", "foo 0.9: ", "foo 0.900: x", "extension 0.999", "extension 0.99: x", "extension 0.9999: x",
    "extension 0.000: x", "extension 1.001: x", "extension -0.99: x", "extension 0.+99: x", "extension 0.-99: x",
    "extension: 0.999: x", ": extension 0.999", "extension 0.999 0.999: x", "extension  0.999, foo 0.999: x",
    "extension 0.999,: x", ",extension 0.999: x", "extension,0.999: x", "Extension 0.999: x", "extension\t0.999: x",
    "extension 0.999\n: x", "extension ０.999: x", "extension 0.٩٩٩: x", "", ":", " : ", "squat deep hip flexor stretch",
    "hip flexor stretch: hips 90/90", "primary:extension 0.999: x", "person:extension 0.999: x", "extension 1.000x: y",
    "extension 0.9e9: x", "extension nan: x",
  ])
  func `a forged line claims nothing`(text: String) {
    #expect(tagger.tagging(of: [Evidence(source: .seen, text: text)]).tags.isEmpty)
  }

  @Test func `very long lines claim nothing and cost little`() {
    for text in [
      String(repeating: "x", count: 1_000_000), String(repeating: ",", count: 1_000_000) + ":",
      String(repeating: "extension 0.999, ", count: 60_000), String(repeating: " ", count: 1_000_000) + ": y",
      String(repeating: "foo 0.999, ", count: 60_000) + ": y",
    ] {
      #expect(tagger.tagging(of: [Evidence(source: .seen, text: text)]).tags.isEmpty)
    }
  }

  @Test func `what was seen makes tags of its own source`() throws {
    let tags = tagger.tagging(of: [try #require(seen().evidence)]).tags
    #expect(tags.map(\.name.value).sorted() == ["extension", "standing"])
    let movement = try #require(tags.first { $0.name.facet == .movement })
    #expect(movement.name.role == .primary)
    #expect(movement.matches.map(\.entry) == ["seen:movement"])
  }

  @Test(arguments: [
    Evidence(source: .filename, text: "clamshell.mp4"), Evidence(source: .sidecar, text: "Hip flexor march"),
    Evidence(source: .folder, text: "hip adduction"), Evidence(source: .post, text: "hip abduction drills"),
  ])
  func `a written movement that disagrees wins, and the reel is listed`(written: Evidence) throws {
    let line = try #require(seen(position: nil).evidence)
    let alone = tagger.reading(of: [written], following: [])
    for texts in [[written, line], [line, written]] {
      let reading = tagger.reading(of: texts, following: [])
      #expect(reading.contradictsPicture)
      #expect(!reading.tagging.tags.contains { $0.name.facet == .movement && $0.name.value == "extension" })
      #expect(Set(reading.tagging.tags.map(\.name)) == Set(alone.tagging.tags.map(\.name)))
    }
    #expect(!alone.contradictsPicture)
  }

  @Test func `a written movement that agrees is no contradiction`() throws {
    let written = Evidence(source: .filename, text: "hip extension")
    let reading = tagger.reading(of: [written, try #require(seen().evidence)], following: [])
    #expect(!reading.contradictsPicture)
    #expect(reading.tagging.tags.contains { $0.name.value == "extension" && $0.name.role == .primary })
  }

  @Test func `words without a movement leave what was seen`() throws {
    let written = Evidence(source: .filename, text: "IMG_4001.MP4")
    let reading = tagger.reading(of: [written, try #require(seen().evidence)], following: [])
    #expect(!reading.contradictsPicture)
    #expect(reading.tagging.tags.contains { $0.name.value == "extension" })
  }

  @Test func `a written position wins without a contradiction`() throws {
    let written = Evidence(source: .filename, text: "supine")
    let reading = tagger.reading(of: [written, try #require(seen(movement: nil).evidence)], following: [])
    #expect(!reading.contradictsPicture)
    #expect(reading.tagging.tags.filter { $0.name.facet == .position }.map(\.name.value) == ["supine"])
  }
}

extension Sighting {
  fileprivate var zeroTag: Bool { isTag && confidence.permille == 0 }
}
