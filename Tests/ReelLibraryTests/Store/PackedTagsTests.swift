import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct PackedTagsTests {
  /// Names by their rows, as a table would have them.
  private final class Names {
    var names: [TagName] = []

    func row(_ name: TagName) -> Int {
      if let known = names.firstIndex(of: name) { return known }
      names.append(name)
      return names.count - 1
    }

    func name(_ row: Int) -> TagName? { names.indices.contains(row) ? names[row] : nil }
  }

  @Test func `random tags come back as they were packed`() throws {
    var random = RandomReel(seed: 3)
    let names = Names()
    for reel in random.reels(300) {
      let packed = PackedTags(reel.tagging) { names.row($0) }
      #expect(try packed.tags(.evidence, name: names.name) == reel.tagging.tags)
      #expect(
        try packed.tags(.tags, name: names.name)
          == reel.tagging.tags.map {
            Tag(facet: $0.facet, value: $0.value, role: $0.role, confidence: $0.confidence, matches: [])
          })
      #expect(try packed.listed().map(\.permille) == reel.tagging.tags.map(\.confidence.permille))
    }
  }

  @Test(arguments: [0, 1, -1, 127, 128, -128, 1_000_000, Int.max >> 1, Int.min >> 1])
  func `a weight may be any number`(weight: Int) throws {
    let tag = Tag(
      facet: .mode, value: "stretch", confidence: .certain,
      matches: [Match(evidence: 2, span: 300..<70_000, entry: "mode:stretch", weight: weight)])
    let names = Names()
    let packed = PackedTags(Tagging(tags: [tag])) { names.row($0) }
    #expect(try packed.tags(.evidence, name: names.name) == [tag])
  }

  @Test func `of two tags with one name the first counts`() throws {
    let tags = [900, 400].map { Tag(facet: .side, value: "left", confidence: Confidence(permille: $0), matches: []) }
    let names = Names()
    let packed = PackedTags(Tagging(tags: tags)) { names.row($0) }
    #expect(try packed.tags(.evidence, name: names.name) == [tags[0]])
  }

  @Test func `a tag whose name nobody knows is left out`() throws {
    let tagging = Tagging(tags: [Tag(facet: .side, value: "left", confidence: .certain, matches: [])])
    #expect(try PackedTags(tagging) { _ in 4 }.tags(.evidence) { _ in nil }.isEmpty)
  }

  @Test func `bytes from a stranger are tags or an error, never a trap`() throws {
    var random = RandomReel(seed: 4)
    var changes = SeededRandom(seed: 5)
    let names = Names()
    var errorCount = 0
    for reel in random.reels(100) {
      let good = PackedTags(reel.tagging) { names.row($0) }.bytes
      for _ in 0..<50 {
        var bytes = good
        for _ in 0..<Int.random(in: 1...4, using: &changes) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &changes)
          switch Int.random(in: 0..<3, using: &changes) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &changes)
          case 1: bytes.removeSubrange(place...)
          default: bytes.insert(0xFF, at: place)
          }
        }
        do { _ = try PackedTags(stored: bytes).tags(.evidence, name: names.name) } catch let error as LibraryError {
          #expect(error.code == .catalogDamaged)
          errorCount += 1
        }
      }
    }
    #expect(errorCount > 1000)
  }
}
