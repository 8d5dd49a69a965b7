@testable import ReelSidecars
import ReelCatalog
import Testing

/// Each program's reader, asked directly: the form it expects, and what else such a file can hold.
@Suite struct ReaderTests {
  private static let keys = [SidecarKey.path(PathBytes("clip"))]

  private struct Members: Decodable {
    let text: String?
    let texts: [String]
    let number: Double?
    private enum Key: String, CodingKey { case text, texts, number }
    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      text = members.lenient(String.self, .text)
      texts = members.lenientList(of: String.self, .texts)
      number = members.lenientNumber(.number)
    }
  }

  @Test func `a member of another kind counts as absent, and its neighbours still count`() throws {
    func read(_ text: String) throws -> Members { try SidecarJSON.decode(Members.self, from: Array(text.utf8)) }
    let good = try read(#"{"text":"a","texts":["b",5,null,"c",{}],"number":"1.5","other":[[]]}"#)
    #expect(good.text == "a" && good.texts == ["b", "c"] && good.number == 1.5)
    let bad = try read(#"{"text":[],"texts":"b","number":true}"#)
    #expect(bad.text == nil && bad.texts.isEmpty && bad.number == nil)
    let list = try SidecarJSON.decode([Lenient<Int>].self, from: Array("[1,\"2\",3.5,4]".utf8))
    #expect(list.map(\.value) == [1, nil, nil, 4])
  }

  @Test func `a broken letter costs that letter`() throws {
    let bytes = Array(#"{"text":"gr"#.utf8) + [0xFC] + Array(#"n"}"#.utf8)
    #expect(try SidecarJSON.decode(Members.self, from: bytes).text == "grün")
  }

  @Test(arguments: ["", "{", "[]", "nul", "{\"a\":}", "\u{0}"])
  func `what is no object is refused`(text: String) {
    #expect(throws: SidecarError.self) { try SidecarJSON.decode(Members.self, from: Array(text.utf8)) }
  }

  @Test func `depth and number of values are bounded before anything is decoded`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array("{\"text\":\(String(repeating: "[", count: depth - 1))\(String(repeating: "]", count: depth - 1))}".utf8)
    }
    #expect(throws: Never.self) { try SidecarJSON.decode(Members.self, from: nested(64)) }
    #expect(throws: SidecarError.self) { try SidecarJSON.decode(Members.self, from: nested(65)) }
    let many = Array("{\"texts\":[\(String(repeating: "1,", count: 500_000))1]}".utf8)
    #expect(throws: SidecarError.self) { try SidecarJSON.decode(Members.self, from: many) }
    // Signs inside a text are text.
    let signs = Array("{\"text\":\"\(String(repeating: "[\\\",", count: 200_000))\"}".utf8)
    #expect(throws: Never.self) { try SidecarJSON.decode(Members.self, from: signs) }
  }

  @Test func `yt-dlp's own title counts only where it says something new`() throws {
    func texts(_ members: String) throws -> [String] {
      try YtDlpReader.records(from: Array("{\(members)}".utf8), Self.keys).flatMap {
        $0.texts.map { "\($0.field): \($0.text)" }
      }
    }
    #expect(try texts(#""title":"Video by anna","description":"Squats""#) == ["yt-dlp description: Squats"])
    #expect(
      try texts(#""title":"Deep squ...","description":"Deep squats today""#) == [
        "yt-dlp description: Deep squats today"
      ])
    #expect(
      try texts(#""title":"Squat","tags":["hip",7,"mobility"],"chapters":[{"title":"one"},{},{"title":"two"}]"#)
        == ["yt-dlp tags: hip, mobility", "yt-dlp chapters: one\n–\ntwo", "yt-dlp title: Squat"])
    #expect(try texts(#""_type":"playlist","title":"Squat""#) == [])
  }

  @Test func `yt-dlp's ids and dates are taken, short ids not`() throws {
    let text = #"{"id":"C1234567","display_id":"abc","upload_date":"20220826","formats":[{"url":"https://x/?sig=1"}]}"#
    let record = try #require(try YtDlpReader.records(from: Array(text.utf8), Self.keys).first)
    #expect(record.keys == Self.keys + [.id("C1234567")] && record.recordedUnixSeconds == 1_661_472_000)
    #expect(record.texts.isEmpty)
    let moment = #"{"upload_date":"20220826","timestamp":1661529231}"#
    #expect(try YtDlpReader.records(from: Array(moment.utf8), []).first?.recordedUnixSeconds == 1_661_529_231)
  }

  @Test(
    arguments: [
      (#"{"description":"a","tags":["b"],"post_date":"2022-08-26"}"#, ["a"]),
      (#"{"content":"a","title":"t"}"#, ["a", "t"]),
      (##"{"tags":["#b","#c"]}"##, ["#b #c"]), (#"{"date":"2022-08-26"}"#, []), (#"{"category":"x"}"#, nil),
    ] as [(String, [String]?)])
  func `gallery-dl's tags count where there is no caption`(text: String, texts: [String]?) throws {
    let records = try GalleryDLReader.records(from: Array(text.utf8), Self.keys)
    #expect(records.first.map { $0.texts.map(\.text) } == texts && records.allSatisfy { $0.keys == Self.keys })
  }

  @Test(
    arguments: [
      (
        #"{"instaloader":{},"node":{"edge_media_to_caption":{"edges":[{"node":{"text":"a"}}]},"date":1661529231}}"#, "a"
      ),
      (#"{"instaloader":{},"node":{"caption":"b"}}"#, "b"),
      (#"{"instaloader":{},"node":{"caption":{"text":"c"}}}"#, "c"),
      (#"{"node":{"caption":"of another program"}}"#, nil), (#"{"instaloader":{},"node":{}}"#, nil), ("[]", nil),
    ] as [(String, String?)])
  func `instaloader's caption is where its versions put it`(text: String, caption: String?) throws {
    let records = try InstaloaderReader.records(from: Array(text.utf8), Self.keys)
    #expect(records.first?.texts.first?.text == caption && records.isEmpty == (caption == nil))
  }

  @Test func `TikTok's posts are known by the number in their link`() throws {
    let text = """
      {"Post": {"Posts": {"VideoList": [
        {"Date": "2022-08-26 15:53:51", "Link": "https://www.tiktok.com/@a/video/7300000000000000001/", "Title": "T"},
        {"Link": "https://www.tiktok.com/@a/video/12/", "Title": "too short"}, 5, {"Title": "none"}]}},
       "Video": {"Videos": {"VideoList": [{"Link": "x/7300000000000000002?lang=en", "AlternateText": "A"}]}},
       "Activity": {"Searches": ["private"]}}
      """
    let records = try TikTokReader.records(from: Array(text.utf8))
    #expect(records.map(\.keys) == [[.id("7300000000000000001")], [.id("7300000000000000002")]])
    #expect(records.map { $0.texts.map(\.text) } == [["T"], ["A"]])
    #expect(records[0].recordedUnixSeconds == 1_661_529_231)
    #expect(try TikTokReader.records(from: Array(#"{"Post":null,"Video":{"Videos":null}}"#.utf8)).isEmpty)
  }

  @Test func `Instagram's addresses count from any folder above, and never lead out`() throws {
    let text = """
      [{"title": "Fall", "creation_timestamp": 1661529231, "media": [
         {"uri": "media/reels/1.mp4", "title": "Ã¼bung"}, {"uri": "media/2.mp4", "title": ""}]},
       {"media": [{"uri": "../../etc/3.mp4", "title": "out"}]}, {"media": [{"uri": "/4.mp4", "title": "root"}]}, 7,
       {"uri": "media/5.mp4", "title": "alone"}, {"title": "no place"},
       {"label_values": [{"label": "Caption", "value": "new"}, {"label": "URL", "value": "https://i.com/reel/SHORTCODE1/"}]}]
      """
    let records = try InstagramReader.records(from: Array(text.utf8), path: PathBytes("export/your/reels.json"))
    #expect(records.map { $0.texts.map(\.text) } == [["übung"], ["Fall"], ["alone"], ["new"]])
    #expect(
      records[0].keys
        == ["export/your/media/reels/1", "export/media/reels/1", "media/reels/1"].map { .path(PathBytes($0)) })
    #expect(records[3].keys == [.id("SHORTCODE1")] && records[1].recordedUnixSeconds == 1_661_529_231)
  }

  @Test(arguments: [
    ("<movie><plot>p</plot><outline>p</outline><tag>a</tag><tag> b </tag></movie>", ["p", "a, b"]),
    ("<video><outline>o</outline><title>t</title></video>https://x", ["o", "t"]), ("https://example.com", []), ("", []),
    ("<tvshow><plot>p</plot></tvshow>", []),
  ])
  func `Kodi's plot, tags and title are read`(text: String, texts: [String]) throws {
    #expect(try KodiReader.texts(from: Array(text.utf8)).compactMap { $0?.text } == texts)
  }

  @Test func `XMP's properties are elements or attributes, places are not read`() throws {
    let text = """
      <x:xmpmeta><rdf:RDF><rdf:Description dc:title="T" xmp:CreateDate="2022-08-26" exif:GPSLatitude="48,12N">
      <dc:subject><rdf:Bag><rdf:li>hip</rdf:li><rdf:li>squat</rdf:li></rdf:Bag></dc:subject>
      <lr:hierarchicalSubject><rdf:Bag><rdf:li>hip|flexion</rdf:li></rdf:Bag></lr:hierarchicalSubject>
      <dc:description>plain</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>
      """
    let record = try #require(try XMPReader.records(from: Array(text.utf8), Self.keys).first)
    #expect(record.texts.map(\.text) == ["plain", "hip, squat, hip flexion", "T"])
    #expect(record.recordedUnixSeconds == 1_661_472_000)
    #expect(try XMPReader.texts(inPacket: Array(text.utf8)).map(\.property) == ["description", "subject", "title"])
    #expect(try XMPReader.records(from: Array("<a/>".utf8), Self.keys).isEmpty)
    #expect(throws: SidecarError.self) { try XMPReader.texts(inPacket: [0xFF]) }
  }

  @Test(arguments: [
    (
      "1\n00:00:01,000 --> 00:00:02,000\n<i>One</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nOne\nTwo {\\an8}\n", "One\nTwo"
    ),
    ("WEBVTT\nKind: captions\n\nNOTE\nnot said\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\n<c.yellow>Hi</c>", "Hi"),
    ("[Events]\nFormat: a\nDialogue: 0,0:0:0,0:0:1,D,,0,0,0,,One\\Ntwo, three\nDialogue: short", "One two, three"),
    ("00:01.000 --> 00:02.000\na\n\n00:06.000 --> 00:07.000 align:start\nb", "a\n\nb"),
    ("1\n00:00:01,000 --> 00:00:02,900\na\nb\n\n2\n00:00:02,990 --> 00:00:04,000\nb\n \nc\n", "a\nb\nc"),
    ("Dialogue: 0,0:00:00.00,0:00:01.50,D,,0,0,0,,a\nDialogue: 0,0:00:04.50,0:00:05.00,D,,0,0,0,,b", "a\n\nb"),
    ("99:99 --> x\na\n\n-1:00.000 --> 00:00:00\nb", "a\nb"),
    ("sprite.jpg#xywh=0,0,1,1", ""), ("", ""), ("\u{FEFF}Plain\r\nlines", "Plain\nlines"), ("{never closed", ""),
  ])
  func `only what is said is taken from subtitles, a repeated line once`(text: String, said: String) {
    #expect(SubtitleFileReader.text(from: Array(text.utf8)) == said)
  }
}
