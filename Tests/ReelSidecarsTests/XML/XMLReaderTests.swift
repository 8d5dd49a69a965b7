@testable import ReelSidecars
import Testing

@Suite struct XMLReaderTests {
  private static func root(_ text: String) throws(SidecarError) -> XMLElement {
    try XMLReader.root(of: Array(text.utf8))
  }

  @Test func `elements, attributes and text are read with their entities`() throws {
    let root = try Self.root(
      "<?xml version='1.0'?><!-- <a> -->\n<a x=\"1 &lt; 2\" y='\"'>one<b/>&amp;<b z = '&#x41;&#66;'>two</b ><![CDATA[<&]]></a>tail"
    )
    #expect(root.name == "a" && root.attributes == ["x": "1 < 2", "y": "\""])
    #expect(root.text == "one&<&")
    #expect(root.children("b").map(\.text) == ["", "two"] && root.children[1].attributes == ["z": "AB"])
    #expect(root.text(of: "b") == "" && root.text(of: "c") == nil)
  }

  @Test func `what is below comes in the order of the document`() throws {
    let root = try Self.root("<a><b><c/></b><?skip <x> ?><d/></a>")
    #expect(root.descendants.map(\.name) == ["b", "c", "d"])
    #expect(root == (try Self.root("<a  ><b><c></c></b><d/></a>")))
  }

  @Test(arguments: [
    "", "  ", "text", "<", "<a", "<a>", "<a></b>", "<a><b></a>", "<a x></a>", "<a x=1></a>", "<a x='1></a>", "<a>&</a>",
    "<a>&nbsp;</a>", "<a>&#xD800;</a>", "<a>&#1114112;</a>", "<a>&amp", "<!DOCTYPE a><a/>", "<a><!ENTITY x 'y'></a>",
    "<a><![CDATA[</a>", "<!-- <a/>", "< a/>", "<a/ >", "<a>&#x;</a>", "<a>&verylongentityname;</a>",
  ])
  func `what is not well formed, or declares something, is refused`(text: String) {
    #expect(throws: SidecarError.self) { try Self.root(text) }
  }

  @Test func `depth and number of elements are bounded`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(throws: Never.self) { try Self.root(nested(64)) }
    for depth in [65, 100_000] { #expect(throws: SidecarError.self) { try Self.root(nested(depth)) } }
    func many(_ count: Int) -> String { "<a>\(String(repeating: "<b/>", count: count - 1))</a>" }
    #expect(throws: Never.self) { try Self.root(many(20_000)) }
    #expect(throws: SidecarError.self) { try Self.root(many(20_001)) }
  }
}
