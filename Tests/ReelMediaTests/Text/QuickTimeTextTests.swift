import MediaFacts
import Testing

@testable import ReelMedia

/// Texts of QuickTime's family of formats, byte by byte.
@Suite struct QuickTimeTextTests {
  @Test(
    arguments: [
      (Array("glute bridge".utf8), "glute bridge"), (Array("a\0b".utf8), "a"), ([], ""),
      ([0xEF, 0xBB, 0xBF] + Array("é".utf8), "é"),
      ([0xFE, 0xFF, 0x00, 0x61, 0x01, 0x31], "aı"), ([0xFF, 0xFE, 0x61, 0x00, 0x31, 0x01], "aı"),
      // Not UTF-8, so Mac OS Roman.
      ([0x63, 0x61, 0x66, 0x8E], "café"), ([0xA5], "•"),
      // Half a unit at the end is left out.
      ([0xFE, 0xFF, 0x00, 0x61, 0x00], "a"), ([0xFE], "˛"),
    ] as [([UInt8], String)])
  func `a text is read by its mark, as UTF-8, or as Mac OS Roman`(bytes: [UInt8], text: String) {
    #expect(EncodedText.decode(bytes) == text)
  }

  @Test func `a long text that was cut inside a character loses that character alone`() {
    let whole = [UInt8](repeating: UInt8(ascii: "a"), count: 4000)
    #expect(EncodedText.decode(whole + [0xC3]) == String(repeating: "a", count: 4000))
    #expect(EncodedText.decode(whole + [0xF0, 0x9F, 0xA6]) == String(repeating: "a", count: 4000))
    // A short one was not cut.
    #expect(EncodedText.decode([0x61, 0xC3]) == "a√")
  }

  @Test(arguments: [(0x15C7, "eng"), (0x55C4, nil), (0, nil), (0x7FFF, nil), (0x400, nil)])
  func `a packed language has three letters or is unknown`(code: Int, language: String?) {
    #expect(EncodedText.language(code) == language)
  }

  private func text(_ type: String, _ payload: [UInt8], inList: Bool = false) -> [String] {
    AtomTextForm.texts(of: type, payload, key: "title", inList: inList).map(\.value)
  }

  @Test func `each form gives its text`() {
    let data = Array("data".utf8)
    #expect(text("©nam", [0, 0, 0, 18] + data + [0, 0, 0, 1, 0, 0, 0, 0] + Array("hi".utf8), inList: true) == ["hi"])
    #expect(text("©nam", [0, 0, 0, 18] + data + [0, 0, 0, 2, 0, 0, 0, 0, 0, 0x68], inList: true) == ["h"])
    // An image is not a text.
    #expect(text("covr", [0, 0, 0, 18] + data + [0, 0, 0, 13, 0, 0, 0, 0, 0, 0x68], inList: true) == [])
    #expect(text("\u{a9}nam", [0, 2, 0x15, 0xC7] + Array("hi".utf8) + [0, 1, 0, 0, 0x68]) == ["hi", "h"])
    #expect(text("titl", [0, 0, 0, 0, 0x15, 0xC7] + Array("hi".utf8)) == ["hi"])
    #expect(
      text("kywd", [0, 0, 0, 0, 0x15, 0xC7, 2, 3] + Array("hip".utf8) + [4] + Array("knee".utf8)) == ["hip, knee"])
  }

  @Test func `lengths that lie end at the payload`() {
    #expect(text("\u{a9}nam", [0xFF, 0xFF, 0, 0, 0x68]) == ["h"])
    #expect(text("kywd", [0, 0, 0, 0, 0, 0, 255, 255, 0x68]) == ["h"])
    #expect(text("©nam", [0, 0, 0, 0] + Array("data".utf8) + [0, 0, 0, 1, 0, 0, 0, 0], inList: true) == [])
    for count in 0..<8 { _ = text("kywd", [UInt8](repeating: 0xFF, count: count)) }
    for count in 0..<20 { _ = text("©nam", [UInt8](repeating: 0xFF, count: count), inList: true) }
    #expect(text("gnre", [0, 1]) == [])
  }

  @Test(arguments: [
    ("©des", false, "description"), ("titl", false, "title"), ("titl", true, nil), ("abcd", false, nil),
  ])
  func `a key is FFmpeg's, and some are only outside the list`(type: String, inList: Bool, key: String?) {
    #expect(AtomTextForm.key(of: type, inList: inList) == key)
  }

  @Test(arguments: [
    ("com.apple.quicktime.location.iso6709", true), ("title", false), ("gps", true), ("xmp", true),
  ])
  func `a field about a place is known by its key`(key: String, isPlace: Bool) {
    #expect(PlaceFields.tellsPlace(key: key) == isPlace)
  }

  @Test func `a value loses its places, and one that is a place is set aside`() {
    var reader = MetadataReader()
    reader.add(key: "title", value: "+48.2082+016.3738/")
    reader.add(key: "comment", value: "bridge at 48.208200, 16.373800")
    reader.add(key: "description", value: "3+4 sets")
    reader.add(key: "genre", value: "48.208200, 16.373800")
    let long = String(repeating: "a", count: WireLimits.valueByteCount - 6)
    reader.add(key: "show", value: "\(long) 48.208200, 16.373800")
    #expect(reader.fields.map(\.key) == ["comment", "description", "show"])
    #expect(reader.fields.prefix(2).map(\.value) == ["bridge at …", "3+4 sets"])
    #expect(reader.fields.last?.value == "\(long) …", "a place at the cut")
    #expect(reader.location == "+48.2082+016.3738/")
  }

  @Test func `a place is kept without its name`() {
    #expect(PlaceFields.place(in: "+48.2082+016.3738/") == "+48.2082+016.3738/")
    #expect(PlaceFields.place(in: "+48.2082+016.3738/Vienna") == "+48.2082+016.3738/")
    #expect(PlaceFields.place(in: "Vienna") == nil && PlaceFields.place(in: "a/b") == nil)
  }
}
