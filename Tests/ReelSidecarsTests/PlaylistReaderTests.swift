import ReelCatalog
import Testing
import TestSupport

@testable import ReelSidecars

/// What other programs' playlists say, and that nothing in them does harm.
@Suite struct PlaylistReaderTests {
  private func read(_ text: String, _ ending: String? = nil) throws -> ListedPlaylist {
    try PlaylistReader.playlist(Array(text.utf8), ending: ending)
  }

  @Test(
    arguments: [
      ("a b.mp4", ["a b.mp4"]), ("p%41.mp4", ["p%41.mp4", "pA.mp4"]), ("100%.mp4", ["100%.mp4"]),
      ("./http:x.mp4", ["./http:x.mp4"]), ("colon:x.mp4", ["colon:x.mp4"]),
      ("C:\\reels\\a.mp4", ["C:\\reels\\a.mp4", "C:/reels/a.mp4"]), ("..\\a.mp4", ["..\\a.mp4", "../a.mp4"]),
      ("file:///a%20b%2523.mp4", ["/a b%23.mp4"]), ("FILE://localhost/a.mp4", ["/a.mp4"]), ("file:/a.mp4", ["/a.mp4"]),
      ("file:///a.mp4#t=3", ["/a.mp4", "/a.mp4#t=3"]),
    ])
  func `a line is a path, or an address decoded once`(line: String, paths: [String]) {
    #expect(PlaylistAddress(line: Array(line.utf8)) == .file(paths.map { PathBytes($0) }))
  }

  @Test(
    arguments: [
      ("a%20b.mp4", ["a b.mp4", "a%20b.mp4"]), ("%2523.mp4", ["%23.mp4", "%2523.mp4"]),
      ("a.mp4?x#y", ["a.mp4", "a.mp4?x#y"]), ("../a.mp4", ["../a.mp4"]), ("file:///x/a%0Ab.mp4", ["/x/a\nb.mp4"]),
    ])
  func `a reference is decoded once`(reference: String, paths: [String]) {
    #expect(PlaylistAddress(reference: Array(reference.utf8)) == .file(paths.map { PathBytes($0) }))
  }

  @Test(arguments: [
    ("https://x.example/a.mp4", "https"), ("rtsp://x/a", "rtsp"), ("file://server/share/a.mp4", "file"),
  ])
  func `what lies elsewhere is told by its scheme`(text: String, scheme: String) {
    #expect(PlaylistAddress(line: Array(text.utf8)) == .elsewhere(scheme: scheme))
    #expect(PlaylistAddress(reference: Array(text.utf8)) == .elsewhere(scheme: scheme))
  }

  @Test func `old programs' Latin-1 names are tried as such`() {
    let bytes = Array("gl".utf8) + [0xFA] + Array("teo.mp4".utf8)
    #expect(PlaylistAddress(line: bytes) == .file([PathBytes(bytes), PathBytes("glúteo.mp4")]))
  }

  @Test func `an m3u gives titles, lengths and VLC's options`() throws {
    let list = try read(
      """
      \u{FEFF}#EXTM3U\r
      #PLAYLIST:Evening\r
      #EXTINF:12,Front - Couch Stretch (left)\r
      #EXTVLCOPT:start-time=3.250\r
      #EXTVLCOPT:stop-time=9\r
      #EXTVLCOPT:input-repeat=1\r
      #EXTVLCOPT:sout=#file{dst=/tmp/x}\r
      a.mp4\r
      #EXTINF:-1 tvg-name="x, y",Name, with a comma
        b.mp4  
      """)
    #expect(list.title == "Evening")
    let first = try #require(list.entries.first)
    #expect((first.title, first.group, first.seconds) == ("Couch Stretch (left)", "Front", 12))
    #expect((first.startMilliseconds, first.stopMilliseconds, first.plays) == (3250, 9000, 2))
    let second = try #require(list.entries.last)
    #expect((second.title, second.seconds, second.plays) == ("Name, with a comma", nil, 1))
    #expect(second.address == .file([PathBytes("b.mp4")]))
  }

  @Test func `a pls goes by its numbers`() throws {
    let list = try read(
      "[PlayList]\nFile10=c.mp4\nTitle2=Reel - B\nFile2=b.mp4\nlength2=7\nfile1 = a.mp4\nTitle3=x\nFile-1=z\n")
    #expect(list.entries.map(\.text) == ["a.mp4", "b.mp4", "c.mp4"])
    #expect(list.entries.map(\.title) == [nil, "B", nil])
    #expect(list.entries.map(\.seconds) == [nil, 7, nil])
  }

  @Test func `an xspf as VLC saves it gives starts, stops and repeats`() throws {
    let list = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <playlist xmlns="http://xspf.org/ns/0/" xmlns:vlc="http://www.videolan.org/vlc/playlist/ns/0/" version="1">
        <title>Playlist</title>
        <trackList>
          <track>
            <location>file:///reels/a%20b.mp4</location>
            <title>A &amp; B</title>
            <duration>8000</duration>
            <extension application="http://www.videolan.org/vlc/playlist/0">
              <vlc:id>0</vlc:id>
              <vlc:option>start-time=1.5</vlc:option>
              <vlc:option>stop-time=4</vlc:option>
              <vlc:option>input-repeat=2</vlc:option>
            </extension>
          </track>
          <track><title>without a place</title></track>
        </trackList>
        <extension application="http://www.videolan.org/vlc/playlist/0"><vlc:item tid="0"/></extension>
      </playlist>
      """)
    #expect(list.title == "Playlist")
    #expect(list.entries.count == 1)
    let entry = try #require(list.entries.first)
    #expect(entry.address == .file([PathBytes("/reels/a b.mp4")]))
    #expect((entry.title, entry.seconds, entry.plays) == ("A & B", 8, 3))
    #expect((entry.startMilliseconds, entry.stopMilliseconds) == (1500, 4000))
  }

  @Test func `a jspf may have one location or several, and members of any kind`() throws {
    let list = try read(
      #"""
      {"playlist": {"title": 7, "track": [
        {"location": ["a.mp4", "b.mp4"], "title": "A", "duration": 3000.4,
         "extension": {"http://www.videolan.org/vlc/playlist/0": [{"option": ["start-time=2"]}], "other": 5}},
        {"location": "c.mp4", "title": null, "duration": "x"}, 3, {"location": []}]}}
      """#)
    #expect(list.entries.map(\.text) == ["a.mp4", "c.mp4"])
    #expect(list.entries.map(\.seconds) == [3, nil])
    #expect(list.entries.map(\.startMilliseconds) == [2000, nil])
  }

  @Test(arguments: ["nan", "inf", "-5", "1e300", "99999999999999999999", "0x10p3", "", "１２"])
  func `a number that cannot be is no number`(number: String) throws {
    let list = try read(
      "#EXTINF:\(number),x\n#EXTVLCOPT:start-time=\(number)\n#EXTVLCOPT:input-repeat=\(number)\na.mp4\n")
    let entry = try #require(list.entries.first)
    if number != "0x10p3" { #expect((entry.seconds, entry.startMilliseconds) == (nil, nil)) }
    #expect((1...1000).contains(entry.plays))
  }

  @Test func `titles come on one line and without control characters`() throws {
    let list = try read(#"{"playlist":{"track":[{"location":"a","title":"a\u001b[31m\nb\u2028c"}]}}"#)
    #expect(list.entries.first?.title == "a [31m b c")
  }

  @Test(arguments: [
    ("<!DOCTYPE x [<!ENTITY a 'b'>]><playlist/>", "has a document type, which is not supported"),
    ("<html/>", "is not an XSPF playlist"), ("{\"playlist\":", "is not JSON of the expected form"),
  ])
  func `what is no playlist is refused`(text: String, problem: String) {
    #expect(throws: SidecarError(problem)) { try PlaylistReader.playlist(Array(text.utf8), ending: nil) }
  }

  @Test(arguments: [
    ("a\n", 10_001, "has more than 10000 entries"), ("#\n", 200_001, "has more than 200000 lines"),
    ("a", (4 << 20) + 1, "is longer than 4 MiB"),
  ])
  func `what is too large for a playlist is refused`(piece: String, count: Int, problem: String) {
    let bytes = Array(String(repeating: piece, count: count).utf8)
    #expect(throws: SidecarError(problem)) { try PlaylistReader.playlist(bytes, ending: nil) }
  }

  // MARK: Arbitrary bytes

  private static let seeds: [(ending: String, text: String)] = [
    ("m3u8", "#EXTM3U\n#EXTINF:9 a=\"b,c\",A - B (left)\n#EXTVLCOPT:start-time=1.5\nfile:///a%20b.mp4\n"),
    ("pls", "[playlist]\nNumberOfEntries=1\nFile1=a.mp4\nTitle1=A\nLength1=9\nVersion=2\n"),
    (
      "xspf",
      "<?xml version='1.0'?><playlist><title>t</title><trackList><track><location>a%20b</location><extension><vlc:option>stop-time=3</vlc:option></extension></track></trackList></playlist>"
    ),
    (
      "jspf",
      #"{"playlist":{"title":"t","track":[{"location":["a"],"duration":9,"extension":{"http://www.videolan.org/vlc/playlist/0":[{"option":["input-repeat=3"]}]}}]}}"#
    ),
  ]

  @Test(arguments: seeds.indices)
  func `random changes and noise are answered or refused`(seed: Int) {
    let (ending, text) = Self.seeds[seed]
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<3_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      _ = try? PlaylistReader.playlist(bytes, ending: ending)
      _ = try? PlaylistReader.playlist(bytes, ending: nil)
    }
    for length in [0, 1, 2, 3, 7, 64, 4096, 65_536] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? PlaylistReader.playlist(bytes, ending: ending)
    }
  }

  @Test(arguments: seeds.indices)
  func `the largest files and the deepest nesting are answered or refused`(seed: Int) {
    for filler in [
      "\"", "[", "<a>", "{\"a\":", "\n", "a\n", "File1=", "File99999999999999999999=a\n", "%", "&#x41;", "<track>", "é",
    ] {
      let bytes = Array(String(repeating: filler, count: (4 << 20) / filler.utf8.count).utf8)
      _ = try? PlaylistReader.playlist(bytes, ending: Self.seeds[seed].ending)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(random.pick(Array("\"\\{}[]<>&;:,%=#/.\n0".utf8)), at: place)
    case 3: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: bytes[place..<min(place + 12, bytes.count)], at: place)
    }
  }
}

@Suite struct PlaylistPlaceTests {
  @Test(arguments: [
    ("a.m3u", "#EXTM3U\n#PLAYLIST:Hips at 47.376888, 8.541694\n#EXTINF:3,Frog pump 47.376888, 8.541694\na.mp4\n"),
    ("a.pls", "[playlist]\nFile1=a.mp4\nTitle1=Frog pump 47.376888, 8.541694\n"),
    (
      "a.xspf",
      "<playlist version='1' xmlns='http://xspf.org/ns/0/'><title>Hips at 47.376888, 8.541694</title><trackList>"
        + "<track><location>a.mp4</location><title>Frog pump 47.376888, 8.541694</title></track></trackList></playlist>"
    ),
  ])
  func `a title loses its places`(name: String, text: String) throws {
    let playlist = try PlaylistReader.playlist(Array(text.utf8), ending: PathBytes(name).ending)
    #expect(playlist.title == (name == "a.pls" ? nil : "Hips at …"))
    #expect(playlist.entries.map(\.title) == ["Frog pump …"])
  }
}
