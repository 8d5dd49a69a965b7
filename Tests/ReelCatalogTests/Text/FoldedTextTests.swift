import Foundation
import ReelCatalog
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Hip-Flexor_01", ["hip", "flexor", "01"]), ("Übung", ["ubung"]), ("U\u{308}bung", ["ubung"]),
    ("STRASSE straße", ["strasse", "strasse"]),
    ("ｆｕｌｌ ﬁt", ["full", "fit"]), ("İstanbul", ["istanbul"]), ("90°/90°", ["90", "90"]), ("🔥", []),
    ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]),
    ("腰ストレッチ", ["腰ストレッチ"]), ("couch's", ["couch", "s"]),
  ])
  func `words are letters and digits without case, accents and widths`(text: String, words: [String]) {
    #expect(FoldedText(text).words == words.map { FoldedText($0).text })
  }

  @Test func `every character folds like its decomposition, and what is folded stays as it is`() {
    let scalars = (0...UInt32(0x2FFFF)).compactMap(Unicode.Scalar.init)
    let wrong = scalars.filter { scalar in
      let text = String(Character(scalar))
      let folded = FoldedText(text).text
      let isSameDecomposed = FoldedText(text.decomposedStringWithCanonicalMapping).text.utf8.elementsEqual(folded.utf8)
      return !isSameDecomposed || !FoldedText(folded).text.utf8.elementsEqual(folded.utf8)
    }
    #expect(wrong.map { String($0.value, radix: 16) } == [])
  }
}
