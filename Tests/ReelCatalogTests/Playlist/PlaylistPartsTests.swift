import Foundation
import MediaFacts
@testable import ReelCatalog
import Testing

/// What the formats are made of, each asked directly.
@Suite struct PlaylistPartsTests {
  private static let place = PlaylistPlace(reelFolder: PathBytes("/reels"), playlistFolder: PathBytes("/lists"))

  /// An entry of 40 seconds that plays a part of a minute's video.
  private static func entry(
    _ path: PathBytes = PathBytes("a.mp4"), part: Range<Int> = 0..<60_000, seconds: Int = 40, isCut: Bool = false,
    plays: Int = 1, title: String = "Squat", block: String = "Sit", side: ReelSide? = nil, cue: String? = nil,
    video: VideoFacts? = nil
  ) throws -> Playlist.Entry {
    Playlist.Entry(
      reel: try PlanSamples.id(1), path: path, slot: 0, exercise: nil, title: title, block: block, side: side, sets: 1,
      seconds: seconds, part: part, isCut: isCut, plays: plays, transitionSeconds: 0, cue: cue, video: video)
  }

  private static func playlist(_ entries: [Playlist.Entry], title: String = "Sample") -> Playlist {
    Playlist(titled: title, entries: entries, vocabulary: PlaylistTests.vocabulary)
  }

  @Test(
    arguments: [
      ("a b.mp4", "../reels/a b.mp4", true), ("a#1.mp4", "file:///reels/a%231.mp4", false),
      ("a?.mp4", "file:///reels/a%3F.mp4", false), ("100%.mp4", "../reels/100%.mp4", true),
      ("a%41.mp4", "file:///reels/a%2541.mp4", false), ("a\n.mp4", "file:///reels/a%0A.mp4", false),
      ("a\u{2028}.mp4", "file:///reels/a%E2%80%A8.mp4", false), ("a ", "file:///reels/a%20", false),
    ] as [(String, String, Bool)])
  func `a name is written plain only where every player reads it plain`(
    name: String, reference: String, isPortable: Bool
  ) {
    let entry = EntryReference(PathBytes(name), at: Self.place, .auto)
    #expect(String(decoding: entry.bytes, as: UTF8.self) == reference)
    #expect(entry.isPortable == isPortable && entry.isUnderstood)
  }

  @Test func `a style that was asked for is kept while a line can hold it`() {
    func reference(_ path: PathBytes, _ style: EntryStyle) -> EntryReference {
      EntryReference(path, at: Self.place, style)
    }
    let hash = reference(PathBytes("a#1.mp4"), .relative)
    #expect(hash.isPortable && !hash.isUnderstood && hash.bytes == Array("../reels/a#1.mp4".utf8))
    #expect(!reference(PathBytes("a#1.mp4"), .absolute).isUnderstood)
    #expect(reference(PathBytes("a.mp4"), .absolute).bytes == Array("/reels/a.mp4".utf8))
    for style in [EntryStyle.relative, .absolute, .uri] {
      #expect(reference(PathBytes("a\n.mp4"), style).bytes == Array("file:///reels/a%0A.mp4".utf8))
    }
    #expect(reference(PathBytes([0x61, 0xFF]), .auto).bytes == Array("file:///reels/a%FF".utf8))
  }

  @Test(arguments: [
    ("~me.mp4", "./~me.mp4"), (" a.mp4", "./ a.mp4"), ("#a.mp4", "./#a.mp4"), ("http:a", "./http:a"),
    ("a/b:c", "a/b:c"), ("../a", "../a"), ("a", "a"),
  ])
  func `a name that would begin something else is guarded`(name: String, guarded: String) {
    #expect(EntryReference.guarded(Array(name.utf8)) == Array(guarded.utf8))
  }

  @Test(arguments: [(0, "0.000"), (7, "0.007"), (1500, "1.500"), (3_600_001, "3600.001")])
  func `a time is seconds with three decimals`(milliseconds: Int, text: String) {
    #expect(PlayerOptions.seconds(milliseconds) == text)
  }

  @Test func `a player is told only what is not its default`() throws {
    #expect(PlayerOptions.vlc(try Self.entry()) == [])
    #expect(
      PlayerOptions.vlc(try Self.entry(part: 1500..<13_500, isCut: true, plays: 3))
        == ["start-time=1.500", "stop-time=13.500", "input-repeat=2"])
  }

  @Test(
    arguments: [
      (0..<60_000, 40, [0..<60_000]), (1000..<13_000, 40, [1000..<13_000, 1000..<13_000, 1000..<13_000, 1000..<5000]),
      (0..<20_000, 40, [0..<20_000, 0..<20_000]), (0..<39_500, 40, [0..<39_500]),
      (0..<13_200, 40, [0..<13_200, 0..<13_200, 0..<13_200]),
    ] as [(Range<Int>, Int, [Range<Int>])])
  func `passes fill an entry's time to within a second`(part: Range<Int>, seconds: Int, passes: [Range<Int>]) throws {
    #expect(try Self.entry(part: part, seconds: seconds).passes == passes)
  }

  @Test(arguments: [
    ("a\nb\u{2028}c", "a b c"), ("  a   b ", "a b"), ("# #a", "a"), ("a #EXTM3U b", "a # EXTM3U b"),
    ("#extinf", "extinf"), ("x#Ext", "x# Ext"), ("", ""), ("\u{7}", ""), ("ex#", "ex#"),
  ])
  func `a title is one line without instructions`(text: String, clean: String) {
    #expect(PlaylistTitle.clean(text) == clean)
  }

  @Test func `a long title ends between characters`() {
    let clean = PlaylistTitle.clean(String(repeating: "👩‍👩‍👧", count: 100))
    #expect(clean.utf8.count <= PlaylistTitle.byteLimit && clean.utf8.count > PlaylistTitle.byteLimit - 18)
    #expect(clean.allSatisfy { $0 == "👩‍👩‍👧" })
  }

  @Test func `a title has its block in front, so that no player splits it`() throws {
    #expect(PlaylistTitle.line(try Self.entry(title: "Switch, left")) == "Sit - Switch, left")
    #expect(PlaylistTitle.line(try Self.entry(block: "A - B")) == "A – B - Squat")
    #expect(PlaylistTitle.line(try Self.entry(block: "\n")).hasSuffix(" - Squat"))
  }

  private static let hostile = "=cmd\",]]><b>&\r\n#EXT"

  private static func rendered(_ format: PlaylistFormat, _ entries: [Playlist.Entry]) -> RenderedPlaylist {
    format.rendered(playlist(entries, title: hostile), at: place)
  }

  @Test(arguments: PlaylistFormat.allCases)
  func `no title breaks out of its place in a format`(format: PlaylistFormat) throws {
    let entry = try Self.entry(PathBytes("a.mp4"), title: Self.hostile, block: Self.hostile)
    let usual = Self.rendered(format, [try Self.entry()])
    let hostile = Self.rendered(format, [entry])
    func lines(_ rendered: RenderedPlaylist) -> Int { rendered.bytes.count { $0 == UInt8(ascii: "\n") } }
    // A cell may hold a line's end, within quotes; every other format has as many lines as ever.
    if format != .csv { #expect(lines(hostile) == lines(usual)) }
    let text = String(decoding: hostile.bytes, as: UTF8.self)
    #expect(!text.contains("<b>") || [.m3u8, .pls, .edl, .ffconcat, .csv, .json, .jspf].contains(format))
    #expect(!text.contains("\n#EXT") || format == .m3u8 || format == .csv)
  }

  @Test func `a table's cell is quoted, and never a formula`() throws {
    let entry = try Self.entry(title: "=1+1", block: "a,\"b\"", cue: "-x")
    let lines = String(decoding: CSVFormat.rendered(Self.playlist([entry]), at: Self.place, .auto).bytes, as: UTF8.self)
      .split(separator: "\r\n")
    #expect(lines.count == 2 && lines[1].hasPrefix("1,\"a,\"\"b\"\"\",'=1+1,,'-x,1,40,0,0,60000,1,,"))
    let raw = try Self.entry(PathBytes([0x61, 0xFF]))
    let text = String(decoding: CSVFormat.rendered(Self.playlist([raw]), at: Self.place, .auto).bytes, as: UTF8.self)
    #expect(text.hasSuffix(",file:///reels/a%FF,\r\n"))
  }

  @Test func `an edit list counts the bytes of every value`() throws {
    let entry = try Self.entry(PathBytes("ü,1.mp4"), part: 0..<20_000, title: "é")
    let rendered = EDLFormat.rendered(Self.playlist([entry]), at: Self.place, .auto)
    let line = "%17%../reels/ü,1.mp4,0.000,20.000,title=%8%Sit - é\n"
    #expect(String(decoding: rendered.bytes, as: UTF8.self) == "# mpv EDL v0\n\(line)\(line)")
    #expect(rendered.warnings.isEmpty)
    let many = Array(repeating: try Self.entry(PathBytes(String(repeating: "a", count: 4000))), count: 260)
    #expect(EDLFormat.rendered(Self.playlist(many), at: Self.place, .auto).warnings == [.tooLong])
  }

  @Test func `a list for ffmpeg quotes names, and leaves out what a line cannot hold`() throws {
    let entries = try [
      Self.entry(PathBytes("it's.mp4"), part: 1500..<41_500, isCut: true), Self.entry(PathBytes("a\n.mp4")),
    ]
    let rendered = FFConcatFormat.rendered(Self.playlist(entries), at: Self.place, .auto)
    #expect(
      String(decoding: rendered.bytes, as: UTF8.self)
        == "ffconcat version 1.0\n# Sit - Squat\nfile './../reels/it'\\''s.mp4'\ninpoint 1.500\noutpoint 41.500\n")
    #expect(rendered.warnings == [.leftOut(PathBytes("a\n.mp4"))])
    let mixed = try [Self.entry(video: Sample.video(width: 100)), Self.entry(video: Sample.video(width: 200))]
    #expect(FFConcatFormat.rendered(Self.playlist(mixed), at: Self.place, .auto).warnings == [.mixedVideos])
  }

  @Test func `XML holds no character that XML has not`() throws {
    let entry = try Self.entry(title: "a<b>&\u{FFFE}]]>")
    let text = String(
      decoding: XSPFFormat.rendered(Self.playlist([entry], title: "\u{1}"), at: Self.place, .auto).bytes, as: UTF8.self)
    #expect(text.contains("<title>a&lt;b&gt;&amp; ]]&gt;</title>") && text.contains("<title></title>"))
    #expect(!text.unicodeScalars.contains { $0.value == 0xFFFE || ($0.value < 0x20 && $0 != "\n") })
    #expect(XSPFFormat.note(entry) == nil)
  }

  @Test func `the players' formats number and measure their entries`() throws {
    let entries = try [Self.entry(part: 500..<60_000), Self.entry(PathBytes("#b.mp4"), seconds: 7)]
    let pls = PLSFormat.rendered(Self.playlist(entries), at: Self.place, .relative)
    #expect(
      String(decoding: pls.bytes, as: UTF8.self) == """
        [playlist]
        NumberOfEntries=2
        File1=../reels/a.mp4
        Title1=Sit - Squat
        Length1=40
        File2=../reels/#b.mp4
        Title2=Sit - Squat
        Length2=7
        Version=2

        """)
    #expect(pls.warnings.count == 2)
    let m3u8 = M3U8Format.rendered(Self.playlist(entries), at: Self.place, .auto)
    #expect(
      String(decoding: m3u8.bytes, as: UTF8.self).hasPrefix(
        "#EXTM3U\n#EXTINF:40,Sit - Squat\n#EXTVLCOPT:start-time=0.500\n"))
    let jspf = JSPFFormat.rendered(Self.playlist(entries), at: Self.place, .auto)
    let tracks = try #require(
      (try JSONSerialization.jsonObject(with: Data(jspf.bytes)) as? [String: [String: Any]])?["playlist"]?["track"]
        as? [[String: Any]])
    #expect(
      tracks.map { $0["duration"] as? Int } == [40_000, 7000] && tracks.map { $0["trackNum"] as? Int } == [1, 2])
  }

  @Test func `a playlist of nobody's plan has neither routine nor score`() throws {
    let bytes = JSONPlaylist.bytes(Self.playlist([try Self.entry(PathBytes([0x61, 0xFF]))]))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(json["schema"] as? String == JSONPlaylist.schema && json["seconds"] as? Int == 40)
    #expect(json["routine"] == nil && json["score"] == nil && json["gaps"] == nil)
    let entry = try #require((json["entries"] as? [[String: Any]])?.first)
    #expect(entry["pathBytes"] as? String == "Yf8=" && entry["side"] == nil)
  }

  @Test func `a page's data can neither end its element nor hold markup`() throws {
    let entry = try Self.entry(title: "</script><!--", block: "<b>")
    let page = PlaylistPage(Self.playlist([entry], title: "<i>&"), stills: [entry.reel: [1, 2, 3]], home: "../") { _ in
      "a.mp4"
    }
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("<title>&lt;i&gt;&amp;</title>"))
    #expect(text.components(separatedBy: "</script>").count == 3 && !text.contains("<!--"))
    #expect(text.contains("data:image/jpeg;base64,AQID"))
    #expect(!PlaylistPage.policy(linksStills: false).contains("img-src data: 'self'"))
    #expect(PlaylistPage.policy(linksStills: true) == PlaylistFormat.pagePolicy)
  }

  @Test func `a slot's sides take turns, set by set, and the pause comes last`() throws {
    let reels = try [
      PlaylistTests.reel(1, path: "l.mp4", exercise: "couch-stretch", side: .left, milliseconds: 9000),
      PlaylistTests.reel(2, path: "r.mp4", exercise: "couch-stretch", side: .right, milliseconds: 90_000),
    ]
    let block = PlanSamples.block("front", slot: 80, set: 20) { $0.primaryAny = [.extension] }
    let candidates = reels.compactMap { PlanCandidate($0, vocabulary: PlaylistTests.vocabulary) }
    let plan = Planner.plan(try PlanSamples.routine([block]), candidates: candidates, filters: PlanFilters())
    let slot = PlaylistSlot(
      plan: plan, index: 0, reels: Dictionary(reels.map { ($0.id, $0) }) { one, _ in one },
      vocabulary: PlaylistTests.vocabulary)
    #expect(slot.entries.map(\.side) == [.left, .right, .left, .right])
    #expect(slot.entries.map(\.transitionSeconds) == [0, 0, 0, 5] && slot.entries.map(\.cue).first == .some(nil))
    #expect(slot.entries.map(\.plays) == [2, 1, 2, 1] && slot.entries.map(\.isCut) == [false, true, false, true])
    #expect(slot.entries.map(\.seconds) == [20, 20, 20, 20])
  }

  @Test func `a sketch asks for each exercise once, for as long as it played`() throws {
    let reels = try [
      PlaylistTests.reel(1, path: "l.mp4", exercise: "couch-stretch", side: .left, milliseconds: 20_000),
      PlaylistTests.reel(2, path: "r.mp4", exercise: "couch-stretch", side: .right, milliseconds: 21_000),
      PlaylistTests.reel(3, path: "what.mp4", milliseconds: 9000),
      PlaylistTests.reel(
        4, path: "own.mp4", milliseconds: 9000,
        tags: [Sample.tag(.movement, "flexion", .primary), Sample.tag(.mode, "mobility")]),
    ]
    let playlist = Playlist(titled: "My\nmorning", reels: reels, vocabulary: PlaylistTests.vocabulary)
    let byID = Dictionary(reels.map { ($0.id, $0) }) { one, _ in one }
    let sketch = try RoutineSketch(of: playlist, id: "mine", reels: byID, vocabulary: PlaylistTests.vocabulary)
    #expect(sketch.routine.title == "My morning" && sketch.leftOut.map(\.title) == ["what"])
    let blocks = sketch.routine.blocks
    #expect(blocks.map(\.selection.include) == [["couch-stretch"], nil])
    #expect(blocks.map(\.dose.slotSeconds) == [40, 9] && blocks.map(\.dose.setSeconds) == [20, 9])
    #expect(blocks[1].selection.primaryAny == [.flexion] && blocks[1].selection.modes == [.mobility])
    #expect(throws: RoutineError.self) {
      try RoutineSketch(of: playlist, id: "Mine", reels: byID, vocabulary: PlaylistTests.vocabulary)
    }
    #expect(throws: RoutineError.self) {
      try RoutineSketch(of: playlist, id: "mine", reels: [:], vocabulary: PlaylistTests.vocabulary)
    }
  }
}
