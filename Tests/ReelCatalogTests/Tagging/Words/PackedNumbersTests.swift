import Foundation
@testable import ReelCatalog
import Testing

@Suite struct PackedNumbersTests {
  @Test func `numbers are packed seven bits at a time, and read back`() {
    var writer = PackedWriter()
    for number in [0, 1, 127, 128, 300, 16_384] { writer.add(number) }
    #expect(writer.bytes == [0, 1, 0x7F, 0x80, 1, 0xAC, 2, 0x80, 0x80, 1])
    #expect(writer.text == "AAF/gAGsAoCAAQ")
    var reader = PackedReader("AAF/gAGsAoCAAQ")
    #expect((0..<6).map { _ in reader.int() } == [0, 1, 127, 128, 300, 16_384])
  }

  @Test func `a list is its length and its numbers`() {
    var writer = PackedWriter()
    writer.add([Int32]())
    writer.add([7, 300] as [Int32])
    #expect(writer.text == "AAIHrAI")
    var reader = PackedReader("AAI\nHr\nAI")
    #expect(reader.ints() == [])
    #expect(reader.ints() == [7, 300])
  }

  @Test(arguments: [0, 1, 2, 3, 89, 90, 91, 200])
  func `the text is base64 in lines of 120`(count: Int) {
    var writer = PackedWriter()
    for number in 0..<count { writer.add(number % 128) }
    let lines = writer.text.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.count == 120 } && lines.allSatisfy { $0.count <= 120 })
    let whole = Data(writer.bytes).base64EncodedString().replacing("=", with: "")
    #expect(lines.joined() == whole)
  }
}

@Suite struct WordTrieTests {
  private static let words = ["hip", "hips", "hinge", "90", "a", "squat", "z9", "squats", "hi"]

  private static func trie() -> WordTrie {
    var trie = WordTrie()
    for (value, word) in words.enumerated() { trie.add(Array(word.utf8), value: Int32(value)) }
    return trie
  }

  @Test func `a trie knows its words and no beginning of them, before and after packing`() {
    var trie = Self.trie()
    for _ in 0..<2 {
      for (value, word) in Self.words.enumerated() { #expect(trie.value(of: word.utf8) == Int32(value), "\(word)") }
      for word in ["h", "hin", "hipss", "9", "", "Hip", "ä", "squatz", "b"] {
        #expect(trie.value(of: word.utf8) == nil, "\(word)")
      }
      #expect(trie.children(of: WordTrie.root).count == 5)
      #expect(trie.child(of: WordTrie.root, UInt8(ascii: "H")) == nil)
      #expect(trie.value(at: WordTrie.root) == WordTrie.none)
      trie.pack()
    }
  }

  @Test func `the first value of a word stays, and words of other letters are left out`() {
    var trie = Self.trie()
    trie.add(Array("hip".utf8), value: 99)
    for word in ["", "hüfte", "Hip", "a-b", "腰"] { trie.add(Array(word.utf8), value: 99) }
    trie.pack()
    #expect(trie.value(of: "hip".utf8) == 0)
    for word in ["", "hüfte", "Hip", "a-b", "腰", "h", "a"] where word != "a" {
      #expect(trie.value(of: word.utf8) == nil)
    }
  }

  @Test func `a word is found from any node on its way`() throws {
    var trie = Self.trie()
    trie.pack()
    var node = WordTrie.root
    for letter in "hi".utf8 { node = try #require(trie.child(of: node, letter)) }
    #expect(trie.value(at: node) == 8)
    #expect(trie.value(of: "nge".utf8, from: node) == 2)
    #expect(trie.value(of: "".utf8, from: node) == 8)
  }

  @Test func `a packed trie is written node by node, and read back`() {
    var trie = WordTrie()
    trie.add(Array("ab".utf8), value: 5)
    trie.add(Array("a".utf8), value: 0)
    trie.pack()
    var writer = PackedWriter()
    trie.write(to: &writer)
    #expect(writer.text == "AwEAAAFhAQBiBg")
    var reader = PackedReader("AwEAAAFhAQBiBg")
    let read = WordTrie(&reader)
    #expect(read.value(of: "ab".utf8) == 5 && read.value(of: "a".utf8) == 0)
    #expect(read.value(of: "b".utf8) == nil && read.value(of: "abc".utf8) == nil)
  }
}
