import Foundation
@testable import ReelCatalog
import Testing

@Suite struct NearestWordTests {
  @Test(
    arguments: [
      ("lenght", ["left", "length"], "length"), ("movment", ["mode", "movement"], "movement"),
      ("isde", ["mode", "side"], "side"), ("MODE", ["mode"], "mode"), ("cat", ["bat", "hat"], "bat"),
      ("hat", ["bat", "hat"], "hat"), ("ext", ["flexion", "extension"], "extension"), ("ex", ["extension"], nil),
      ("flexion", ["extension"], nil), ("xyz", ["mode", "side"], nil), ("mode", [], nil), ("ab", ["cd"], nil),
      ("übung", ["ubung"], "ubung"),
    ] as [(String, [String], String?)])
  func `the word that takes the fewest slips is meant, if they are few`(
    word: String, candidates: [String], nearest: String?
  ) {
    #expect(NearestWord.to(word, among: candidates) == nearest)
  }

  @Test func `a very long word costs no more than a long one`() {
    #expect(NearestWord.to(String(repeating: "a", count: 1_000_000), among: ["stretch", "aaa"]) == nil)
  }

  @Test func `a word outside a closed list names what was probably meant`() throws {
    #expect(try ReelSide(word: "left") == .left)
    let error = #expect(throws: UnknownWord.self) { try Mode(word: "strech") }
    #expect(error?.word == "strech" && error?.suggestion == "stretch")
    #expect(error?.known == Mode.allCases.map(\.rawValue))
    #expect(UnknownWord(word: "qqqq", known: ["left", "right"]).suggestion == nil)
    #expect(throws: UnknownWord.self) { try ReelSide(word: "Left") }
  }
}

@Suite struct ScalarFoldingTests {
  @Test(
    arguments: [
      ("Å", "a"), ("ﬁ", "fi"), ("ß", "ss"), ("ẞ", "ss"), ("ς", "σ"), ("\u{301}", ""), ("𝐇", "h"), ("🄰", "a"),
      ("腰", "腰"), ("㎏", "kg"), ("Ⅷ", "viii"), ("İ", "i"), ("ı", "i"), ("Ł", "l"), ("ｶ", "カ"), ("À", "a"), ("ẵ", "a"),
    ] as [(Unicode.Scalar, String)])
  func `case, accents and width go, whichever block the character is from`(scalar: Unicode.Scalar, folded: String) {
    #expect(ScalarFolding.folded(scalar) == folded)
  }

  @Test(arguments: [0x80, 0x24F, 0x250, 0x33FF, 0x3400, 0xF900, 0xFFFF, 0x1D400, 0x1D7FF, 0x1F100, 0x1F2FF, 0x10FFFF])
  func `at the borders of blocks nothing is taken from a neighbour`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let alone = String(Character(scalar)).decomposedStringWithCompatibilityMapping.lowercased()
    #expect(ScalarFolding.folded(scalar).unicodeScalars.elementsEqual(alone.unicodeScalars))
  }
}
