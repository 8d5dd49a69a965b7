import Testing
import TestSupport

/// Playlists from a Windows computer.
@Suite struct WindowsPlaylistTests {
  @Test(arguments: [
    ("list.m3u", "..\\clips\\frog left.mp4\r\n"),
    ("list.m3u8", "\u{FEFF}#EXTM3U\r\nD:\\My Reels\\clips\\Frog Left.MP4\r\n"),
    ("list.m3u", "\\\\NAS\\reels\\clips\\frog left.mp4\r\n"),
    ("list.m3u", "file:///D:/Reels/clips/frog%20left.mp4\r\n"),
    ("list.pls", "[playlist]\r\nFile1=E:\\clips\\frog left.mp4\r\nNumberOfEntries=1\r\n"),
    ("list.m3u", "file://NAS/reels/frog%20left.mp4\n"), ("list.m3u", "D:/Reels/clips/frog left.mp4\n"),
  ])
  func `an entry finds its reel`(name: String, text: String) throws {
    let folder = try SampleFolder(["standing-hip-abduction.mp4"])
    try folder.move("standing-hip-abduction.mp4", to: "clips/frog left.mp4")
    try folder.hipreel("index", ".")
    try folder.write(text, to: "lists/\(name)")
    let run = try folder.hipreel("import-playlist", "lists/\(name)", "--format", "m3u8")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("clips/frog left.mp4"))
  }

  @Test func `of several reels of a name the folders decide, and the exact name before another case`() throws {
    let folder = try SampleFolder(["standing-hip-abduction.mp4", "Standing Hip CARs.mp4", "IMG_4032.MOV"])
    try folder.move("standing-hip-abduction.mp4", to: "a/frog.mp4")
    try folder.move("Standing Hip CARs.mp4", to: "b/frog.mp4")
    try folder.move("IMG_4032.MOV", to: "b/FROG.mp4")
    try folder.hipreel("index", ".")
    try folder.write("X:\\reels\\b\\frog.mp4\r\nX:\\reels\\B\\FROG.mp4\r\nX:\\frog.mp4\r\n", to: "list.m3u")
    let run = try folder.hipreel("import-playlist", "list.m3u", "--format", "m3u8")
    #expect(run.status == 3 && run.errors.contains("several reels of that name"))
    #expect(run.text.contains("b/frog.mp4") && run.text.contains("b/FROG.mp4"))
  }
}
