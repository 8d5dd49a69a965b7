@testable import ReelSidecars
import ReelCatalog
import Testing

/// The readers of single forms, each asked directly.
@Suite struct ListedFormsTests {
  private static func shown(_ playlist: ListedPlaylist) -> [String] {
    playlist.entries.map { entry in
      let title = [entry.group, entry.title].compactMap { $0 }.joined(separator: "/")
      let times = [entry.startMilliseconds, entry.stopMilliseconds].map { $0.map(String.init) ?? "" }
      return
        "\(entry.text)|\(title)|\(entry.seconds.map(String.init) ?? "")|\(times.joined(separator: "-"))|\(entry.plays)"
    }
  }

  @Test(
    arguments: [
      ("12.480", 12_480), ("0", 0), ("86400", 86_400_000), ("1e2", 100_000), ("86400.1", nil), ("-1", nil), ("", nil),
      ("abc", nil), ("inf", nil), ("nan", nil), (String(repeating: "1", count: 25), nil),
    ] as [(String, Int?)])
  func `a moment is seconds of a day`(text: String, milliseconds: Int?) {
    #expect(ListedNumber.milliseconds(seconds: text) == milliseconds)
  }

  @Test(
    arguments: [
      (1, 1), (1499, 1), (1500, 2), (86_400_000, 86_400), (0, nil), (-1000, nil), (86_400_001, nil), (.nan, nil),
      (.infinity, nil),
    ] as [(Double, Int?)])
  func `a playing time is at least a second, if there is one`(milliseconds: Double, seconds: Int?) {
    #expect(ListedNumber.playingSeconds(milliseconds: milliseconds) == seconds)
  }

  @Test func `text is one line of bounded length without controls`() {
    #expect(ListedText.line(" a\u{0}b\tc\u{2028}d\u{85} ") == "a b c d")
    #expect(ListedText.line("\n") == "")
    let long = ListedText.line(String(repeating: "ü", count: 100_000))
    #expect(long.utf8.count <= ListedText.byteLimit && long.utf8.count >= ListedText.byteLimit - 1)
  }

  @Test func `a line's comments are about the entry after them, and only that`() throws {
    let text = """
      #EXTM3U
      #playlist: My list
      #EXTINF:12.6 tvg="a,b",Sit - Squat
      #EXTVLCOPT:start-time=1.5
      #extvlcopt::input-repeat=2
      a.mp4
      # said of nobody
      b.mp4
      #EXTINF:-1,Reel - x
      \tc.mp4
      #EXTINF:5
      d.mp4
      """
    let playlist = try M3UReader.playlist(from: Array(text.replacing("\n", with: "\r\n").utf8))
    #expect(playlist.title == "My list")
    #expect(Self.shown(playlist) == ["a.mp4|Sit/Squat|13|1500-|3", "b.mp4|||-|1", "c.mp4|x||-|1", "d.mp4|||-|1"])
  }

  @Test func `numbered fields are put together by their numbers`() throws {
    let text = """
      [playlist]
      file10=z.mp4
      Length2 = 7.4
      FILE2= b.mp4
      Title2=Front - Lunge
      Title3=without a file
      File-1=x
      Filex=y
      NumberOfEntries=99
      Length10=-1
      """
    #expect(Self.shown(try PLSReader.playlist(from: Array(text.utf8))) == ["b.mp4|Front/Lunge|7|-|1", "z.mp4|||-|1"])
  }

  @Test func `XSPF is read by local names, and JSPF like it`() throws {
    let xspf = """
      <x:playlist xmlns:x="http://xspf.org/ns/0/"><title> My
      list </title><trackList>
      <track><location> a%20b.mp4 </location><title>T</title><creator>G</creator><duration>1499</duration>
      <extension application="x"><vlc:option>stop-time=3</vlc:option></extension></track>
      <track><title>no place</title></track><track><location></location></track>
      </trackList></x:playlist>
      """
    let jspf = """
      {"playlist": {"title": "My list", "track": [
        {"location": ["a%20b.mp4"], "title": "T", "creator": "G", "duration": "1499",
         "extension": {"http://www.videolan.org/vlc/playlist/0": [7, {"option": ["stop-time=3"]}]}},
        {"title": "no place"}, {"location": ""}, 5, {"location": []}
      ]}}
      """
    let one = try XSPFReader.playlist(from: Array(xspf.utf8))
    let other = try JSPFReader.playlist(from: Array(jspf.utf8))
    #expect(one == other && one.title == "My list")
    #expect(Self.shown(one) == ["a%20b.mp4|G/T|1|-3000|1"])
    #expect(one.entries[0].address == .file([PathBytes("a b.mp4"), PathBytes("a%20b.mp4")]))
  }

  @Test(arguments: ["<rss/>", "<playlist>", "", "[]", "x"])
  func `another document is no playlist of these forms`(text: String) {
    #expect(throws: SidecarError.self) { try XSPFReader.playlist(from: Array(text.utf8)) }
    #expect(throws: SidecarError.self) { try JSPFReader.playlist(from: Array(text.utf8)) }
  }

  @Test func `more entries than a list may have are refused`() {
    let many = Array(String(repeating: "a\n", count: ListedPlaylist.mostEntries + 1).utf8)
    #expect(throws: SidecarError.self) { try M3UReader.playlist(from: many) }
    let numbered = (0...ListedPlaylist.mostEntries).map { "File\($0)=a" }.joined(separator: "\n")
    #expect(throws: SidecarError.self) { try PLSReader.playlist(from: Array(numbered.utf8)) }
  }
}
