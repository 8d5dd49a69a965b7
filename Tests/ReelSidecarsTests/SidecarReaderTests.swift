import ReelCatalog
import Testing

@testable import ReelSidecars

@Suite struct SidecarReaderTests {
  @Test func `a playlist's file and an empty object speak of no video`() throws {
    #expect(try read(#"{"_type": "playlist", "id": "abcdefgh", "title": "Hip day"}"#, as: "x.info.json").isEmpty)
    #expect(try read("{}", as: "x.info.json").first?.texts == [])
  }

  @Test func `members of another kind count as absent`() throws {
    let text = #"{"id": 7, "title": ["x"], "description": "Clamshell", "tags": "none", "timestamp": "1661529231"}"#
    let record = try #require(try read(text, as: "x.info.json").first)
    #expect(record.texts == [SidecarText("yt-dlp description", "Clamshell")])
    #expect(record.recordedUnixSeconds == 1_661_529_231)
  }

  @Test func `chapters and tags of yt-dlp speak, comments never do`() throws {
    let text = """
      {"id": "abcdefgh", "chapters": [{"title": "Clamshell", "start_time": 0}, {"title": "Bridge"}],
       "tags": ["hip", "mobility"], "comments": [{"text": "nice kettlebell swing"}]}
      """
    let record = try #require(try read(text, as: "x.info.json").first)
    #expect(record.text("yt-dlp chapters") == "Clamshell\nBridge")
    #expect(record.text("yt-dlp tags") == "hip, mobility")
    #expect(!record.texts.contains { $0.text.contains("kettlebell") })
  }

  @Test func `a null list in TikTok's export is no list`() throws {
    #expect(try read(#"{"Video": {"Videos": {"VideoList": null}}, "Post": null}"#, as: "user_data.json").isEmpty)
  }

  @Test func `an Instagram address that leaves the export joins to nothing`() throws {
    let text = #"[{"media": [{"uri": "../../etc/x.mp4", "title": "Bridge"}]}]"#
    #expect(try read(text, as: "posts_1.json").isEmpty)
  }

  @Test func `JSON of no known program says nothing`() throws {
    #expect(try read(#"{"name": "package", "version": "1"}"#, as: "clip.json").isEmpty)
    #expect(try read("[1, 2, 3]", as: "clip.json").isEmpty)
  }

  @Test(arguments: ["", "not json", "{", "[1,", "\"", "{\"a\": \u{1}}"])
  func `what is no JSON is an error`(text: String) {
    #expect(throws: SidecarError.self) { try read(text, as: "clip.info.json") }
  }

  @Test(arguments: [
    ("<!DOCTYPE x [<!ENTITY a \"b\">]><movie><plot>&a;</plot></movie>", "has a document type, which is not supported"),
    ("<movie><plot>&unknown;</plot></movie>", "uses an unsupported entity"),
    ("<movie><plot>open", "is not well-formed XML"),
    ("plain words", "is not XML"),
  ])
  func `XML that could grow or name other files is refused`(text: String, message: String) {
    #expect(throws: SidecarError(message)) { try read(text, as: "clip.nfo") }
  }

  @Test func `an nfo file that is only an address says nothing`() throws {
    #expect(try read("https://www.themoviedb.org/movie/1\n", as: "clip.nfo").isEmpty)
  }

  @Test func `an nfo file may end with an address`() throws {
    let text = "<movie><title>A</title><plot><![CDATA[Hip <b> day]]></plot><tag>hips</tag></movie>\nhttps://x.example/1"
    let record = try #require(try read(text, as: "clip.nfo").first)
    #expect(record.texts.map(\.text) == ["Hip <b> day", "hips", "A"])
  }

  @Test func `XMP in its short form is read as well`() throws {
    let text = """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description dc:description="Clamshell left" xmp:CreateDate=\
      "2024-05-01T10:00:00+02:00" exif:GPSLatitude="53,7.1N"/></rdf:RDF></x:xmpmeta>
      """
    let record = try #require(try read(text, as: "clip.xmp").first)
    #expect(record.texts == [SidecarText("XMP description", "Clamshell left")])
    #expect(record.recordedUnixSeconds == 1_714_550_400)
  }

  @Test func `subtitles of every form lose their marks`() throws {
    let vtt = """
      WEBVTT
      Kind: captions
      Language: en

      NOTE a comment
      over two lines

      00:00.000 --> 00:01.000 align:start
      <c.yellow>Clam</c><00:00:00.500> shell

      00:01.000 --> 00:02.000
      <c.yellow>Clam</c> shell
      """
    #expect(try read(vtt, as: "a.en.vtt").first?.texts.map(\.text) == ["Clam shell"])
    let ass = """
      [Script Info]
      Title: x
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Dialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,{\\an8}Hip bridge,\\Nslowly
      """
    #expect(try read(ass, as: "a.ass").first?.texts.map(\.text) == ["Hip bridge, slowly"])
    let latin: [UInt8] = Array("1\n00:00:01,000 --> 00:00:02,000\nH".utf8) + [0xFC] + Array("fte\n".utf8)
    #expect(try read(latin, as: "a.de.srt").first?.texts.map(\.text) == ["Hüfte"])
  }

  @Test func `what is too long is refused as JSON and cut as text`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: SidecarText.longestByteCount + 1)
    #expect(try read(long, as: "clip.txt").first?.texts.first?.text.utf8.count == SidecarText.longestByteCount)
    let json = [UInt8](repeating: UInt8(ascii: " "), count: (2 << 20) + 1)
    #expect(throws: SidecarError("is longer than 2048 KiB")) { try read(json, as: "clip.mp4.json") }
  }

  @Test func `nesting and counts beyond reason are refused before they are decoded`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: SidecarError("is nested deeper than 64 levels")) { try read(deep, as: "x.info.json") }
    let wide = "[" + String(repeating: "0,", count: 600_000) + "0]"
    #expect(throws: SidecarError("has more than 500000 values")) { try read(wide, as: "posts_1.json") }
    let elements = "<movie>" + String(repeating: "<a/>", count: 30_000) + "</movie>"
    #expect(throws: SidecarError("is nested too deeply or has too many elements")) { try read(elements, as: "x.nfo") }
  }
}
