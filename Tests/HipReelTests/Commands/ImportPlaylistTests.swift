import Foundation
import ReelCatalog
import Testing
import TestSupport

/// Playlists come back as what they were made of.
@Suite struct ImportPlaylistTests {
  /// All but the hidden file, which the index leaves alone.
  private static let names = AwkwardReels.names.filter { $0.bytes.first != UInt8(ascii: ".") }

  /// Reels of every awkward name, each a content of its own, indexed once.
  private static let awkward: Result<AwkwardReels, any Error> = Result {
    let reels = try AwkwardReels(names)
    for (number, name) in names.enumerated() {
      let bytes = try reels.folder.read("plain.mp4") + Array("free \(number)".utf8)
      guard name != PathBytes("plain.mp4") else { continue }
      try reels.folder.write(bytes, toRawName: name.bytes)
    }
    _ = try Tool.run("hipreel", ["index", "."], in: reels.folder.url)
    return reels
  }

  @Test(arguments: [PlaylistFormat.m3u8, .xspf, .jspf, .pls], EntryStyle.allCases)
  func `every name comes back in its place, byte for byte`(format: PlaylistFormat, style: EntryStyle) throws {
    let reels = try Self.awkward.get()
    let rendered = format.rendered(
      reels.playlist, at: PlaylistPlace(reelFolder: reels.root, playlistFolder: reels.root),
      PlaylistFormat.Options(entryStyle: style))
    let name = "\(style).\(format)"
    try reels.folder.write(rendered.bytes, to: name)
    let run = try Tool.run(
      "hipreel", ["import-playlist", name, "-o", "again \(name)", "--entry-style", style.rawValue],
      in: reels.folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let again = try reels.folder.read("again \(name)")
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: rendered.bytes, as: UTF8.self))
    #expect(again == rendered.bytes)
  }

  private func samples() throws -> SampleFolder {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    return folder
  }

  private func paths(_ run: Tool) -> [String] {
    run.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test func `moved files are found by their name, and what is no reel is told with its reason`() throws {
    let folder = try samples()
    try folder.move("IMG_4032.MOV", to: "clients/Anna/IMG_4032.MOV")
    try folder.hipreel("index", ".")
    try folder.write("x", to: "new.mp4")
    let outside = try TemporaryFolder()
    try outside.write("x", to: "other.mp4")
    try folder.write(
      """
      IMG_4032.MOV
      https://x.example/a.mp4
      \(outside.path(of: "other.mp4"))
      new.mp4
      never.mp4
      /old/place/Puente de glúteos.mp4
      """, to: "lists/mine.m3u8")
    let run = try folder.hipreel("import-playlist", "lists/mine.m3u8")
    #expect(run.status == 3)
    #expect(paths(run) == ["clients/Anna/IMG_4032.MOV", "Puente de glúteos.mp4"])
    for words in [
      "entry 1: IMG_4032.MOV: moved; found as clients/Anna/IMG_4032.MOV",
      "entry 2: https://x.example/a.mp4: left out: not a file on this computer (https)",
      "other.mp4: left out: outside the folder", "entry 5: never.mp4: left out: no such file",
      "2 of 6 entries imported",
    ] {
      #expect(run.errors.contains(words))
    }
    try folder.write("new.mp4\n", to: "here.m3u")
    let none = try folder.hipreel("import-playlist", "here.m3u")
    #expect(none.status == 1)
    #expect(none.errors.contains("entry 1: new.mp4: left out: not in the catalog yet"))
    #expect(none.text == "")
  }

  @Test func `a copy of a name is not guessed at`() throws {
    let folder = try samples()
    try folder.move("IMG_4032.MOV", to: "a/clip.MOV")
    try folder.move("Puente de glúteos.mp4", to: "b/clip.MOV")
    try folder.hipreel("index", ".")
    try folder.write("gone/clip.MOV\n", to: "doubtful.m3u")
    #expect(try folder.hipreel("import-playlist", "doubtful.m3u").errors.contains("several reels of that name"))
    try folder.write("/elsewhere/b/clip.MOV\n", to: "clear.m3u")
    #expect(paths(try folder.hipreel("import-playlist", "clear.m3u")) == ["b/clip.MOV"])
  }

  @Test func `starts, stops and repeats of VLC survive into another form`() throws {
    let folder = try samples()
    try folder.write(
      """
      #EXTM3U
      #EXTINF:6,Front - Puente (left)
      #EXTVLCOPT:start-time=1.500
      #EXTVLCOPT:stop-time=4.500
      #EXTVLCOPT:input-repeat=1
      #EXTVLCOPT:sout=#file{dst=owned}
      Puente de glúteos.mp4
      """, to: "cut.m3u8")
    let run = try folder.hipreel("import-playlist", "cut.m3u8", "--format", "xspf")
    #expect(run.status == 0)
    for line in [
      "<title>Puente (left)</title>", "<creator>Front</creator>", "<duration>6000</duration>",
      "<vlc:option>start-time=1.500</vlc:option>", "<vlc:option>stop-time=4.500</vlc:option>",
      "<vlc:option>input-repeat=1</vlc:option>",
    ] {
      #expect(run.text.contains(line))
    }
    #expect(!run.text.contains("owned"))
    try folder.write(run.output, to: "cut.xspf")
    #expect(try folder.hipreel("import-playlist", "cut.xspf", "--format", "xspf").text == run.text)
  }

  @Test func `a routine drafted of a playlist passes its check and fills without a gap`() throws {
    let folder = try samples()
    let names = ["Puente de glúteos.mp4", "IMG_4032.MOV", "half kneeling hip flexor stretch left.mp4"]
    let right = "half kneeling hip flexor stretch right.mp4"
    try folder.write(names.joined(separator: "\n") + "\n\(right)\n", to: "Evening.m3u8")
    let run = try folder.hipreel("import-playlist", "Evening.m3u8", "--routine", "evening")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.hipreel("routine", "check").status == 0)
    let playlist = try folder.hipreel("playlist", "evening")
    #expect(playlist.status == 0, "\(playlist.errors)")
    #expect(Set(paths(playlist)) == Set(names + [right]))
    #expect(try folder.hipreel("import-playlist", "Evening.m3u8", "--routine", "No Name").status == 64)
    #expect(try folder.hipreel("import-playlist", "Evening.m3u8", "--routine", "x", "-o", "y").status == 64)
  }

  @Test func `what is no playlist is told so`() throws {
    let folder = try samples()
    try folder.write("<html/>", to: "page.xspf")
    let run = try folder.hipreel("import-playlist", "page.xspf")
    #expect((run.status, run.errors) == (1, "hipreel: page.xspf: is not an XSPF playlist\n"))
    #expect(try folder.hipreel("import-playlist", "never.m3u").status == 1)
    try folder.write("\u{1B}[31mx.mp4\n", to: "hostile.m3u")
    #expect(!(try folder.hipreel("import-playlist", "hostile.m3u").errors.contains("\u{1B}")))
  }
}

extension SampleFolder {
  fileprivate func write(_ data: Data, to name: String) throws { try data.write(to: url.appending(path: name)) }
}
