import Foundation
import MediaFacts
import ReelCatalog
import Testing

/// What each format makes of one playlist: a trimmed reel that repeats, then a pair with a cue.
@Suite struct PlaylistFormatTests {
  private func playlist(_ name: String = "a #1.mp4") throws -> Playlist {
    let trim = Edit(.trim(startMilliseconds: 1500, endMilliseconds: 13_500), editedUnixSeconds: 0)
    return try PlaylistTests.playlist(
      [
        PlaylistTests.reel(1, path: name, exercise: "squat", milliseconds: 60_000, edits: [trim]),
        PlaylistTests.reel(2, path: "left.mp4", exercise: "couch-stretch", side: .left, milliseconds: 30_000),
        PlaylistTests.reel(3, path: "right.mp4", exercise: "couch-stretch", side: .right, milliseconds: 30_000),
      ], [PlaylistTests.sit, PlaylistTests.front])
  }

  private func text(_ format: PlaylistFormat, _ playlist: Playlist, _ style: EntryStyle = .auto) -> String {
    let rendered = format.rendered(playlist, at: PlaylistTests.place, PlaylistFormat.Options(entryStyle: style))
    return String(decoding: rendered.bytes, as: UTF8.self)
  }

  @Test func `xspf has encoded places, milliseconds and VLC's options`() throws {
    #expect(text(.xspf, try playlist()) == PlaylistExpectations.xspf)
  }

  @Test func `jspf is the same in JSON`() throws {
    #expect(text(.jspf, try playlist()) == PlaylistExpectations.jspf)
  }

  @Test func `pls has files, titles and lengths, and says what it cannot`() throws {
    let playlist = try playlist()
    #expect(
      text(.pls, playlist) == """
        [playlist]
        NumberOfEntries=3
        File1=file:///reels/a%20%231.mp4
        Title1=Sit - squat
        Length1=40
        File2=left.mp4
        Title2=Front - couch-stretch (left)
        Length2=30
        File3=right.mp4
        Title3=Front - couch-stretch (right, switch sides)
        Length3=30
        Version=2

        """)
    #expect(
      PlaylistFormat.pls.rendered(playlist, at: PlaylistTests.place).warnings
        == [.notPortable(PathBytes("a #1.mp4")), .withoutParts(entries: 1), .withoutPauses(seconds: 10)])
  }

  @Test func `an edit list fills the time to within a second, each value with its length in bytes`() throws {
    #expect(
      text(.edl, try playlist("é,;.mp4")) == """
        # mpv EDL v0
        %8%é,;.mp4,1.500,12.000,title=%11%Sit - squat
        %8%é,;.mp4,1.500,12.000,title=%11%Sit - squat
        %8%é,;.mp4,1.500,12.000,title=%11%Sit - squat
        %8%é,;.mp4,1.500,4.000,title=%11%Sit - squat
        %8%left.mp4,0.000,30.000,title=%28%Front - couch-stretch (left)
        %9%right.mp4,0.000,30.000,title=%43%Front - couch-stretch (right, switch sides)

        """)
  }

  @Test func `ffconcat quotes names, and leaves out those that it cannot write`() throws {
    #expect(
      text(.ffconcat, try playlist("it's #1.mp4")) == """
        ffconcat version 1.0
        # Sit - squat
        file './it'\\''s #1.mp4'
        inpoint 1.500
        outpoint 13.500
        file './it'\\''s #1.mp4'
        inpoint 1.500
        outpoint 13.500
        file './it'\\''s #1.mp4'
        inpoint 1.500
        outpoint 13.500
        file './it'\\''s #1.mp4'
        inpoint 1.500
        outpoint 5.500
        # Front - couch-stretch (left)
        file './left.mp4'
        # Front - couch-stretch (right, switch sides)
        file './right.mp4'

        """)
    let broken = PlaylistFormat.ffconcat.rendered(try playlist("a\nfile '/etc/passwd'"), at: PlaylistTests.place)
    #expect(broken.warnings.first == .leftOut(PathBytes("a\nfile '/etc/passwd'")))
    #expect(!String(decoding: broken.bytes, as: UTF8.self).contains("passwd"))
  }

  // What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection
  @Test(arguments: [
    ("=cmd()", "'=cmd()"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"),
    ("say \"hi\", twice", "\"say \"\"hi\"\", twice\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ("two\nlines", "\"two\nlines\""), ("plain", "plain"),
  ])
  func `a cell of a table is text and nothing else`(name: String, cell: String) throws {
    let lines = text(.csv, try playlist(name)).components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("number,block,title,side,cue,sets,seconds,rest_seconds,"))
    #expect(lines[1] == "1,Sit,squat,,,1,40,5,1500,13500,3,squat,000000000001,\(cell),")
  }

  @Test(arguments: [
    (PlaylistFormat.m3u8, EntryStyle.relative, "./#h.mp4"), (.m3u8, .absolute, "/reels/#h.mp4"),
    (.m3u8, .uri, "file:///reels/%23h.mp4"), (.xspf, .auto, "<location>%23h.mp4</location>"),
    (.xspf, .relative, "<location>%23h.mp4</location>"),
    (.xspf, .absolute, "<location>file:///reels/%23h.mp4</location>"), (.pls, .relative, "File1=./#h.mp4"),
    (.edl, .auto, "%8%./#h.mp4,"), (.edl, .absolute, "%13%/reels/#h.mp4,"),
    (.edl, .uri, "%22%file:///reels/%23h.mp4,"), (.ffconcat, .uri, "file '/reels/#h.mp4'"),
    (.csv, .auto, ",#h.mp4"), (.csv, .uri, ",file:///reels/%23h.mp4"),
  ])
  func `files are named in the style that was asked for`(
    format: PlaylistFormat, style: EntryStyle, entry: String
  ) throws {
    #expect(text(format, try playlist("#h.mp4"), style).contains(entry))
  }

  @Test func `a style that a player stumbles over is warned of`() throws {
    func warnings(_ style: EntryStyle) throws -> [PlaylistWarning] {
      let options = PlaylistFormat.Options(entryStyle: style)
      return PlaylistFormat.m3u8.rendered(try playlist("#h.mp4"), at: PlaylistTests.place, options).warnings
    }
    let pauses = PlaylistWarning.withoutPauses(seconds: 10)
    let path = PathBytes("#h.mp4")
    #expect(try warnings(.auto) == [.notPortable(path), pauses])
    #expect(try warnings(.relative) == [.notUnderstood(path), pauses])
    #expect(try warnings(.absolute) == [.notUnderstood(path), pauses])
    #expect(try warnings(.uri) == [pauses])
  }

  @Test func `videos that ffmpeg cannot join are told`() throws {
    let rendered = PlaylistFormat.ffconcat.rendered(try playlist(), at: PlaylistTests.place)
    #expect(rendered.warnings == [.withoutPauses(seconds: 10)])
    var odd = try PlaylistTests.reel(2, path: "b.mp4", milliseconds: 10_000)
    odd.video?.videoCodec = "vp9"
    let reels = [try PlaylistTests.reel(1, path: "a.mp4", milliseconds: 10_000), odd]
    let mixed = Playlist(titled: "Mixed", reels: reels, vocabulary: PlaylistTests.vocabulary)
    #expect(PlaylistFormat.ffconcat.rendered(mixed, at: PlaylistTests.place).warnings == [.mixedVideos])
  }

  @Test func `the ending of a file names its format`() {
    #expect(PlaylistFormat(ending: "m3u") == .m3u8)
    #expect(PlaylistFormat(ending: "edl") == .edl)
    #expect(PlaylistFormat(ending: "mp4") == nil)
  }
}
