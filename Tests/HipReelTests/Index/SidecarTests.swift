import Foundation
import Testing
import TestSupport

/// Folders as other programs leave them: the built tool finds the captions, joins them, and keeps nothing private.
@Suite struct SidecarTests {
  private let sample = "standing-hip-abduction.mp4"

  /// A folder with one video under another name, and files beside it.
  private func folder(video name: String, _ files: [String: String]) throws -> SampleFolder {
    let folder = try SampleFolder([sample])
    try folder.move(sample, to: name)
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  @Test(arguments: [
    (
      "yt-dlp", "Video by coach [Chunk8-jurw].mp4", "Video by coach [Chunk8-jurw].info.json",
      #"{"id": "Chunk8-jurw", "title": "Video by coach", "description": "Clamshell, left side", "_type": "video"}"#
    ),
    (
      "yt-dlp, renamed", "for anna [Chunk8-jurw].mp4", "dl/Video by coach [Chunk8-jurw].info.json",
      #"{"id": "Chunk8-jurw", "description": "Clamshell, left side"}"#
    ),
    (
      "Instagram's export", "media/reels/202309/AQN_17990000000000001.mp4",
      "your_instagram_activity/media/reels.json",
      #"{"ig_reels_media":[{"media":[{"uri":"media/reels/202309/AQN_17990000000000001.mp4","title":"Clamshell, left side"}]}]}"#
    ),
    (
      "Instagram's export, file moved", "mine/AQN_17990000000000001.mp4", "your_instagram_activity/media/reels.json",
      #"{"ig_reels_media":[{"media":[{"uri":"media/reels/202309/AQN_17990000000000001.mp4","title":"Clamshell, left side"}]}]}"#
    ),
    ("instaloader", "2022-08-26_15-53-51_UTC_1.mp4", "2022-08-26_15-53-51_UTC.txt", "Clamshell, left side\n"),
    (
      "gallery-dl", "2723000000000000000.mp4", "2723000000000000000.mp4.json",
      ##"{"description": "Clamshell, left side", "tags": ["#hips"]}"##
    ),
    (
      "TikTok's export", "7300000000000000000.mp4", "export/user_data_tiktok.json",
      #"{"Post":{"Posts":{"VideoList":[{"Link":"https://www.tiktokv.com/share/video/7300000000000000000/","Title":"Clamshell, left side"}]}}}"#
    ),
    ("Kodi", "IMG_1.mp4", "IMG_1.nfo", "<movie><plot>Clamshell, left side</plot></movie>"),
    (
      "XMP", "IMG_1.mp4", "IMG_1.mp4.xmp",
      "<x:xmpmeta><rdf:RDF><rdf:Description dc:description='Clamshell, left side'/></rdf:RDF></x:xmpmeta>"
    ),
    ("subtitles", "IMG_1.mp4", "IMG_1.en.srt", "1\n00:00:00,000 --> 00:00:02,000\nClamshell, left side\n"),
    ("a note", "IMG_1.mp4", "IMG_1.md", "Clamshell, left side"),
  ])
  func `each program's captions reach their reel`(program: String, video: String, sidecar: String, text: String) throws
  {
    let folder = try folder(video: video, [sidecar: text])
    #expect(try folder.hipreel("index", ".").status == 0)
    let found = try folder.hipreel("find", "exercise:clamshell", "side:left", "--paths")
    #expect(found.text == "\(video)\n", "\(program)")
  }

  @Test func `subtitles that an export names are read for their video`() throws {
    let folder = try folder(
      video: "media/reels/a.mp4",
      [
        "content/reels.json": """
        {"ig_reels_media":[{"media":[{"uri":"media/reels/a.mp4","title":"Tuesday",
          "media_metadata":{"video_metadata":{"subtitles":{"uri":"media/other/9.srt"}}}}]}]}
        """, "media/other/9.srt": "1\n00:00:00,000 --> 00:00:02,000\nThis is the couch stretch\n",
      ])
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("find", "exercise:couch-stretch", "--paths").text == "media/reels/a.mp4\n")
    let explained = try folder.hipreel("index", "--explain-sidecars", "media/reels/a.mp4")
    #expect(explained.text.contains("media/other/9.srt (subtitles)\n  subtitles: This is the couch stretch"))
  }

  @Test func `an edited, added or removed sidecar tags its reel anew and opens no video`() throws {
    let folder = try folder(video: "IMG_1.mp4", [:])
    #expect(try folder.hipreel("index", ".").status == 0)
    func indexed(_ query: String) throws -> String {
      let run = try folder.hipreel("index", ".", environment: Tool.withoutWorker)
      #expect(run.status == 0, "\(run.errors)")
      return try folder.hipreel("find", query, "--paths").text
    }
    try folder.write(#"{"id": "abcdefgh", "description": "Clamshell", "timestamp": 1661529231}"#, to: "IMG_1.info.json")
    #expect(try indexed("exercise:clamshell recorded:2022-08") == "IMG_1.mp4\n")
    try folder.write(#"{"id": "abcdefgh", "description": "Pigeon pose"}"#, to: "IMG_1.info.json")
    #expect(try indexed("exercise:pigeon-pose") == "IMG_1.mp4\n")
    #expect(try indexed("exercise:clamshell").isEmpty)
    try FileManager.default.removeItem(at: folder.url.appending(path: "IMG_1.info.json"))
    #expect(try indexed("exercise:pigeon-pose").isEmpty)
  }

  @Test func `a sidecar that was there before its video speaks when the video comes`() throws {
    let folder = try folder(video: "later.mp4", ["IMG_1.nfo": "<movie><plot>Clamshell</plot></movie>"])
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("status", "--sidecars").text.contains("IMG_1.nfo: matches no video here"))
    try folder.move("later.mp4", to: "IMG_1.mp4")
    #expect(try folder.hipreel("index", ".", environment: Tool.withoutWorker).status == 0)
    #expect(try folder.hipreel("find", "exercise:clamshell", "--paths").text == "IMG_1.mp4\n")
    #expect(try folder.hipreel("status", "--sidecars").text.contains("belongs to no video") == false)
  }

  @Test func `a coach's table is the person's own word`() throws {
    let folder = try folder(
      video: "pigeon pose.mp4", ["reels.csv": "file,exercise,side,note\npigeon pose.mp4,Clamshell,left,for Anna\n"])
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.hipreel("find", "exercise:clamshell", "side:left", "--paths").text == "pigeon pose.mp4\n")
    #expect(try folder.hipreel("find", "exercise:pigeon-pose", "--paths").text.isEmpty)
    #expect(try folder.hipreel("show", "pigeon pose.mp4").text.contains("for Anna"))

    // An emptied cell takes its word back; the others stay.
    try folder.write("file,exercise,side\npigeon pose.mp4,,left\n", to: "reels.csv")
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("find", "exercise:pigeon-pose", "side:left", "--paths").text == "pigeon pose.mp4\n")
    #expect(try folder.hipreel("show", "pigeon pose.mp4").text.contains("for Anna") == false)

    // What was typed later wins, and an unchanged table does not come back.
    #expect(try folder.hipreel("set", "exercise", "pigeon pose.mp4", "couch-stretch").status == 0)
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("find", "exercise:couch-stretch", "--paths").text == "pigeon pose.mp4\n")
  }

  @Test func `a cell that is not understood is told with its line`() throws {
    let folder = try folder(video: "a.mp4", ["reels.csv": "file,exercise\na.mp4,flarbling\n"])
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0)
    #expect(run.errors.contains("hipreel: reels.csv: line 2: exercise \"flarbling\" is not known\n"))
    #expect(try folder.hipreel("status", "--sidecars").text.contains("exercise \"flarbling\" is not known"))
  }

  @Test func `a broken sidecar is told and its video is indexed all the same`() throws {
    let folder = try folder(video: "a.mp4", ["a.info.json": "{", "a.nfo": "<!DOCTYPE x><movie/>"])
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0)
    #expect(run.errors.contains("hipreel: a.info.json: is not JSON of the expected form\n"))
    #expect(run.errors.contains("hipreel: a.nfo: has a document type, which is not supported\n"))
    #expect(try folder.hipreel("index", ".").errors.isEmpty, "told once")
  }

  @Test func `nothing private reaches the catalog`() throws {
    let secret = "SECRET7"
    let folder = try folder(
      video: "a.mp4",
      [
        "a.info.json": """
        {"id":"abcdefgh","description":"Clamshell https://x.example/v?sig=\(secret)a me@\(secret)b.example",
         "formats":[{"url":"https://cdn.example/\(secret)c?ip=203.0.113.7","http_headers":{"Cookie":"\(secret)d"}}],
         "comments":[{"text":"\(secret)e","author":"\(secret)f"}],"location":"\(secret)g","uploader_url":"\(secret)h"}
        """,
        "reels.json": """
        {"ig_reels_media":[{"media":[{"uri":"a.mp4","title":"Hip","backup_uri":"https://x/\(secret)i",
          "media_metadata":{"video_metadata":{"exif_data":[{"latitude":53.1234567,"device_id":"\(secret)j"}]}}}]}]}
        """,
        "user_data.json": """
        {"Post":{"Posts":{"VideoList":[{"Link":"/7300000000000000000/","Title":"Hip","Location":"\(secret)k"}]}},
         "Direct Messages":{"Chat":"\(secret)l"},"Activity":{"Search History":["\(secret)m"]}}
        """,
        "a.json":
          #"{"instaloader":{},"node":{"caption":"Hip","location":{"name":"SECRET7n"},"owner":{"id":"SECRET7o"}}}"#,
        "a.mp4.json": #"{"description":"Hip","video_url":"https://x/SECRET7p","location_slug":"SECRET7q"}"#,
        "a.xmp":
          "<x:xmpmeta><rdf:RDF><rdf:Description exif:GPSLatitude='SECRET7r' dc:title='Hip'/></rdf:RDF></x:xmpmeta>",
        "a.nfo": "<movie><plot>Hip</plot><thumb>https://x/SECRET7s</thumb></movie>",
      ])
    #expect(try folder.hipreel("index", ".").status == 0)
    let catalog = folder.url.appending(path: ".hipreel")
    for name in try FileManager.default.contentsOfDirectory(atPath: catalog.path(percentEncoded: false))
    where name.hasPrefix("catalog") {
      let bytes = try Data(contentsOf: catalog.appending(path: name))
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
      #expect(bytes.range(of: Data("53.1234567".utf8)) == nil, "\(name)")
      #expect(bytes.range(of: Data("203.0.113.7".utf8)) == nil, "\(name)")
    }
    #expect(try folder.hipreel("why", "a.mp4").text.contains("Clamshell"))
  }
}
